import { type MessageFormatElement, parse, TYPE } from "@formatjs/icu-messageformat-parser";
import { createTranslator } from "next-intl";
import { describe, expect, expectTypeOf, it } from "vitest";
import en from "@/lib/i18n/messages/en.json";
import zh from "@/lib/i18n/messages/zh-CN.json";
import type { Refusals } from "@/lib/kernel/result";
import { refusalSentence, storedRefusalSentence } from "./refusal-words";

type Registered = Refusals[keyof Refusals];
type Code = Registered["code"];
type FactsOf<C extends Code, R = Registered> = R extends { code: infer Own }
  ? C extends Own
    ? Exclude<keyof R & string, "code">
    : never
  : never;

/** What the words of a refusal name; a fact that its refusal does not carry does not compile. */
const NAMED: { [C in Code]?: readonly FactsOf<C>[] } = {
  answered_before: ["answeredBy", "outbound"],
  assigned_since: ["name"],
  column_needed: ["field"],
  column_unknown: ["column"],
  columns_missing: ["columns"],
  decided_here: ["move"],
  default_changed: ["channel"],
  file_too_large: ["megabytes"],
  label_not_drawn: ["count"],
  label_not_ready: ["why"],
  locked: ["until"],
  marketplace_messages: ["marketplace"],
  completion_unexplained: ["left"],
  more_than_requested: ["left"],
  more_than_ordered: ["left"],
  moved_since: ["movedBy"],
  needs_override: ["verdict"],
  nothing_changed: ["version"],
  over_bulk_limit: ["limit"],
  over_left: ["amount", "currency"],
  over_refund_day: ["amount", "currency", "limit"],
  over_refund_limit: ["amount", "currency", "limit"],
  over_refund_sum: ["amount", "currency", "limit"],
  over_shipping: ["amount", "currency"],
  refund_amount_unknown: ["currency", "limit"],
  refund_changed: ["amount", "currency"],
  refund_limit_elsewhere: ["currency", "limits"],
  refund_undoable: ["until"],
  reported_refund: ["amount", "currency"],
  rma_reserved: ["rma"],
  rma_taken: ["rma"],
  robot_refused: ["said"],
  seller_changed: ["seller"],
  several_returns: ["count"],
  storage_full: ["limit", "used"],
  snooze_too_far: ["days"],
  too_many_at_once: ["limit"],
  too_many_files: ["max"],
  too_many_labels: ["limit"],
  too_many_returns: ["limit"],
  too_many_rows: ["limit"],
  too_many_tags: ["limit"],
  too_many_tags_of_shop: ["limit"],
  too_many_units: ["most"],
  too_many_views: ["limit"],
  too_much_time: ["days"],
  tracking_wrong: ["carrier", "example", "why"],
  unexpected: ["reference"],
  unsupported_encoding: ["name"],
  view_name_taken: ["name"],
  wrong_status: ["status"],
};

const namesIn = (elements: MessageFormatElement[]): string[] =>
  elements.flatMap((element) => {
    if (element.type === TYPE.literal || element.type === TYPE.pound) return [];
    const inside = "options" in element ? Object.values(element.options).flatMap(({ value }) => namesIn(value)) : [];
    return [element.value, ...inside];
  });

describe.each([
  ["en", en],
  ["zh-CN", zh],
] as const)("in %s", (locale, messages) => {
  it("every refusal has words, and no words are left of one that is gone", () => {
    expectTypeOf<keyof typeof messages.refusal>().toEqualTypeOf<Code | "generic">();
  });

  it.each(Object.entries(messages.refusal))("%s names only facts that it carries", (code, text) => {
    const named: Readonly<Record<string, readonly string[] | undefined>> = NAMED;
    expect([...new Set(namesIn(parse(text)))].sort()).toEqual(named[code] ?? []);
  });

  it("a refusal of another version, whose code nobody knows, is told as not done", () => {
    const t = createTranslator({ locale, messages, namespace: "refusal" });
    expect(storedRefusalSentence(t, { code: "of_another_time" })).toBe(messages.refusal.generic);
    expect(storedRefusalSentence(t, { code: "not_due" })).toBe(messages.refusal.not_due);
  });

  it("a fact that nobody knows is told as such, and an instant in the reader's zone", () => {
    const t = createTranslator({ locale, messages, namespace: "refusal", timeZone: "Asia/Shanghai" });
    expect(refusalSentence(t, { code: "assigned_since", name: null })).not.toContain("none");
    expect(refusalSentence(t, { code: "locked", until: new Date("2026-03-01T10:05:00Z") })).toContain("18:05");
  });
});
