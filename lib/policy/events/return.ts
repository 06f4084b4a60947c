import { z } from "zod";
import { LOCALES } from "@/lib/kernel/locale";
import { currencySchema, dateSchema, idSchema, instantSchema, languageSchema } from "@/lib/kernel/schemas";
import { CONSEQUENCES } from "../clocks/deadlines";
import { AUTOMATION_CAUSES } from "../judging/automation-causes";
import { judgementChangeSchema } from "../judging/judgement-change";
import { LABEL_KINDS, PAYERS } from "../judging/label-words";
import { VERDICTS } from "../judging/verdict";
import { COMPLETION_REASONS } from "../machines/return/completion-reasons";
import { FORWARDER_ANSWERS } from "../machines/return/forwarder";
import { MOVE_NAMES } from "../machines/return/move-names";
import { STATUSES } from "../machines/return/statuses";
import { UNDELIVERED } from "../messages/message";
import { CONDITIONS, DISPOSITIONS } from "../parcels/conditions";
import { explanationSchema } from "../parcels/received-unit";
import type { EventSchemas } from "./event-registry";
import type { ReturnEventKind } from "./return-event-kinds";

const text = z.string();
const move = z.enum(MOVE_NAMES);
const verdict = z.enum(VERDICTS);
const person = z.strictObject({ id: idSchema, name: text }).nullable();

const condition = z.enum(CONDITIONS);
const disposition = z.enum(DISPOSITIONS);
const graded = z.strictObject({ condition, disposition });
/** Which line a unit belongs to; null: to none, and what it is. */
const unitOf = { lineId: idSchema.nullable(), title: text.nullable() };

/** Where in a report it stood. */
const reportRow = { file: text.optional(), line: z.int().optional() };

/** Of every move: when its answer had been due (P-32), and by which versions it was decided. */
const decided = {
  lateSince: instantSchema.optional(),
  policyVersion: z.int().optional(),
  operationVersion: z.int().nullable().optional(),
};

/** What the event of each kind tells beside who did it and when. */
export const RETURN_EVENTS = {
  authorize: z.strictObject({
    ...decided,
    rma: text.optional(),
    isOwnRma: z.boolean().optional(),
    labelKind: z.enum(LABEL_KINDS),
    paidBy: z.enum(PAYERS),
    /** Of a label that somebody has bought (P-01). */
    costMinor: z.int().optional(),
    currency: currencySchema.optional(),
    carrier: text.optional(),
    tracking: text.optional(),
    /** The verdict that somebody saw and went on with, and why (S1-05). */
    overrode: verdict.optional(),
    note: text.nullable().optional(),
    because: z.enum([...AUTOMATION_CAUSES, "answer_due"]).optional(),
    /** Of units that were closed with it: how many, why, and what the buyer is told of them. */
    closedUnits: z.int().optional(),
    reason: text.optional(),
    reasonLabels: z.record(z.enum(LOCALES), text).optional(),
    comment: text.optional(),
  }),
  close: z.strictObject({
    ...decided,
    reason: text,
    /** What the seller called the reason on that day. */
    reasonLabels: z.record(z.enum(LOCALES), text).optional(),
    comment: text,
    note: text.nullable(),
  }),
  expire: z.strictObject(decided),
  withdraw: z.strictObject({ ...decided, note: text.nullable() }),
  lapse: z.strictObject(decided),
  receive: z.strictObject({
    ...decided,
    units: z.array(z.strictObject({ ...unitOf, condition, disposition })),
    tracking: text.optional(),
    /** Nothing more is awaited. */
    isWhole: z.boolean(),
    /** P-11: why it is not what was asked back. */
    difference: explanationSchema.optional(),
  }),
  regrade: z.strictObject({
    ...decided,
    regraded: z.array(z.strictObject({ ...unitOf, from: graded, to: graded.nullable() })),
    note: text.nullable(),
  }),
  fetch_label: z.strictObject(decided),
  remind: z.strictObject(decided),
  extend: z.strictObject({ ...decided, sendBy: dateSchema }),
  /** By a carrier's word; null: it says now that it has not. */
  arrive: z.strictObject({ ...decided, deliveredAt: instantSchema.nullable() }),
  follow_refund: z.strictObject(decided),
  complete: z.strictObject({
    ...decided,
    why: z.enum(COMPLETION_REASONS).nullable(),
    note: text.nullable(),
    /** Units that came and are not refunded. */
    left: z.int(),
  }),
  adopt: z.strictObject({ ...decided, reported: text.nullable(), adopted: z.enum(STATUSES) }),
  undo: z.strictObject({ ...decided, undid: move.nullable() }),

  requested: z.strictObject({
    ...reportRow,
    source: z.enum(["report", "portal", "person", "parcel"]),
    reported: text.nullable().optional(),
    status: z.enum(STATUSES),
    verdict,
  }),
  note: z.strictObject({ text }),
  assigned: z.strictObject({
    before: person,
    assignee: person,
    /** The act it was part of, as its undo names it. */
    batch: idSchema,
  }),
  handed_over: z.strictObject({ move, by: z.enum(["person", "report"]) }),
  handover_reopened: z.strictObject({ move }),
  kept_ours: z.strictObject({ move, reported: text.nullable() }),
  report_changed: z.strictObject({
    ...reportRow,
    /** By the name of the fact: what it was and what it is. */
    changes: z.record(text, z.tuple([z.unknown(), z.unknown()])).optional(),
    isUndo: z.boolean().optional(),
  }),
  judged_again: z.strictObject({ verdict, changed: judgementChangeSchema }),
  consequence_refused: z.strictObject({
    consequence: z.enum(CONSEQUENCES),
    refusal: z.looseObject({ code: text }),
  }),
  messaged: z.strictObject({
    subject: text,
    message: text.optional(),
    locale: languageSchema.optional(),
    isTakenBack: z.boolean().optional(),
    /** The act on many it was part of, as its undo names it. */
    batch: idSchema.optional(),
  }),
  not_delivered: z.strictObject({ to: text.nullable(), error: text, state: z.enum(UNDELIVERED) }),
  forwarder_answered: z.strictObject({
    answer: z.enum(FORWARDER_ANSWERS),
    deliveredOn: dateSchema.optional(),
    verdict: verdict.optional(),
    changed: judgementChangeSchema.optional(),
  }),
  refund_settled: z.strictObject({ refundId: idSchema, amountMinor: z.int(), currency: currencySchema }),
  parcel_announced: z.strictObject({ carrier: text.nullable(), tracking: text }),
  buyer_link_copied: z.strictObject({}),
  buyer_links_ended: z.strictObject({}),
  parcel_corrected: z.strictObject({ from: text, carrier: text.nullable(), tracking: text }),
  /** A parcel that stood aside at the bench turned out to be of this return. */
  parcel_matched: z.strictObject({ scanned: text }),
  /** Until null: somebody ended it. */
  snoozed: z.strictObject({ until: instantSchema.nullable(), wasUntil: instantSchema.nullable() }),
  tagged: z.strictObject({ tagsAdded: z.array(text), tagsRemoved: z.array(text) }),
} as const satisfies EventSchemas<ReturnEventKind>;
