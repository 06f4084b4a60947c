import type { MarketplaceRecord } from "@/lib/policy/marketplace-record";
import type { ReportReturn } from "./read/words/group";

const isObject = (value: unknown): value is object => typeof value === "object" && value !== null;

/** What is newly known over what was; unknown never takes the place of known. */
export function knownOver<Facts extends object>(fresh: Facts, old: Facts | null): Facts {
  if (!old) return fresh;
  const merged: Record<string, unknown> = { ...(old as Record<string, unknown>) };
  for (const [key, value] of Object.entries(fresh)) {
    if (value === null || value === undefined) continue;
    const before = merged[key];
    merged[key] = isObject(value) && isObject(before) ? knownOver(value, before) : value;
  }
  return merged as Facts;
}

const first = <Value>(values: readonly (Value | null)[]): Value | null =>
  values.find((value) => value !== null) ?? null;

/** P-21: any line out of policy makes the return so; in policy it is when every line says it. */
function isInPolicy(lines: ReportReturn["lines"]): boolean | null {
  if (lines.some((line) => line.isInPolicy === false)) return false;
  return lines.every((line) => line.isInPolicy) ? true : null;
}

/** What the report says of a return, to be kept as it came beside our own facts. */
export const recordOf = (report: ReportReturn): MarketplaceRecord => ({
  isInPolicy: isInPolicy(report.lines),
  labelType: report.labelType,
  labelCostMinor: report.labelCostMinor,
  labelCurrency: report.labelCurrency,
  labelPaidBy: report.labelPaidBy,
  carrier: report.carrier,
  trackingNumber: report.trackingNumber,
  merchantRma: report.merchantRma,
  returnType: report.returnType,
  resolution: first(report.lines.map(({ resolution }) => resolution)),
  invoiceNumber: first(report.lines.map(({ invoiceNumber }) => invoiceNumber)),
  deliveredBackOn: report.deliveredBackOn,
  isPrime: report.isPrime,
  safet: first(report.lines.map(({ safet }) => safet)),
});
