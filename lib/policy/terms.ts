import { z } from "zod";
import { dateSchema } from "./calendar";

export const FAULTS = ["seller", "carrier", "buyer"] as const;
export type Fault = (typeof FAULTS)[number];

const days = z.int().min(0).max(3650);
const names = z.array(z.string().trim().min(1).max(200)).max(5000);
const fault = z.enum(FAULTS);

/** What the buyer gets. Binds by order date and merges to the more generous (P-10). */
export const termsSchema = z.strictObject({
  window: z.strictObject({
    days,
    /** Added to the order date where the delivery date is unknown (P-21). */
    transitAllowanceDays: days,
    byCategory: z.array(z.strictObject({ category: z.string().trim().min(1).max(200), days })).max(500),
    holidays: z
      .array(
        z.strictObject({
          boughtFrom: dateSchema,
          boughtTo: dateSchema,
          returnableUntil: dateSchema,
          label: z.string().trim().max(200),
        }),
      )
      .max(100),
  }),
  notReturnable: z.strictObject({ categories: names, skus: names }),
  /** P-07, keyed by `reasonKey`, or by the normalised code where we have no words for it. */
  faultByReason: z.strictObject({ default: fault, reasons: z.record(z.string(), fault) }),
  freeReturn: z.strictObject({
    requestDays: days,
    extraDaysAfterPromise: days,
    /** S0-04, keyed as in faultByReason. */
    excludedReasons: names,
  }),
});
export type Terms = z.infer<typeof termsSchema>;

/** S4-01, in the order of its choices (1), (2), (3). */
export const AUTOMATION_CHOICES = ["each", "all", "policy"] as const;
const ANSWER_CONSEQUENCES = ["nothing", "authorize", "refund"] as const;

/** How the seller works. Binds at the moment of the decision (P-10). */
export const operationSchema = z.strictObject({
  automation: z.strictObject({
    choice: z.enum(AUTOMATION_CHOICES),
    /** Only orders at most so many days old when the return is requested; null: no limit. */
    withinDays: z.int().min(1).max(30).nullable(),
    /** S1-19: exempt SKUs are answered by hand, or like any other request. */
    exempt: z.enum(["manual", "automatic"]),
    /** P-20: whether automation also acts on requests that a marketplace left pending. */
    isOnForMirrored: z.boolean(),
  }),
  /** P-02: exempt from the prepaid programme. */
  exemptions: z.strictObject({ skus: names, categories: names }),
  clocks: z.strictObject({
    answerHours: z.int().min(1).max(720),
    answerConsequence: z.enum(ANSWER_CONSEQUENCES),
    expireDays: z.int().min(1).max(365),
    sendBackDays: days,
    transitDays: days,
    /** P-15, of a free return: to fetch the label, and from then on to arrive. */
    labelDays: days,
    arriveDays: days,
  }),
  undoSeconds: z.int().min(0).max(60),
  /** What the team is told of a new request by mail, and whether the mail carries links to decide it (S1-01, S1-17). */
  requestMail: z.strictObject({ isOn: z.boolean(), hasLinks: z.boolean() }),
  /** Told to the buyer with the label. */
  instructions: z.string().max(1000),
});
export type Operation = z.infer<typeof operationSchema>;

export type Policy = { terms: Terms; operation: Operation };
