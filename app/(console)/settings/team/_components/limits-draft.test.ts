import { describe, expect, it } from "vitest";
import { draftOf, readLimits } from "./limits-draft";

const typed = (bulk: string, ...refunds: [currency: string, amount: string, day?: string][]) =>
  readLimits({ bulk, refunds: refunds.map(([currency, amount, day = ""], key) => ({ key, currency, amount, day })) });

const wrong = (fields: Record<string, string[]>) => ({ ok: false, refusal: { code: "invalid", fields } });

describe("the limits as they are typed", () => {
  it("are read in each currency's own minor units, as people write amounts", () => {
    expect(typed("20", ["USD", "1,234.50", "2000"], ["JPY", "3000"], ["EUR", "12,5"])).toEqual({
      ok: true,
      value: {
        bulkLimit: 20,
        refundLimits: { USD: 123_450, JPY: 3000, EUR: 1250 },
        refundDayLimits: { USD: 200_000 },
      },
    });
  });

  it("are no limits where a field is empty, and nothing at all where it says nought", () => {
    const none = { bulkLimit: null, refundLimits: {}, refundDayLimits: {} };
    expect(typed(" ", ["USD", ""])).toEqual({ ok: true, value: none });
    expect(typed("", ["USD", "0"])).toEqual({ ok: true, value: { ...none, refundLimits: { USD: 0 } } });
    expect(typed("", ["USD", "", "0"])).toEqual({ ok: true, value: { ...none, refundDayLimits: { USD: 0 } } });
  });

  it("are named by field where they cannot be read", () => {
    for (const bulk of ["0", "10001", "1.5", "-3", "many"])
      expect(typed(bulk), bulk).toEqual(wrong({ bulk: ["bulk_range"] }));
    expect(typed("１０")).toMatchObject({ ok: true, value: { bulkLimit: 10 } });
    expect(typed("", ["USD", "20,5x"], ["JPY", "1.5"], ["EUR", "-1"])).toEqual(
      wrong({ "refund-0": ["bad_amount"], "refund-1": ["bad_amount"], "refund-2": ["bad_amount"] }),
    );
    expect(typed("", ["USD", "1"], ["USD", "2"])).toEqual(wrong({ "refund-1": ["twice"] }));
    expect(typed("", ["USD", "1", "x"])).toEqual(wrong({ "day-0": ["bad_amount"] }));
  });

  it("begin as they were saved", () => {
    const saved = { bulkLimit: 5, refundLimits: { USD: 20_050 }, refundDayLimits: { USD: 90_000, JPY: 9 } };
    expect(readLimits(draftOf(saved))).toEqual({ ok: true, value: saved });
  });
});
