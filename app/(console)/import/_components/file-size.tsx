import { useFormatter } from "next-intl";

/** A length in bytes, in the largest unit that leaves a number a person reads. */
export function FileSize({ bytes }: { bytes: number }) {
  const format = useFormatter();
  const [value, unit] =
    bytes >= 1024 * 1024 ? ([bytes / (1024 * 1024), "megabyte"] as const) : ([bytes / 1024, "kilobyte"] as const);
  const text = format.number(value, { style: "unit", unit, maximumFractionDigits: value < 10 ? 1 : 0 });
  return <span className="whitespace-nowrap tabular-nums">{text}</span>;
}
