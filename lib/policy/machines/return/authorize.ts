import { z } from "zod";
import { addressSchema } from "@/lib/kernel/address";
import { textFor } from "@/lib/kernel/buyer-languages";
import { OF_THE_SHOP } from "../../actor";
import { addressRuleFor } from "../../judging/address-rules";
import { AUTOMATION_CAUSES } from "../../judging/automation-causes";
import { payerOfWay } from "../../judging/payer-of-way";
import type { Verdict } from "../../judging/verdict";
import { INSTRUCTIONS_AT_MOST, NOTE_AT_MOST } from "../../limits";
import { ANSWERED, starts, stops } from "./clock-effects";
import { closedUnits, restRefused, verdictOfKept } from "./closed-rest";
import { type Rest, restSchema } from "./closing-input";
import { announces, foundBy, handsOver, sets, tells } from "./effects";
import { move, type WholeCase } from "./move";
import { isForeignGenerated, rmaFor } from "./rma";
import type { ReturnPatch, ReturnSubject } from "./subject";

/** Of a label that somebody has bought: its cost in minor units, and the parcel it is for. */
const paidLabel = z.object({
  costMinor: z.int().nullable().optional(),
  currency: z.string().optional(),
  carrier: z.string().nullable().optional(),
  tracking: z.string().nullable().optional(),
});
export type PaidLabel = z.infer<typeof paidLabel>;

const labelSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("policy") }),
  z.object({ kind: z.literal("unpaid") }),
  paidLabel.extend({ kind: z.literal("prepaid") }),
  paidLabel.extend({ kind: z.literal("own"), fileId: z.string() }),
]);
export type LabelChoice = z.infer<typeof labelSchema>;

const authorizeInput = z.object({
  /** The seller's own number, for one return only; without it the number is generated (S1-07). */
  rma: z.string().optional(),
  /** Null takes the channel's default (S1-15). */
  address: addressSchema.nullable(),
  label: labelSchema,
  instructions: z.string().max(INSTRUCTIONS_AT_MOST).optional(),
  /** Why somebody goes on with a request that is out of policy. */
  overrideNote: z.string().max(NOTE_AT_MOST).optional(),
  /** Lines and units that are not authorized with the others, but closed. */
  rest: restSchema.optional(),
  /** Taken along with others, so that nobody has looked at this very request (S1-16). */
  isUnseen: z.boolean().optional(),
  /** The rule that authorized by itself. */
  because: z.enum([...AUTOMATION_CAUSES, "answer_due"]).optional(),
});
type Authorize = z.infer<typeof authorizeInput>;

/** A free return has the marketplace's label, number and warehouse (S0-16, S0-20): nothing of ours is chosen. */
const isFree = ({ channel }: ReturnSubject): boolean => channel.programme === "free_return";

const rmaOf = ({ subject, input }: WholeCase<Authorize>): string =>
  input.rma ?? rmaFor(subject, subject.operation.rma.format);

/** S1-14: where the parcel goes by the channel's rules, else its default. */
function addressOf({ subject, input }: WholeCase<Authorize>) {
  if (input.address) return input.address;
  const { operation, lines, ruleAddresses, defaultAddress, currency, channel } = subject;
  const rule = addressRuleFor(operation.addressRules, lines, { paidIn: currency, rulesIn: channel.currency });
  return (rule ? ruleAddresses[rule.addressId] : undefined) ?? defaultAddress;
}

const boughtOf = (label: LabelChoice | undefined) =>
  label?.kind === "own" || label?.kind === "prepaid" ? label : null;

const instructionsOf = ({ subject, input }: WholeCase<Authorize>): string | null =>
  input.instructions ?? textFor(subject.operation.instructions, subject.buyerLocale);

/** Where the parcel goes, under which number, with which label (S1-07, S1-15, P-01). */
function patchOf(the: WholeCase<Authorize>): Partial<ReturnPatch> {
  const { subject, input } = the;
  const { evaluation, operationId } = subject;
  const instructions = instructionsOf(the);
  if (isFree(subject)) {
    const { kind, paidBy } = evaluation.label;
    return { ...UNSET, labelKind: kind, labelPaidBy: paidBy, instructions, operationId };
  }
  const address = addressOf(the);
  const { label = { kind: "policy" } } = input;
  const bought = boughtOf(label);
  const costMinor = bought?.costMinor ?? null;
  return {
    rma: rmaOf(the),
    address,
    labelKind: label.kind === "policy" ? evaluation.label.kind : label.kind,
    labelPaidBy: payerOfWay(evaluation, address?.country ?? null),
    labelFileId: label.kind === "own" ? label.fileId : null,
    labelCostMinor: costMinor,
    labelCurrency: costMinor === null ? null : (bought?.currency ?? subject.currency),
    labelCarrier: bought?.carrier ?? null,
    labelTracking: bought?.tracking ?? null,
    instructions,
    operationId,
  };
}

const UNSET = {
  rma: null,
  address: null,
  labelFileId: null,
  labelCostMinor: null,
  labelCurrency: null,
  labelCarrier: null,
  labelTracking: null,
};

/** P-01: what the history keeps of a label that somebody has bought, and why it was authorized at all. */
function toldOf(the: WholeCase<Authorize>) {
  const { subject, input } = the;
  const patch = patchOf(the);
  const bought = isFree(subject) ? null : boughtOf(input.label);
  const verdict = judgedOf(the);
  const { costMinor = null, currency = subject.currency, carrier, tracking } = bought ?? {};
  return {
    ...(isFree(subject) ? {} : { rma: rmaOf(the), isOwnRma: input.rma !== undefined }),
    labelKind: patch.labelKind,
    paidBy: patch.labelPaidBy,
    ...(costMinor === null ? {} : { costMinor, currency }),
    ...(carrier ? { carrier } : {}),
    ...(tracking ? { tracking } : {}),
    ...(verdict === "in_policy" ? {} : { overrode: verdict, note: input.overrideNote ?? null }),
    ...(input.rest ? toldOfRest(input.rest) : {}),
    ...(input.because ? { because: input.because } : {}),
  };
}

const judgedOf = ({ subject, input }: WholeCase<Authorize>): Verdict =>
  input.rest ? verdictOfKept(subject, input.rest.units) : subject.verdict;

const toldOfRest = (rest: Rest) => ({
  closedUnits: closedUnits(rest),
  reason: rest.reason,
  ...(rest.chosen?.labels ? { reasonLabels: rest.chosen.labels } : {}),
  comment: rest.comment,
});

/** What is closed with it keeps its reason and its words where a whole closing has them. */
const patchOfRest = (rest: Rest | undefined): Partial<ReturnPatch> =>
  rest ? { closeReason: rest.reason, closeReasonLabels: rest.chosen?.labels ?? null, closeComment: rest.comment } : {};

export const authorize = move({
  from: ["authorization_required"],
  to: "awaiting_return",
  by: [...OF_THE_SHOP, "product"],
  input: authorizeInput,
  isBulk: true,
  offer: { key: "a", shown: "always" },
  isHandedOver: true,
  asks: {
    /** What a buyer called off before it was sent may have nothing to send back: somebody looks at each of these. */
    seen: ({ subject, input }) => (subject.isOrderCancelled && input.isUnseen ? { code: "cancelled_unseen" } : null),
    /** S1-05: what is out of policy is authorized only by somebody who saw that it is. */
    override: (the) => {
      const verdict = judgedOf(the);
      const isSaid = the.input.overrideNote !== undefined || the.actor === "product";
      return verdict === "in_policy" || isSaid ? null : { code: "needs_override", verdict };
    },
    rest: ({ subject, input }) => restRefused(subject, input.rest),
    rma: (the) => {
      const rma = rmaOf(the);
      const isReserved = !isFree(the.subject) && isForeignGenerated(rma, the.subject, the.subject.operation.rma.format);
      return isReserved ? { code: "rma_reserved", rma } : null;
    },
    address: (the) => (isFree(the.subject) || addressOf(the) ? null : { code: "no_return_address" }),
    label: ({ subject, input }) =>
      input.label?.kind === "prepaid" && !subject.isPrepaidEligible && !isFree(subject)
        ? { code: "prepaid_not_available" }
        : null,
  },
  effects: (the, to) => {
    const { subject, input } = the;
    const patch = patchOf(the);
    // A request that the answer clock itself authorized was not answered in time.
    const endings = input.because === "answer_due" ? ({ ...ANSWERED, answer: "fired" } as const) : ANSWERED;
    return [
      sets({ ...patch, ...patchOfRest(input.rest) }, subject),
      ...(input.rest ? [{ kind: "closesUnits" as const, units: input.rest.units }] : []),
      ...stops(the, endings),
      ...starts(the, to),
      ...tells("buyer.authorized", subject),
      ...handsOver("authorize", subject),
      ...foundBy("rma", patch.rma ?? null),
      ...foundBy("tracking", patch.labelTracking ?? null),
      ...announces(patch),
    ];
  },
  data: toldOf,
});
