import { z } from "zod";
import { dateSchema } from "@/lib/kernel/schemas";
import type { ActorKind } from "../../actor";
import { type Assessed, CLAIM_BARS, CLAIM_CAUSES, type ClaimBar, type ClaimCause } from "../../claims/assess-claim";
import { NOTE_AT_MOST } from "../../limits";
import { type Case, machineOf, moveOf } from "../machine";
import { CLAIM_STATUSES, type ClaimStatus, isGranted, UNFILED_IN } from "./statuses";

export type ClaimSubject = {
  id: string;
  status: ClaimStatus;
  orderId: string;
  returnId: string;
  currency: string;
  /** What can be asked back as far as is known; minor units, null: nothing yet. */
  amountMinor: number | null;
  cause: ClaimCause | null;
  bar: ClaimBar | null;
  /** What the marketplace pays; null: it has not said so. */
  grantedMinor: number | null;
  /** When it is too late for sure. */
  endsAt: Date;
};

type Patch = {
  cause?: ClaimCause | null;
  bar?: ClaimBar | null;
  amountMinor?: number | null;
  claimNumber?: string | null;
  claimedMinor?: number | null;
  grantedMinor?: number | null;
  reportedWord?: string | null;
  refundedOn?: string;
  /** ISO text. */
  dueAt?: string;
  note?: string | null;
};

export type ClaimEffect =
  | ({ kind: "sets" } & Patch)
  /** Money of the marketplace into the books, or out of them again. */
  | { kind: "posts"; cause: "reimbursed" | "unreimbursed"; amountMinor: number }
  /** What is known of the goods is looked at again, at once. */
  | { kind: "looks" };

export type ClaimRefusal = { code: "claim_unchanged" };

export type ClaimWords = {
  status: ClaimStatus;
  actor: ActorKind;
  subject: ClaimSubject;
  refusal: ClaimRefusal;
  effect: ClaimEffect;
};

type Of<Input> = Case<ClaimWords, Input>;
const move = moveOf<ClaimWords>();
const nothing = z.object({});
const amount = z.int().positive();
const note = z.string().min(1).max(NOTE_AT_MOST);
const CLAIM_NUMBER_AT_MOST = 100;
const claimNumber = z.string().max(CLAIM_NUMBER_AT_MOST);

/** What was granted until now goes out of the books, and what is granted now into them. */
const granting = ({ grantedMinor }: ClaimSubject, now: number | null): ClaimEffect[] => {
  if (grantedMinor === now) return [];
  return [
    ...(grantedMinor ? [{ kind: "posts", cause: "unreimbursed", amountMinor: grantedMinor } as const] : []),
    ...(now ? [{ kind: "posts", cause: "reimbursed", amountMinor: now } as const] : []),
    { kind: "sets", grantedMinor: now },
  ];
};

const assessedInput = z.discriminatedUnion("outcome", [
  z.object({ outcome: z.literal("wait") }),
  z.object({ outcome: z.literal("nothing"), bar: z.enum(CLAIM_BARS).nullable() }),
  z.object({ outcome: z.literal("claim"), cause: z.enum(CLAIM_CAUSES), amountMinor: amount }),
]);
const assessInput = z.object({ assessed: assessedInput });

const found = (assessed: Assessed | undefined) => ({
  cause: assessed?.outcome === "claim" ? assessed.cause : null,
  amountMinor: assessed?.outcome === "claim" ? assessed.amountMinor : null,
  bar: assessed?.outcome === "nothing" ? assessed.bar : null,
});

const leadsTo = ({ subject: { endsAt }, input: { assessed }, now }: Of<z.infer<typeof assessInput>>): ClaimStatus => {
  if (assessed?.outcome === "claim") return endsAt <= now ? "missed" : "to_file";
  return assessed?.outcome === "nothing" || endsAt <= now ? "over" : "watched";
};

/** What came of the goods, or did not, says whether there is something to ask back; as long as nobody has acted. */
const assess = move({
  from: UNFILED_IN,
  to: leadsTo,
  by: ["product"],
  input: assessInput,
  asks: {
    news: (the: Of<z.infer<typeof assessInput>>) => {
      const { subject } = the;
      const { cause, amountMinor, bar } = found(the.input.assessed);
      const isSame = subject.cause === cause && subject.amountMinor === amountMinor && subject.bar === bar;
      return isSame && leadsTo(the) === subject.status ? { code: "claim_unchanged" } : null;
    },
  },
  effects: ({ input: { assessed } }) => [{ kind: "sets", ...found(assessed) }],
  data: ({ subject: { currency }, input: { assessed } }) => ({ ...found(assessed), currency }),
});

/** When the refund was charged, which no report says: the days to file it are counted from there. */
const date = move({
  from: UNFILED_IN,
  to: ({ subject }) => subject.status,
  by: ["person"],
  input: z.object({ refundedOn: dateSchema, dueAt: z.date() }),
  effects: ({ input: { refundedOn, dueAt } }) => [
    { kind: "sets", ...(refundedOn && dueAt ? { refundedOn, dueAt: dueAt.toISOString() } : {}) },
    { kind: "looks" },
  ],
  data: ({ input: { refundedOn } }) => ({ refundedOn }),
});

/** It was filed there, under the number that it has there. */
const file = move({
  from: ["to_file", "missed"],
  to: "filed",
  by: ["person"],
  input: z.object({ claimNumber: claimNumber.min(1), amountMinor: amount }),
  effects: ({ input: { claimNumber: number = null, amountMinor = null } }) => [
    { kind: "sets", claimNumber: number, claimedMinor: amountMinor },
  ],
  data: ({ subject: { currency }, input: { claimNumber: number, amountMinor } }) => {
    return { claimNumber: number, amountMinor, currency };
  },
});

const adoptInput = z.object({
  /** By the report's word; null: nobody knows it, and it is only kept. */
  state: z.enum(CLAIM_STATUSES).nullable(),
  word: z.string(),
  claimNumber: claimNumber.nullable(),
  amountMinor: z.int().nonnegative().nullable(),
});

/** A report says how it stands there, whatever is known here. */
const adopt = move({
  from: CLAIM_STATUSES,
  to: ({ subject, input: { state } }) => state ?? subject.status,
  by: ["product"],
  input: adoptInput,
  effects: ({ subject, input: { word = null, claimNumber: number = null, amountMinor = null, state } }) => [
    { kind: "sets", reportedWord: word, ...(number === null ? {} : { claimNumber: number }) },
    // Granted without an amount says nothing of how much.
    ...(state ? granting(subject, isGranted(state) ? (amountMinor ?? subject.grantedMinor) : null) : []),
  ],
  data: ({ subject: { currency }, input: { word, claimNumber: number, amountMinor } }) => {
    return { word, claimNumber: number, amountMinor, currency };
  },
});

/** What the marketplace asked for was sent there. */
const answer = move({ from: ["info_requested"], to: "filed", by: ["person"], input: nothing });

const DECIDED_FROM = ["filed", "info_requested", "appealed"] as const satisfies readonly ClaimStatus[];

const grant = move({
  from: DECIDED_FROM,
  to: "granted",
  by: ["person"],
  input: z.object({ amountMinor: amount }),
  effects: ({ subject, input: { amountMinor = null } }) => granting(subject, amountMinor),
  data: ({ subject: { currency }, input: { amountMinor } }) => ({ amountMinor, currency }),
});

const deny = move({
  from: DECIDED_FROM,
  to: "denied",
  by: ["person"],
  input: z.object({ note }),
  effects: ({ input: { note: said = null } }) => [{ kind: "sets", note: said }],
  data: ({ input: { note: said } }) => ({ note: said }),
});

const appeal = move({ from: ["denied"], to: "appealed", by: ["person"], input: nothing });

/** It is not asked for: the refund was the seller's own, or it is not worth it. */
const drop = move({
  from: ["watched", "to_file", "missed"],
  to: "dropped",
  by: ["person"],
  input: z.object({ note }),
  effects: ({ input: { note: said = null } }) => [{ kind: "sets", note: said }],
  data: ({ input: { note: said } }) => ({ note: said }),
});

const resume = move({
  from: ["dropped"],
  to: "watched",
  by: ["person"],
  input: nothing,
  effects: () => [{ kind: "sets", note: null }, { kind: "looks" }],
});

/** What can happen to money that a marketplace gave away and may give back. */
export const claimMachine = machineOf<ClaimWords>()({
  ...{ assess, date, file, adopt, answer, grant, deny, appeal, drop, resume },
});
