import { describe, expect, it } from "vitest";
import { draftOf, readLimits } from "./limits-draft";

const typed = (bulk: string, ...refunds: [currency: string, amount: string][]) =>
  readLimits({ bulk, refunds: refunds.map(([currency, amount], key) => ({ key, currency, amount })) });

const wrong = (fields: Record<string, string[]>) => ({ ok: false, refusal: { code: "invalid", fields } });

describe("the limits as they are typed", () => {
  it("are read in each currency's own minor units, as people write amounts", () => {
    expect(typed("20", ["USD", "1,234.50"], ["JPY", "3000"], ["EUR", "12,5"])).toEqual({
      ok: true,
      value: { bulkLimit: 20, refundLimits: { USD: 123_450, JPY: 3000, EUR: 1250 } },
    });
  });

  it("are no limits where a field is empty, and nothing at all where it says nought", () => {
    expect(typed(" ", ["USD", ""])).toEqual({ ok: true, value: { bulkLimit: null, refundLimits: {} } });
    expect(typed("", ["USD", "0"])).toEqual({ ok: true, value: { bulkLimit: null, refundLimits: { USD: 0 } } });
  });

  it("are named by field where they cannot be read", () => {
    for (const bulk of ["0", "10001", "1.5", "-3", "many"])
      expect(typed(bulk), bulk).toEqual(wrong({ bulk: ["bulk_range"] }));
    expect(typed("１０")).toMatchObject({ ok: true, value: { bulkLimit: 10 } });
    expect(typed("", ["USD", "20,5x"], ["JPY", "1.5"], ["EUR", "-1"])).toEqual(
      wrong({ "refund-0": ["bad_amount"], "refund-1": ["bad_amount"], "refund-2": ["bad_amount"] }),
    );
    expect(typed("", ["USD", "1"], ["USD", "2"])).toEqual(wrong({ "refund-1": ["twice"] }));
  });

  it("begin as they were saved", () => {
    const saved = { bulkLimit: 5, refundLimits: { USD: 20_050, JPY: 9 } };
    expect(readLimits(draftOf(saved))).toEqual({ ok: true, value: saved });
  });
});
