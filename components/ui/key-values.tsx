import { clsx } from "clsx";
import type { ReactNode } from "react";

type KeyValue = { key: string; label: ReactNode; value: ReactNode; isTotal?: boolean };

/** Facts as label and value on one line each; a total stands below a rule. */
export function KeyValues({ items }: { items: readonly KeyValue[] }) {
  return (
    <dl className="flex flex-col gap-1.5 tabular-nums">
      {items.map(({ key, label, value, isTotal = false }) => (
        <div
          key={key}
          className={clsx(
            "flex items-baseline justify-between gap-4",
            isTotal && "border-line border-t pt-1.5 font-semibold",
          )}
        >
          <dt className={clsx("min-w-0", !isTotal && "text-muted")}>{label}</dt>
          <dd className="min-w-0 text-end">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
