import { expect, it } from "vitest";
import { reasonWords } from "./reason-words";

const words = {
  day: (date: string) => `day ${date}`,
  reasonName: (reason: string) => reason.toLowerCase(),
  marketplace: "amazon",
  money: (minor: number, currency: string) => `${currency} ${minor}`,
};

it("P-08 writes dates and reason codes in words, and what is unknown as none", () => {
  expect(
    reasonWords(
      {
        rule: "reason_and_fault",
        outcome: "info",
        effect: "buyer_pays",
        reason: "TOO_SMALL",
        fault: "buyer",
        isAbroad: false,
      },
      words,
    ),
  ).toMatchObject({ reason: "too_small", fault: "buyer", isAbroad: "false" });
  expect(
    reasonWords(
      { rule: "quantity", outcome: "unknown", effect: "none", requested: 2, alreadyReturned: 0, ordered: null },
      words,
    ),
  ).toMatchObject({ requested: 2, ordered: "none" });
});

it("S1-20 reads the dates of the window as days", () => {
  const window = {
    rule: "return_window",
    outcome: "fail",
    effect: "out_of_policy",
    startsOn: "2026-10-16",
    endsOn: "2026-11-15",
    days: 30,
    from: "delivery",
    basis: "general",
    requestedOn: "2026-11-21",
    transitDays: 0,
    usedDays: 36,
    lateDays: 6,
    category: null,
    holiday: null,
  } as const;
  expect(reasonWords(window, words)).toMatchObject({ endsOn: "day 2026-11-15", lateDays: 6, holiday: "none" });
});

it("S2-10 reads amounts as money of their currency", () => {
  const cost = { rule: "worth_returning", outcome: "info", effect: "keep_item", paidBy: "seller" } as const;
  const amounts = { costMinor: 1250, valueMinor: null, currency: "USD" };
  expect(reasonWords({ ...cost, ...amounts }, words)).toMatchObject({ costMinor: "USD 1250", valueMinor: "none" });
});
