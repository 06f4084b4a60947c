import { z } from "zod";
import { RESOLUTIONS } from "../terms/term-choices";
import { AUTOMATION_CAUSES } from "./automation-causes";
import { OUTBOUND_STATES } from "./facts";
import { LABEL_KINDS, PAYERS } from "./label-words";
import { fieldsSchema, reasonSchema } from "./reason-schema";
import { type ReturnWindow, WINDOW_FIELDS } from "./return-window";
import { VERDICTS } from "./verdict";

const verdict = z.enum(VERDICTS);
const windowSchema = fieldsSchema(WINDOW_FIELDS) as unknown as z.ZodType<ReturnWindow>;

const automationSchema = z.object({
  answer: z.enum(["authorize", "ask"]),
  because: z.enum(AUTOMATION_CAUSES),
  /** The limit of the setting, and how old the order was when the return was requested. */
  withinDays: z.int().nullable(),
  orderAgeDays: z.int(),
});
export type AutomationAnswer = z.infer<typeof automationSchema>;

/** The label by policy; a seller's `own` is chosen by a person at authorization (S1-12). */
const labelSchema = z.object({ kind: z.enum(LABEL_KINDS), paidBy: z.enum(PAYERS) });
export type Label = z.infer<typeof labelSchema>;

const lineSchema = z.object({
  lineId: z.string(),
  verdict,
  isExempt: z.boolean(),
  reasons: z.array(reasonSchema),
});
export type LineEvaluation = z.infer<typeof lineSchema>;

const keepItemSchema = z.object({
  because: z.enum(["rule", "no_local_address", "cost"]),
  /** The seller's name for the rule. */
  name: z.string().nullable(),
  resolution: z.enum(RESOLUTIONS),
});
export type KeepItem = z.infer<typeof keepItemSchema>;

/** The judgement of one request, as it is stored with the return, shown, and acted upon. */
export const evaluationSchema = z.object({
  /** The one that counts: on a mirrored channel the report's word decides (P-21). */
  verdict,
  ours: verdict,
  reported: z.boolean().nullable(),
  differs: z.boolean(),
  isExempt: z.boolean(),
  isPrepaidEligible: z.boolean(),
  lines: z.array(lineSchema),
  /** Of the line whose window closes last; each line's own is in its reasons. */
  window: windowSchema,
  label: labelSchema,
  automation: automationSchema,
  /** Where keeping the item is the better answer (S2-10, S4-14, P-17), and why; absent in judgements of before. */
  keepItem: keepItemSchema.nullable().optional(),
  /** S3-09, S3-10: where the parcel is that the buyer wants to give back; null: delivered, or nobody said. */
  outbound: z.enum(OUTBOUND_STATES).nullable().optional(),
  /** P-10: the versions in force at the order and at the request. */
  policy: z.object({
    orderVersionId: z.string(),
    orderVersion: z.int(),
    requestVersionId: z.string(),
    requestVersion: z.int(),
    /** The version of the operation, in force when it was judged. */
    operationVersion: z.int().optional(),
  }),
});
export type Evaluation = z.infer<typeof evaluationSchema>;
