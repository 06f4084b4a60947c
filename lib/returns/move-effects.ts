import { textFor } from "@/lib/kernel/buyer-languages";
import { ok, type Result, refuse } from "@/lib/kernel/result";
import { addressRuleFor } from "@/lib/policy/judging/address-rules";
import { payerOfWay } from "@/lib/policy/judging/freight";
import { findCloseReason } from "@/lib/policy/machines/return/close-reasons";
import { isForeignGenerated, rmaFor } from "@/lib/policy/machines/return/rma";
import type { Status } from "@/lib/policy/machines/return/statuses";
import type { LabelChoice, MoveRequest, VerbRefusal } from "./move-request";
import type { MoveSubjectRow } from "./move-subjects";

/** What a move changes on the return beside its status, and what its event tells. */
export type Effect = {
  patch: Record<string, unknown>;
  data: Record<string, unknown>;
  hasRefundIntent: boolean;
};

const nothing = (data: Record<string, unknown> = {}): Result<Effect, VerbRefusal> =>
  ok({ patch: {}, data, hasRefundIntent: false });

type RequestOf<Name extends MoveRequest["move"]> = Extract<MoveRequest, { move: Name }>;

/** What an undone decision had set; an earlier one's stays. */
const SET_BY: Partial<Record<string, Record<string, null>>> = {
  authorize: {
    rma: null,
    address: null,
    label_kind: null,
    label_paid_by: null,
    label_file_id: null,
    label_cost_minor: null,
    label_currency: null,
    label_carrier: null,
    label_tracking: null,
    instructions: null,
  },
  close: { close_reason: null, close_reason_labels: null, close_comment: null },
};

/** S1-14: where the parcel goes by the channel's rules, else its default. */
function addressOf({ operation, lines, ruleAddresses, defaultAddress, currency, channel }: MoveSubjectRow) {
  const rule = addressRuleFor(operation.addressRules, lines, { paidIn: currency, rulesIn: channel.currency });
  return (rule ? ruleAddresses[rule.addressId] : undefined) ?? defaultAddress;
}

/** Where the parcel goes, under which number, with which label (S1-07, S1-15, P-01). */
function authorize(row: MoveSubjectRow, request: RequestOf<"authorize">): Result<Effect, VerbRefusal> {
  // A free return has the marketplace's label, number and warehouse (S0-16, S0-20): nothing of ours is chosen.
  if (row.channel.programme === "free_return") return authorizeFree(row, request);
  const { format } = row.operation.rma;
  const rma = request.rma ?? rmaFor(row, format);
  if (isForeignGenerated(rma, row, format)) return refuse({ code: "rma_reserved", rma });
  const address = request.address ?? addressOf(row);
  if (!address) return refuse({ code: "no_return_address" });
  const { label } = request;
  const labelKind = label.kind === "policy" ? row.evaluation.label.kind : label.kind;
  const paidBy = payerOfWay(row.evaluation, address.country);
  if (label.kind === "prepaid" && !row.isPrepaidEligible) return refuse({ code: "prepaid_not_available" });
  const paid = label.kind === "own" || label.kind === "prepaid" ? label : null;
  const instructions = request.instructions ?? textFor(row.operation.instructions, row.buyerLocale);
  return ok({
    patch: {
      rma,
      address,
      label_kind: labelKind,
      label_paid_by: paidBy,
      label_file_id: label.kind === "own" ? label.fileId : null,
      label_cost_minor: paid?.costMinor ?? null,
      label_currency: paid?.costMinor === undefined || paid.costMinor === null ? null : (paid.currency ?? row.currency),
      label_carrier: paid?.carrier ?? null,
      label_tracking: paid?.tracking ?? null,
      instructions,
    },
    data: {
      rma,
      isOwnRma: request.rma !== undefined,
      labelKind,
      paidBy,
      ...paidFacts(label, row.currency),
      ...whyFacts(row, request),
    },
    hasRefundIntent: false,
  });
}

function authorizeFree(row: MoveSubjectRow, request: RequestOf<"authorize">): Result<Effect, VerbRefusal> {
  const { kind, paidBy } = row.evaluation.label;
  const instructions = request.instructions ?? textFor(row.operation.instructions, row.buyerLocale);
  return ok({
    patch: { ...SET_BY.authorize, label_kind: kind, label_paid_by: paidBy, instructions },
    data: { labelKind: kind, paidBy, ...whyFacts(row, request) },
    hasRefundIntent: false,
  });
}

const whyFacts = (row: MoveSubjectRow, request: RequestOf<"authorize">) => ({
  ...(row.verdict === "in_policy" ? {} : { overrode: row.verdict, note: request.overrideNote ?? null }),
  ...(request.because ? { because: request.because } : {}),
});

/** P-01: what the history keeps of a label that somebody has bought. */
function paidFacts(label: LabelChoice, currency: string): Record<string, unknown> {
  if (label.kind !== "own" && label.kind !== "prepaid") return {};
  const { costMinor = null, carrier, tracking } = label;
  return {
    ...(costMinor === null ? {} : { costMinor, currency: label.currency ?? currency }),
    ...(carrier ? { carrier } : {}),
    ...(tracking ? { tracking } : {}),
  };
}

function close(row: MoveSubjectRow, request: RequestOf<"close">): Result<Effect, VerbRefusal> {
  const { reason, note, chosen } = request;
  const comment = request.comments?.[row.id] ?? request.comment;
  return ok({
    patch: { close_reason: reason, close_reason_labels: chosen?.labels ?? null, close_comment: comment },
    data: { reason, ...(chosen?.labels ? { reasonLabels: chosen.labels } : {}), comment, note: note ?? null },
    hasRefundIntent: (chosen ?? findCloseReason(reason))?.carriesRefund ?? false,
  });
}

/** Whoever takes back a certain decision is told when the last move is another one by now, and whose. */
export function overtaken({ lastMove }: MoveSubjectRow, request: MoveRequest): VerbRefusal | null {
  if (request.move !== "undo") return null;
  const { jobId, eventId } = request;
  const isAnother =
    (jobId !== undefined && lastMove?.jobId !== jobId) || (eventId !== undefined && lastMove?.id !== eventId);
  if (!isAnother) return null;
  return { code: "moved_since", movedBy: lastMove?.actorName ?? null, movedAt: lastMove?.at?.toISOString() ?? null };
}

/** The effect of a move that was decided to be possible, or what the return itself still lacks for it. */
export function effectOf(row: MoveSubjectRow, request: MoveRequest, to: Status): Result<Effect, VerbRefusal> {
  switch (request.move) {
    case "authorize":
      return authorize(row, request);
    case "close":
      return close(row, request);
    case "withdraw":
      return nothing({ note: request.note ?? null });
    case "adopt":
      return nothing({ reported: row.reportedStatus, adopted: to });
    case "undo":
      return ok({
        patch: SET_BY[row.lastMove?.kind ?? ""] ?? {},
        data: { undid: row.lastMove?.kind ?? null },
        hasRefundIntent: false,
      });
    case "expire":
    case "lapse":
      return nothing();
  }
}
