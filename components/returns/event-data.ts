import { z } from "zod";
import { LOCALES } from "@/lib/kernel/locale";
import { CONSEQUENCES } from "@/lib/policy/clocks/deadlines";
import { AUTOMATION_CAUSES, LABEL_KINDS } from "@/lib/policy/judging/evaluation-words";
import { judgementChangeSchema } from "@/lib/policy/judging/judgement-change";
import { VERDICTS } from "@/lib/policy/judging/verdict";
import { FORWARDER_ANSWERS } from "@/lib/policy/machines/return/forwarder";
import { MOVE_NAMES, type Move } from "@/lib/policy/machines/return/lifecycle";
import { STATUSES } from "@/lib/policy/machines/return/statuses";

const text = z.string().min(1).nullable().catch(null).default(null);
const oneOf = <const Values extends readonly [string, ...string[]]>(values: Values) =>
  z.enum(values).nullable().catch(null).default(null);

const person = z.object({ id: z.string(), name: z.string() }).nullable().catch(null).default(null);

const eventDataSchema = z.object({
  rma: text,
  note: text,
  text,
  comment: text,
  to: text,
  error: text,
  /** Of a label that somebody has bought (P-01). */
  /** Of a promised refund that somebody has paid. */
  amountMinor: z.int().nullable().catch(null).default(null),
  costMinor: z.int().nullable().catch(null).default(null),
  currency: text,
  carrier: text,
  tracking: text,
  /** Of a message to the buyer: what it says, in which language, and whether it was taken back. */
  subject: text,
  message: text,
  locale: oneOf(LOCALES),
  isTakenBack: z.boolean().catch(false).default(false),
  file: text,
  /** Of an assignment: whose task it is now, and whose it was. */
  assignee: person,
  before: person,
  reported: text,
  by: oneOf(["person", "report"]),
  source: oneOf(["report", "portal", "person"]),
  labelKind: oneOf(LABEL_KINDS),
  overrode: oneOf(VERDICTS),
  verdict: oneOf(VERDICTS),
  /** Of a judgement that came out anew: in what it differs from the one before. */
  changed: judgementChangeSchema.nullable().catch(null).default(null),
  because: oneOf([...AUTOMATION_CAUSES, "answer_due"]),
  consequence: oneOf(CONSEQUENCES),
  refusal: z.looseObject({ code: z.string() }).nullable().catch(null).default(null),
  /** Why a request was closed, and what the seller called that on its day. */
  reason: text,
  reasonLabels: z.record(z.enum(LOCALES), z.string()).nullable().catch(null).default(null),
  /** What the forwarder said of the parcel (S3-09). */
  answer: oneOf(FORWARDER_ANSWERS),
  deliveredOn: text,
  /** Of an answer after its time (P-32): when it was due. */
  lateSince: z.coerce.date().nullable().catch(null).default(null),
  adopted: oneOf(STATUSES),
  move: z
    .enum(MOVE_NAMES as [Move, ...Move[]])
    .nullable()
    .catch(null)
    .default(null),
  undid: z
    .enum(MOVE_NAMES as [Move, ...Move[]])
    .nullable()
    .catch(null)
    .default(null),
  line: z.int().nullable().catch(null).default(null),
  policyVersion: z.int().nullable().catch(null).default(null),
  operationVersion: z.int().nullable().catch(null).default(null),
});
export type EventData = z.infer<typeof eventDataSchema>;

/** What an event tells, as far as there are words for it; history is never refused for what it lacks. */
export const readEventData = (data: Record<string, unknown>): EventData => eventDataSchema.parse(data);
