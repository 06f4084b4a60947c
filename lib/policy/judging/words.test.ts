import { createTranslator } from "next-intl";
import { describe, expect, it } from "vitest";
import en from "@/lib/i18n/messages/en.json";
import zh from "@/lib/i18n/messages/zh-CN.json";
import { CLOSE_REASON_CODES, type CloseReasonCode } from "../machines/return/close-reasons";
import type { MoveRefusal } from "../machines/return/move";
import type { Terms } from "../terms/terms";
import { AUTOMATION_CAUSES, type AutomationCause } from "./automation-causes";
import type { LabelKind, Payer } from "./label-words";
import { reasonWords } from "./reason-words";
import { KNOWN_REASONS, type KnownReason } from "./reasons";
import type { Reason, RuleName } from "./rules";
import { type Case, judge } from "./testing";

type Words<Code extends string> = Record<Code, string>;

/** What both message files must hold. A rule, refusal or reason without words does not compile here. */
type PolicyWords = {
  returnReasons: Words<KnownReason>;
  policy: {
    outcomes: Words<Reason["outcome"]>;
    effects: Words<Reason["effect"]>;
    rules: Record<RuleName, Words<"name" | "expected" | "actual" | "summary">>;
    automation: Words<AutomationCause>;
    labels: Words<LabelKind>;
    paidBy: Words<Payer>;
  };
  refusal: Words<MoveRefusal["code"]>;
  closeReasons: Record<CloseReasonCode, Words<"label">>;
  buyerTemplates: { closed: Record<Exclude<CloseReasonCode, "other"> | "default", Words<"subject" | "body">> };
};

const LANGUAGES: ["en" | "zh-CN", PolicyWords][] = [
  ["en", en],
  ["zh-CN", zh],
];

const mirrored = (isInPolicy: boolean | null): Case => ({
  channel: { mode: "mirrored", hasPrepaid: true },
  reported: {
    isInPolicy,
    labelType: isInPolicy ? "AmazonPrePaidLabel" : null,
    labelPaidBy: isInPolicy ? "Seller" : null,
  },
});
const holidays: Terms["window"]["holidays"] = [
  { basis: "bought", boughtFrom: "2025-11-01", boughtTo: "2026-12-31", returnableUntil: "2026-12-31", label: "Winter" },
];

const KEPT: Terms["returnless"]["rules"][number] = {
  name: "Cheap",
  categories: [],
  reasons: [],
  minMinor: null,
  maxMinor: null,
  resolution: "refund",
};

const CASES: Case[] = [
  {},
  { requestedOn: "2026-02-04" },
  { requestedOn: "2026-02-09", order: { deliveredOn: null } },
  { order: { deliveredOn: null }, terms: { window: { transitAllowanceDays: 1, days: 1 } } },
  { terms: { window: { holidays } } },
  { requestedOn: "2027-01-05", terms: { window: { holidays } } },
  { terms: { window: { byCategory: [{ category: "Kitchen", days: 14 }] } } },
  { channel: { programme: "free_return" }, order: { promisedOn: "2026-02-01" } },
  { channel: { programme: "free_return" }, line: { reason: "Counterfeit" } },
  { line: { sku: null, category: null, reason: "XX-NEVER-SEEN-CODE", orderedQuantity: null } },
  { line: { sku: null, category: null }, terms: { notReturnable: { categories: ["A"], skus: ["B"] } } },
  { terms: { notReturnable: { categories: ["Kitchen"], skus: ["SKU-1"] } } },
  { line: { quantity: 2, alreadyReturnedQuantity: 1 }, channel: { returnCountry: "CN" } },
  { channel: { hasPrepaid: true }, line: { skuRule: { exemptReason: "dangerous", automation: null } } },
  { channel: { hasPrepaid: true }, operation: { exemptions: { categories: ["Kitchen"] } } },
  { line: { reason: "CR-DAMAGED_BY_CARRIER" } },
  { requestedOn: "2026-02-09", line: { sku: "SKU-7" }, terms: { window: { bySku: [{ sku: "SKU-7", days: 5 }] } } },
  { channel: { programme: "free_return" }, order: { earlierFreeReturns: 1 } },
  { channel: { programme: "free_return" }, order: { shipCountry: "AQ" } },
  { channel: { programme: "free_return" }, line: { hasFreeReturn: false } },
  { order: { outbound: "not_handed_over", deliveredOn: null } },
  { order: { isCancelled: true } },
  { order: { isCancelled: true, cancelledOn: "2026-01-09" } },
  { order: { outbound: "on_its_way", deliveredOn: null } },
  { terms: { returnless: { rules: [KEPT] } } },
  { terms: { returnless: { rules: [{ ...KEPT, maxMinor: 5000, resolution: "replacement" }] } } },
  { line: { amountMinor: null }, terms: { returnless: { rules: [{ ...KEPT, maxMinor: 5000 }] } } },
  { channel: { returnCountry: "CN" }, terms: { returnless: { noLocalAddressUpToMinor: 2500 } } },
  { operation: { labels: { costMinor: 99_00 } } },
  { operation: { labels: { costMinor: 99_00 } }, line: { amountMinor: null } },
  { operation: { labels: { costMinor: 1 } } },
  mirrored(true),
  mirrored(false),
  mirrored(null),
];

const WORDS = {
  day: (date: string) => `<${date}>`,
  reasonName: (raw: string) => `<${raw}>`,
  money: (minor: number, currency: string) => `<${minor} ${currency}>`,
  marketplace: "aliexpress",
};

describe.each(LANGUAGES)("in %s", (locale, messages) => {
  const complain = (error: Error) => {
    throw error;
  };
  // The typed keys belong to the app; here any key may be asked for.
  const translator = createTranslator<Record<string, unknown>>({ locale, messages, onError: complain });
  const say = (key: string, values: Record<string, string | number> = {}): string =>
    translator(key as never, values as never);

  it.each(CASES)("every reason has its sentences (%#)", (given) => {
    for (const reason of judge(given).lines.flatMap(({ reasons }) => reasons)) {
      const values = reasonWords(reason, WORDS);
      for (const part of ["name", "expected", "actual", "summary"])
        expect(say(`policy.rules.${reason.rule}.${part}`, values)).toMatch(/^\S.*\S$/);
      expect(say(`policy.effects.${reason.effect}`, values)).not.toBe("");
      expect(say(`policy.outcomes.${reason.outcome}`)).not.toBe("");
    }
  });

  it("S1-20 the window says its days, and P-21 which date it counts from", () => {
    const expectation = (given: Case) => {
      const reason = judge(given).lines[0]?.reasons[0];
      const values = reason ? reasonWords(reason, { ...WORDS, day: (date) => date }) : {};
      return say("policy.rules.return_window.expected", values);
    };
    expect(expectation({})).toContain("2026-02-03");
    expect(expectation({ order: { deliveredOn: null } })).toContain("10");
    expect(expectation({})).not.toBe(expectation({ order: { deliveredOn: null } }));
  });

  it("P-08 every known return reason, and S2-06 every close reason, has words", () => {
    for (const reason of KNOWN_REASONS) expect(say(`returnReasons.${reason}`)).not.toBe("");
    for (const code of CLOSE_REASON_CODES) expect(say(`closeReasons.${code}.label`)).not.toBe("");
  });

  it("S2-07 every close reason has a message to the buyer, with the names filled in", () => {
    const values = { orderNumber: "111-1", itemName: "Bottle", buyerName: "Ada", shopName: "Demo Trading" };
    for (const code of CLOSE_REASON_CODES) {
      const message = say(`buyerTemplates.closed.${code === "other" ? "default" : code}.body`, values);
      for (const value of Object.values(values)) expect(message).toContain(value);
    }
  });

  it("S4-01 every answer of the automation says why", () => {
    for (const because of AUTOMATION_CAUSES)
      expect(say(`policy.automation.${because}`, { withinDays: 18, orderAgeDays: 1 })).not.toBe("");
  });

  it("every refusal says what is and what to do", () => {
    const values = {
      ...{ status: "closed", verdict: "out_of_policy", move: "close", rma: "RMA-1", reference: "abc" },
      movedBy: "Li Na",
      ...{ answeredBy: "Li Na", outbound: "on_its_way" },
      marketplace: "amazon",
      ...{ name: "Li Na", currency: "USD", amount: "12.00" },
      ...{
        field: "sku",
        column: "SKU",
        columns: "SKU, Units",
        channel: "Amazon",
        megabytes: 5,
        until: 0,
        left: 1,
        most: 1,
        max: 20,
        version: 2,
        said: "No.",
        seller: "A",
      },
      ...{ why: "not_authorized", count: 2, days: 90, limit: 500, used: 400, limits: "US$50.00" },
      ...{ carrier: "UPS", example: "1Z5R89390357567127" },
    };
    for (const code of Object.keys(messages.refusal)) expect(say(`refusal.${code}`, values)).toMatch(/[.。]$/);
  });
});
