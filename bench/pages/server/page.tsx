import { bareRows } from "../rows";

/** The same rows in a bare table, by the server alone. */
export default async function BareServerPage() {
  const rows = await bareRows();
  return (
    <table>
      <tbody>
        {rows.map((row) => (
          <tr key={row[0]}>
            {row.map((cell) => (
              <td key={cell}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
