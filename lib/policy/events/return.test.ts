import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { newId } from "@/lib/kernel/ids";
import { EVENTS, type ReturnTold } from "./events";
import { RETURN_EVENT_KINDS, type ReturnEventKind } from "./return-event-kinds";

const pick = fc.constantFrom;
const optional = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });
const words = fc.string();
/** No product has a field of this name, and no object keeps one. */
const field = words.filter((name) => name !== "__proto__");
/** As JSON carries it: it knows no -0. */
const json = fc.jsonValue().map((value) => JSON.parse(JSON.stringify(value)));
const day = pick("2026-02-28", "2026-07-01");
const verdict = pick("in_policy" as const, "out_of_policy" as const, "not_returnable" as const);
const move = pick("authorize" as const, "close" as const, "withdraw" as const, "adopt" as const);
const person = fc.option(fc.record({ id: fc.constant(newId()), name: words }));
const changed = pick(
  { verdict: ["in_policy", "out_of_policy"] as [never, never] },
  { isExempt: [true, false] as [boolean, boolean] },
);
const instant = fc.date({ noInvalidDate: true, min: new Date(0), max: new Date("9999-01-01T00:00:00Z") });
const decided = {
  lateSince: optional(instant),
  policyVersion: optional(fc.nat()),
  operationVersion: optional(fc.option(fc.nat())),
};
const moved = fc.record(decided);
const unitOf = { lineId: fc.option(fc.constant(newId())), title: fc.option(words) };
const graded = {
  condition: pick("new" as const, "damaged" as const),
  disposition: pick("restock" as const, "hold" as const),
};

type Data<Kind extends ReturnEventKind> = Extract<ReturnTold, { kind: Kind }>["data"];

/** Of every kind, all that its writers may tell. */
const TOLD: { [Kind in ReturnEventKind]: fc.Arbitrary<Data<Kind>> } = {
  authorize: fc.record({
    ...decided,
    rma: optional(words),
    isOwnRma: optional(fc.boolean()),
    labelKind: pick("unpaid" as const, "prepaid" as const, "own" as const),
    paidBy: pick("seller" as const, "buyer" as const),
    costMinor: optional(fc.nat()),
    currency: optional(pick("EUR", "JPY")),
    carrier: optional(words),
    tracking: optional(words),
    overrode: optional(verdict),
    note: optional(fc.option(words)),
    because: optional(pick("choice_all" as const, "answer_due" as const)),
  }),
  close: fc.record({
    ...decided,
    reason: words,
    reasonLabels: optional(fc.record({ en: words, "zh-CN": words })),
    comment: words,
    note: fc.option(words),
  }),
  expire: moved,
  withdraw: fc.record({ ...decided, note: fc.option(words) }),
  lapse: moved,
  receive: fc.record({
    ...decided,
    units: fc.array(fc.record({ ...unitOf, ...graded })),
    tracking: optional(words),
    isWhole: fc.boolean(),
  }),
  regrade: fc.record({
    ...decided,
    regraded: fc.array(fc.record({ ...unitOf, from: fc.record(graded), to: fc.option(fc.record(graded)) })),
    note: fc.option(words),
  }),
  fetch_label: moved,
  arrive: fc.record({ ...decided, deliveredAt: fc.option(instant) }),
  follow_refund: moved,
  complete: fc.record({
    ...decided,
    why: fc.option(pick("buyer_keeps" as const, "other" as const)),
    note: fc.option(words),
    left: fc.nat(),
  }),
  remind: moved,
  extend: fc.record({ ...decided, sendBy: fc.constant("2026-03-01") }),
  adopt: fc.record({ ...decided, reported: fc.option(words), adopted: pick("closed" as const, "unknown" as const) }),
  undo: fc.record({ ...decided, undid: fc.option(move) }),
  requested: fc.record({
    file: optional(words),
    line: optional(fc.nat()),
    source: pick("report" as const, "portal" as const, "person" as const),
    reported: optional(fc.option(words)),
    status: pick("authorization_required" as const, "received" as const),
    verdict,
  }),
  note: fc.record({ text: words }),
  assigned: fc.record({ before: person, assignee: person, batch: fc.constant(newId()) }),
  handed_over: fc.record({ move, by: pick("person" as const, "report" as const) }),
  handover_reopened: fc.record({ move }),
  kept_ours: fc.record({ move, reported: fc.option(words) }),
  report_changed: fc.record({
    file: optional(words),
    line: optional(fc.nat()),
    changes: optional(fc.dictionary(field, fc.tuple(json, json))),
    isUndo: optional(fc.boolean()),
  }),
  judged_again: fc.record({ verdict, changed }),
  consequence_refused: fc.record({
    consequence: pick("authorize" as const, "expire" as const),
    refusal: pick({ code: "needs_override", verdict: "out_of_policy" }, { code: "not_due", dueAt: null }),
  }),
  messaged: fc.record({
    subject: words,
    message: optional(words),
    locale: optional(pick("en", "de", "zh-CN")),
    isTakenBack: optional(fc.boolean()),
    batch: optional(fc.constant(newId())),
  }),
  not_delivered: fc.record({ to: fc.option(words), error: words, state: pick("refused" as const, "failed" as const) }),
  forwarder_answered: fc.record({
    answer: pick("intercepted" as const, "delivered" as const),
    deliveredOn: optional(day),
    verdict: optional(verdict),
    changed: optional(changed),
  }),
  parcel_announced: fc.record({ carrier: fc.option(words), tracking: words }),
  buyer_link_copied: fc.record({}),
  buyer_links_ended: fc.record({}),
  parcel_corrected: fc.record({ from: words, carrier: fc.option(words), tracking: words }),
  parcel_matched: fc.record({ scanned: words }),
  snoozed: fc.record({ until: fc.option(instant), wasUntil: fc.option(instant) }),
  tagged: fc.record({ tagsAdded: fc.array(words), tagsRemoved: fc.array(words) }),
  refund_settled: fc.record({ refundId: fc.constant(newId()), amountMinor: fc.nat(), currency: pick("EUR", "USD") }),
};

const kept = (data: unknown): Record<string, unknown> => JSON.parse(JSON.stringify(data));
const said = (data: object) => Object.fromEntries(Object.entries(data).filter(([, value]) => value != null));

describe("an event of a return", () => {
  it.each(RETURN_EVENT_KINDS)("%s is read back as it was written", (kind) => {
    fc.assert(
      fc.property(TOLD[kind] as fc.Arbitrary<object>, (data) => {
        const row = kept(EVENTS.written("return", kind, data));
        expect(said(EVENTS.read("return", kind, row))).toEqual(said(data));
        expect(kept(EVENTS.written("return", kind, row))).toEqual(row);
      }),
    );
  });

  it("is not written with a kind or with data that nobody could read", () => {
    const write = (kind: string, data: object) => () => EVENTS.written("return", kind, data);
    expect(write("from_the_future", {})).toThrow("no event of a return is called from_the_future");
    expect(write("toString", {})).toThrow("no event");
    expect(write("assigned", { from: { id: newId(), name: "Ada" }, to: null, batch: newId() })).toThrow("before");
    expect(write("judged_again", { verdict: "in_policy", before: "out_of_policy" })).toThrow("changed");
    expect(write("note", { text: "x", by: "person" })).toThrow('"by"');
  });

  it("P-04, P-26 of an older version tells what can be read of it, and nothing of another kind", () => {
    const read = (kind: string, data: Record<string, unknown>) => said(EVENTS.read("return", kind, data));
    expect(read("authorize", { rma: "RMA-1-A", labelKind: "own", paidBy: 7, line: "12", extra: {} })).toEqual({
      rma: "RMA-1-A",
      labelKind: "own",
    });
    expect(read("judged_again", { verdict: "in_policy", before: { id: newId(), name: "Ada" } })).toEqual({
      verdict: "in_policy",
    });
    expect(read("judged_again", { changed: { verdict: ["in_policy", "whatever"] } })).toEqual({});
    expect(read("from_the_future", { rma: "RMA-1-A" })).toEqual({});
  });
});

it("does not compile with an unknown kind, or with data of another shape", () => {
  const told: ReturnTold[] = [
    { kind: "note", data: { text: "Ring before you come." } },
    // @ts-expect-error: no such kind
    { kind: "noted", data: { text: "x" } },
    // @ts-expect-error: the data of another kind
    { kind: "note", data: { rma: "RMA-1" } },
  ];
  expect(told).toHaveLength(3);
});
