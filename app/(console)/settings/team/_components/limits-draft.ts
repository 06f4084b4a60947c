import { minorToDecimal, parseTypedMinor } from "@/lib/kernel/money";
import { ok, type Result, refuse } from "@/lib/kernel/result";
import type { MemberLimits } from "@/lib/team/member-input";

/** Limits as they are typed; one refund row for each currency. */
export type LimitsDraft = { bulk: string; refunds: { key: number; currency: string; amount: string }[] };

export const draftOf = ({ bulkLimit, refundLimits }: MemberLimits): LimitsDraft => ({
  bulk: bulkLimit === null ? "" : String(bulkLimit),
  refunds: Object.entries(refundLimits).map(([currency, amountMinor], key) => ({
    key,
    currency,
    amount: minorToDecimal({ amountMinor, currency }),
  })),
});

/** Reads what was typed; what cannot be read is named by its field. An empty field is no limit. */
export function readLimits({ bulk, refunds }: LimitsDraft): Result<MemberLimits> {
  const fields: Record<string, string[]> = {};
  const bulkText = bulk.normalize("NFKC").trim();
  const bulkLimit = bulkText === "" ? null : /^\d{1,5}$/.test(bulkText) ? Number(bulkText) : Number.NaN;
  if (bulkLimit !== null && !(bulkLimit >= 1 && bulkLimit <= 10_000)) fields.bulk = ["bulk_range"];
  const refundLimits: Record<string, number> = {};
  for (const { key, currency, amount } of refunds) {
    if (amount.trim() === "") continue;
    const minor = parseTypedMinor(amount, currency);
    if (minor === null || minor < 0) fields[`refund-${key}`] = ["bad_amount"];
    else if (currency in refundLimits) fields[`refund-${key}`] = ["twice"];
    else refundLimits[currency] = minor;
  }
  return Object.keys(fields).length > 0 ? refuse({ code: "invalid", fields }) : ok({ bulkLimit, refundLimits });
}
