import { z } from "zod";
import type { ActorKind } from "../../actor";
import { NOTE_AT_MOST } from "../../limits";
import type { Cause } from "../../money/ledger";
import { type ChannelMode, REACH } from "../../reach";
import { type Case, machineOf, moveOf } from "../machine";
import { isHeld, type RefundStatus } from "./statuses";

export type RefundSubject = {
  id: string;
  status: RefundStatus;
  orderId: string;
  returnId: string | null;
  /** Minor units; null: announced, and nobody has said how much. */
  amountMinor: number | null;
  currency: string;
  /** How far our hand reaches in the store where it was paid. */
  mode: ChannelMode;
  /** Who asked for it, of whom somebody else has to approve it. */
  askedById: string | null;
};

export type RefundEffect =
  /** Its amount is held of what was paid, or given free again; the database refuses what is not there. */
  | { kind: "holds" }
  | { kind: "frees" }
  /** Into the books, which are only ever added to: a payment, or the opposite of one. */
  | { kind: "posts"; cause: Cause; amountMinor: number }
  /** The buyer is written that the money has left, where it is us who writes. */
  | { kind: "tells" }
  /** Whoever moves it lets the money go: it counts on their day. */
  | { kind: "letsGo" }
  | {
      kind: "sets";
      amountMinor?: number;
      reference?: string | null;
      failure?: string | null;
      approvedBy?: string;
      askedById?: string;
      askedBy?: string;
    };

export type RefundRefusal = { code: "own_approval" | "amount_missing" };

export type RefundWords = {
  status: RefundStatus;
  actor: ActorKind;
  subject: RefundSubject;
  refusal: RefundRefusal;
  effect: RefundEffect;
};

type Of<Input> = Case<RefundWords, Input>;
const move = moveOf<RefundWords>();
const nothing = z.object({});
const REFERENCE_AT_MOST = 200;

const posts = (cause: Cause, amountMinor: number | null): RefundEffect[] =>
  amountMinor === null || amountMinor === 0 ? [] : [{ kind: "posts", cause, amountMinor }];

/** Held of what was paid, and promised in the books. */
const holds = (amountMinor: number | null): RefundEffect[] => [{ kind: "holds" }, ...posts("promised", amountMinor)];

/** What ends without money leaves its amount to others. */
const frees = ({ status, amountMinor }: RefundSubject): RefundEffect[] =>
  isHeld(status) ? [{ kind: "frees" }, ...posts("released", amountMinor)] : [];

const tells = ({ mode }: RefundSubject): RefundEffect[] => (REACH[mode].carriesOut ? [{ kind: "tells" }] : []);

const money = ({ amountMinor, currency }: RefundSubject) => ({ amountMinor, currency });

/** A second person lets it go; nobody approves what they asked for themselves. */
const approve = move({
  from: ["asked"],
  to: "pending",
  by: ["person"],
  input: z.object({ by: z.object({ id: z.string(), name: z.string() }) }),
  asks: {
    another: ({ subject: { askedById }, input }: Of<{ by: { id: string; name: string } }>) =>
      askedById === null || askedById === input.by?.id ? { code: "own_approval" } : null,
  },
  effects: ({ input: { by } }) => [{ kind: "sets", approvedBy: by?.name ?? "" }, { kind: "letsGo" }],
  data: ({ subject }) => money(subject),
});

const decline = move({
  from: ["asked"],
  to: "declined",
  by: ["person"],
  input: z.object({ note: z.string().min(1).max(NOTE_AT_MOST) }),
  effects: ({ subject }) => frees(subject),
  data: ({ subject, input: { note } }) => ({ ...money(subject), note }),
});

const reference = z.string().max(REFERENCE_AT_MOST).nullable();
const paidInput = z.object({ amountMinor: z.int().positive(), reference });
type Paid = z.infer<typeof paidInput>;

/** What was announced was paid elsewhere, and somebody says how much. */
const settle = move({
  from: ["intended"],
  to: "succeeded",
  by: ["person"],
  input: paidInput,
  effects: ({ subject, input: { amountMinor = 0, reference: said = null } }: Of<Paid>) => [
    { kind: "sets", amountMinor, reference: said },
    { kind: "letsGo" },
    ...holds(amountMinor),
    ...posts("refunded", amountMinor),
    ...tells(subject),
  ],
  data: ({ subject: { currency }, input: { amountMinor, reference: said } }) => {
    return { amountMinor, currency, reference: said };
  },
});

const succeedInput = z.object({ reference });
const hasAmount = ({ subject }: Of<object>): RefundRefusal | null =>
  subject.amountMinor === null ? { code: "amount_missing" } : null;

/** A person or a report says that the money is there; one that had failed is held again first. */
const succeed = move({
  from: ["pending", "unknown", "failed"],
  to: "succeeded",
  by: ["product", "person", "key"],
  input: succeedInput,
  guard: hasAmount,
  effects: ({ subject, input: { reference: said = null } }) => [
    { kind: "sets", reference: said, failure: null },
    ...(isHeld(subject.status) ? [] : holds(subject.amountMinor)),
    ...posts("refunded", subject.amountMinor),
    ...tells(subject),
  ],
  data: ({ subject, input: { reference: said } }) => ({ ...money(subject), reference: said }),
});

const failInput = z.object({ failure: z.string().min(1).max(NOTE_AT_MOST) });

/** It could not be made, also where it had been called paid: the books have both. */
const fail = move({
  from: ["pending", "unknown", "succeeded"],
  to: "failed",
  by: ["product", "person", "key"],
  input: failInput,
  effects: ({ subject, input: { failure = "" } }) => [
    { kind: "sets", failure },
    ...(subject.status === "succeeded" ? posts("returned", subject.amountMinor) : []),
    ...frees(subject),
  ],
  data: ({ subject, input: { failure } }) => ({ ...money(subject), failure }),
});

/** It left, and no answer came: it is looked up before anything is tried again. */
const lose = move({
  from: ["pending"],
  to: "unknown",
  by: ["product"],
  input: failInput,
  effects: ({ input: { failure = "" } }) => [{ kind: "sets", failure }],
  data: ({ subject, input: { failure } }) => ({ ...money(subject), failure }),
});

/** Once more, under the same key: what did arrive is not given twice. `asker` may not give it alone, and asks again. */
const retry = move({
  from: ["failed"],
  to: ({ input: { asker } }) => (asker ? "asked" : "pending"),
  by: ["person"],
  input: z.object({ asker: z.object({ id: z.string(), name: z.string() }).nullable() }),
  guard: hasAmount,
  effects: ({ subject: { amountMinor }, input: { asker } }) => [
    { kind: "sets", failure: null, ...(asker ? { askedById: asker.id, askedBy: asker.name } : {}) },
    ...(asker ? [] : [{ kind: "letsGo" as const }]),
    ...holds(amountMinor),
  ],
  data: ({ subject }) => money(subject),
});

const cancel = move({
  from: ["intended", "asked", "failed"],
  to: "cancelled",
  by: ["person", "product"],
  input: nothing,
  effects: ({ subject }) => frees(subject),
  data: ({ subject }) => money(subject),
});

/** What can happen to money that goes back. */
export const refundMachine = machineOf<RefundWords>()({ approve, decline, settle, succeed, fail, lose, retry, cancel });
