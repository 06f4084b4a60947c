"use client";

import { useState } from "react";

/** The same rows in a bare table that the browser renders too, with a box to tick in each. */
export function BareTable({ rows }: { rows: string[][] }) {
  const [ticked, setTicked] = useState<readonly string[]>([]);
  const tick = (name: string) =>
    setTicked((all) => (all.includes(name) ? all.filter((one) => one !== name) : [...all, name]));
  return (
    <table>
      <tbody>
        {rows.map(([name = "", ...cells]) => (
          <tr key={name}>
            <td>
              <input
                type="checkbox"
                aria-label={`Select ${name}`}
                checked={ticked.includes(name)}
                onChange={() => tick(name)}
              />
            </td>
            <td>{name}</td>
            {cells.map((cell) => (
              <td key={cell}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
