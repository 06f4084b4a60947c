import { z } from "zod";
import type { ActorKind } from "../../actor";
import { NOTE_AT_MOST } from "../../limits";
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
  /** Who asked for it, of whom somebody else has to approve it. */
  askedById: string | null;
  /** Who decides now. */
  deciderId: string | null;
};

export type RefundEffect =
  /** Its amount is held of what was paid, or given free again; refused by the database where it is not there. */
  | { kind: "holds"; amountMinor: number }
  | { kind: "frees" }
  /** Handed to its gateway by the worker, under its one key. */
  | { kind: "sends" }
  /** Into the ledger, which is only ever added to: a payment, or the opposite of one. */
  | { kind: "posts"; amountMinor: number; isReversal: boolean }
  | { kind: "sets"; amountMinor?: number; reference?: string | null; failure?: string | null }
  | { kind: "tells" };

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

/** What ends without money leaves its amount to others. */
const frees = ({ subject }: Of<object>): RefundEffect[] => (isHeld(subject.status) ? [{ kind: "frees" }] : []);

/** A second person lets it go; nobody approves what they asked for themselves. */
const approve = move({
  from: ["asked"],
  to: "pending",
  by: ["person"],
  input: nothing,
  guard: ({ subject: { askedById, deciderId } }: Of<object>) =>
    askedById !== null && askedById === deciderId ? { code: "own_approval" } : null,
  effects: () => [{ kind: "sends" }],
});

const decline = move({
  from: ["asked"],
  to: "declined",
  by: ["person"],
  input: z.object({ note: z.string().min(1).max(NOTE_AT_MOST) }),
  effects: frees,
  data: ({ input: { note } }) => ({ note }),
});

const paidInput = z.object({ amountMinor: z.int().positive(), reference: z.string().nullable() });
type Paid = z.infer<typeof paidInput>;

/** What was announced was paid elsewhere, and somebody says how much. */
const settle = move({
  from: ["intended"],
  to: "succeeded",
  by: ["person"],
  input: paidInput,
  effects: ({ input: { amountMinor = 0, reference = null } }: Of<Paid>) => [
    { kind: "sets", amountMinor, reference },
    { kind: "holds", amountMinor },
    { kind: "posts", amountMinor, isReversal: false },
  ],
  data: ({ input: { amountMinor, reference } }) => ({ amountMinor, reference }),
});

const succeedInput = z.object({ reference: z.string().nullable() });

/** Its gateway, a report or a person says that the money is there; one that had failed is held again first. */
const succeed = move({
  from: ["pending", "unknown", "failed"],
  to: "succeeded",
  by: ["product", "person", "key"],
  input: succeedInput,
  guard: ({ subject }: Of<object>) => (subject.amountMinor === null ? { code: "amount_missing" } : null),
  effects: ({ subject: { status, amountMinor }, input: { reference = null } }) => {
    const amount = amountMinor ?? 0;
    return [
      { kind: "sets", reference, failure: null },
      ...(isHeld(status) ? [] : [{ kind: "holds", amountMinor: amount } as const]),
      { kind: "posts", amountMinor: amount, isReversal: false },
      { kind: "tells" },
    ];
  },
  data: ({ input: { reference } }) => ({ reference }),
});

const failInput = z.object({ failure: z.string() });

/** Its gateway says no, also of what it had called paid: the ledger has both. */
const fail = move({
  from: ["pending", "unknown", "succeeded"],
  to: "failed",
  by: ["product", "key"],
  input: failInput,
  effects: ({ subject: { status, amountMinor }, input: { failure = "" } }) => [
    { kind: "sets", failure },
    { kind: "frees" },
    ...(status === "succeeded" && amountMinor !== null
      ? [{ kind: "posts", amountMinor, isReversal: true } as const]
      : []),
  ],
  data: ({ input: { failure } }) => ({ failure }),
});

/** It left, and no answer came: it is looked up before anything is tried again. */
const lose = move({ from: ["pending"], to: "unknown", by: ["product"], input: failInput, data: ({ input }) => input });

/** Once more, under the same key: what did arrive is not given twice. */
const retry = move({
  from: ["failed"],
  to: "pending",
  by: ["person"],
  input: nothing,
  guard: ({ subject }: Of<object>) => (subject.amountMinor === null ? { code: "amount_missing" } : null),
  effects: ({ subject: { amountMinor } }) => [{ kind: "holds", amountMinor: amountMinor ?? 0 }, { kind: "sends" }],
});

const cancel = move({
  from: ["intended", "asked", "failed"],
  to: "cancelled",
  by: ["person", "product"],
  input: nothing,
  effects: frees,
});

/** What can happen to money that goes back. */
export const refundMachine = machineOf<RefundWords>()({ approve, decline, settle, succeed, fail, lose, retry, cancel });
