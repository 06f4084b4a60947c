import { z } from "zod";
import { dateSchema, languageSchema } from "@/lib/kernel/schemas";
import { rmaFormatProblem } from "../machines/return/rma";
import { TERMS, type TermRow, type Terms } from "./rows";
import {
  ANSWER_CONSEQUENCES,
  AUTOMATION_CHOICES,
  FAULTS,
  HOLIDAY_BASES,
  REFUND_CONSEQUENCES,
  RESOLUTIONS,
} from "./term-choices";

const rmaFormatSchema = z.string().superRefine((format, context) => {
  const message = rmaFormatProblem(format);
  if (message) context.addIssue({ code: "custom", message });
});

const days = z.int().min(0).max(3650);
const name = z.string().trim().min(1).max(200);
const names = z.array(name).max(5000);
const fault = z.enum(FAULTS);
/** Minor units of the channel's currency. */
const amount = z.int().min(0).max(1_000_000_000_00);

/** Empty lists and open ends leave the rule open on that side. */
const reach = {
  categories: names,
  reasons: names,
  minMinor: amount.nullable(),
  maxMinor: amount.nullable(),
};

type OwnRow = Extract<TermRow, { kind: "own" }>;
/** The terms that are more than a number, an amount or a list of names. */
const OWN_SHAPES: { [Path in OwnRow["path"]]: z.ZodType<ReturnType<Extract<OwnRow, { path: Path }>["read"]>> } = {
  "window.byCategory": z.array(z.strictObject({ category: name, days })).max(500),
  "window.bySku": z.array(z.strictObject({ sku: name, days })).max(5000),
  "window.holidays": z
    .array(
      z.strictObject({
        basis: z.enum(HOLIDAY_BASES),
        boughtFrom: dateSchema,
        boughtTo: dateSchema,
        returnableUntil: dateSchema,
        label: z.string().trim().max(200),
      }),
    )
    .max(100),
  "faultByReason.default": fault,
  "faultByReason.reasons": z.record(z.string(), fault),
  freightByReason: z.record(z.string(), fault),
  "returnless.rules": z.array(z.strictObject({ name, ...reach, resolution: z.enum(RESOLUTIONS) })).max(50),
};

function shapeOf(row: TermRow): z.ZodType {
  if (row.kind === "own") return OWN_SHAPES[row.path];
  if (row.kind === "number") return z.int().min(0).max(row.most);
  return row.kind === "amount" ? amount.nullable() : names;
}

const partsOf = (head: string) =>
  TERMS.rows.flatMap((row) => {
    const [first, last] = row.path.split(".");
    return first === head && last !== undefined ? [[last, shapeOf(row)] as const] : [];
  });

/** What the buyer gets, in the shape that the rows make. */
export const termsSchema = z.strictObject(
  Object.fromEntries(
    TERMS.rows.map((row) => {
      const [head = row.path, last] = row.path.split(".");
      return [head, last === undefined ? shapeOf(row) : z.strictObject(Object.fromEntries(partsOf(head)))];
    }),
  ),
) as unknown as z.ZodType<Terms>;
export type { Terms } from "./rows";

/** S0-25, S0-26: how the parcel of a free return is handed over. */
export const HAND_IN_METHODS = ["pick_up", "drop_off"] as const;

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
  /** P-02: exempt from the prepaid programme; single SKUs have rules of their own. */
  exemptions: z.strictObject({ categories: names }),
  /** P-12: days on which nobody works, 1 Monday to 7 Sunday, and dates in the channel's zone. */
  calendar: z.strictObject({
    restDays: z.array(z.int().min(1).max(7)).max(6),
    closedOn: z.array(z.strictObject({ on: dateSchema, label: z.string().trim().max(200) })).max(200),
  }),
  clocks: z.strictObject({
    answerHours: z.int().min(1).max(720),
    answerConsequence: z.enum(ANSWER_CONSEQUENCES),
    expireDays: z.int().min(1).max(365),
    sendBackDays: days,
    transitDays: days,
    /** P-15, of a free return: to fetch the label, and from then on to arrive. */
    labelDays: days,
    arriveDays: days,
    /** P-04, P-12: days of work after the goods came, and what the marketplace does then. */
    refundDays: z.int().min(0).max(90),
    refundConsequence: z.enum(REFUND_CONSEQUENCES),
    /** P-05: without change after a refund in part. */
    completeDays: z.int().min(1).max(365),
  }),
  undoSeconds: z.int().min(0).max(60),
  /** What the team is told of a new request by mail, and whether the mail carries links to decide it (S1-01, S1-17). */
  requestMail: z.strictObject({ isOn: z.boolean(), hasLinks: z.boolean() }),
  /** Told to the buyer with the label, by the language it is written in. */
  instructions: z.record(languageSchema, z.string().max(1000)),
  /** Where a parcel goes that the channel's default address is not right for; the best match wins. */
  addressRules: z.array(z.strictObject({ name, addressId: z.uuid(), ...reach })).max(15),
  /** S1-07: how RMA numbers are made; `isOwn`: a person is asked for the seller's own first. */
  rma: z.strictObject({ format: rmaFormatSchema, isOwn: z.boolean() }),
  labels: z.strictObject({
    /** null: the usual one of the channel's country. */
    labelSize: z.enum(["4x6", "100x150"]).nullable(),
    slipSize: z.enum(["A4", "letter"]).nullable(),
    /** S2-10: what the way back usually costs, in the channel's currency; null: unknown. */
    costMinor: amount.nullable(),
    costAbroadMinor: amount.nullable(),
  }),
  /** S0-05, S0-27, S0-28: the countries a free return is offered in, who takes the parcel there and where it goes. */
  freeReturnCountries: z
    .array(
      z.strictObject({
        country: z.string().length(2),
        method: z.enum(HAND_IN_METHODS),
        carrier: z.string().trim().max(200),
        site: z.string().trim().max(500),
        phone: z.string().trim().max(50),
        warehouse: z.string().trim().max(500),
      }),
    )
    .max(250),
});
export type Operation = z.infer<typeof operationSchema>;

export type Policy = { terms: Terms; operation: Operation };
