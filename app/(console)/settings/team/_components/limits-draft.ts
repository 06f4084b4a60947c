import { minorToDecimal, parseTypedMinor } from "@/lib/kernel/money";
import { ok, type Result, refuse } from "@/lib/kernel/result";
import type { MemberLimits } from "@/lib/team/member-input";

/** Limits as they are typed; one refund row for each currency, of one refund and of all of a day. */
export type LimitsDraft = { bulk: string; refunds: { key: number; currency: string; amount: string; day: string }[] };

export function draftOf({ bulkLimit, refundLimits, refundDayLimits }: MemberLimits): LimitsDraft {
  const typed = (amountMinor: number | undefined, currency: string) =>
    amountMinor === undefined ? "" : minorToDecimal({ amountMinor, currency });
  return {
    bulk: bulkLimit === null ? "" : String(bulkLimit),
    refunds: Object.keys({ ...refundLimits, ...refundDayLimits }).map((currency, key) => ({
      ...{ key, currency },
      amount: typed(refundLimits[currency], currency),
      day: typed(refundDayLimits[currency], currency),
    })),
  };
}

/** Reads what was typed; what cannot be read is named by its field. An empty field is no limit. */
export function readLimits({ bulk, refunds }: LimitsDraft): Result<MemberLimits> {
  const fields: Record<string, string[]> = {};
  const bulkText = bulk.normalize("NFKC").trim();
  const bulkLimit = bulkText === "" ? null : /^\d{1,5}$/.test(bulkText) ? Number(bulkText) : Number.NaN;
  if (bulkLimit !== null && !(bulkLimit >= 1 && bulkLimit <= 10_000)) fields.bulk = ["bulk_range"];
  const read = (field: "refund" | "day") => {
    const limits: Record<string, number> = {};
    for (const { key, currency, ...row } of refunds) {
      const text = field === "day" ? row.day : row.amount;
      if (text.trim() === "") continue;
      const minor = parseTypedMinor(text, currency);
      if (minor === null || minor < 0) fields[`${field}-${key}`] = ["bad_amount"];
      else if (currency in limits) fields[`${field}-${key}`] = ["twice"];
      else limits[currency] = minor;
    }
    return limits;
  };
  const [refundLimits, refundDayLimits] = [read("refund"), read("day")];
  if (Object.keys(fields).length > 0) return refuse({ code: "invalid", fields });
  return ok({ bulkLimit, refundLimits, refundDayLimits });
}
