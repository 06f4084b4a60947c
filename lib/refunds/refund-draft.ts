import { minorToDecimal, parseTypedMinor } from "@/lib/kernel/money";
import { leftOf, quoteRefund, type RefundQuote } from "@/lib/policy/money/refund-quote";
import { priceOfUnits } from "@/lib/policy/money/shares";
import { asksForNote, type DifferenceReason } from "@/lib/policy/parcels/differences";
import type { Fault } from "@/lib/policy/terms/term-choices";
import type { RefundInput } from "./refund-input";
import type { OfferLine, OfferUnits, RefundOffer } from "./refund-offer";

export const PRESETS = ["policy", "full"] as const;
export type Preset = (typeof PRESETS)[number];

/** What somebody has said so far; what was typed for units stands by their key. */
export type RefundDraft = {
  preset: Preset;
  given: Readonly<Record<string, string>>;
  shipping: string | null;
  concession: string;
  paid: string;
  /** Null: as the reason says. */
  fault: Fault | null;
  faultNote: string;
  /** Why what came is not what was asked back. */
  why: DifferenceReason | null;
  whyNote: string;
  note: string;
  confirmsReported: boolean;
};
export const EMPTY_DRAFT: RefundDraft = {
  ...{ preset: "policy", given: {}, shipping: null, concession: "", paid: "", fault: null, faultNote: "", note: "" },
  ...{ why: null, whyNote: "" },
  confirmsReported: false,
};

export type DraftRow = {
  key: string;
  line: OfferLine;
  units: OfferUnits;
  priceMinor: number | null;
  /** What stands in its field, and what that is; null: no amount. */
  text: string;
  givenMinor: number | null;
};

const feeFor = (line: OfferLine, { fault }: RefundDraft) => {
  const whose = fault ?? line.fault;
  return line.fees && whose ? line.fees[whose] : null;
};

/** The units of an offer, each with what is given back of its price. */
function draftRows(offer: RefundOffer, draft: RefundDraft): DraftRow[] {
  const { currency, isReturnless } = offer;
  return offer.lines.flatMap((line) => {
    let after = line.refundedQuantity;
    return line.units.map((units) => {
      const ordered = Math.max(1, line.orderedQuantity ?? after + units.quantity);
      const priceMinor =
        line.priceMinor === null ? null : priceOfUnits(line.priceMinor, ordered, { after, units: units.quantity });
      after += units.quantity;
      const key = `${line.returnLineId}.${units.condition ?? "none"}`;
      const isLeftOut = units.condition === null && !isReturnless && draft.preset === "policy";
      const byPolicy = priceMinor === null ? null : leftOf(priceMinor, feeFor(line, draft), units.condition);
      const usual = isLeftOut ? 0 : draft.preset === "full" ? priceMinor : byPolicy;
      const typed = draft.given[key];
      const text = typed ?? (usual === null ? "" : minorToDecimal({ amountMinor: usual, currency }));
      return { key, line, units, priceMinor, text, givenMinor: parseTypedMinor(text, currency) };
    });
  });
}

const blank = (text: string): string | null => (text.trim() === "" ? null : text.trim());

export type Drafted = { rows: DraftRow[]; quote: RefundQuote; input: Omit<RefundInput, "key">; unread: string[] };

/** What a draft comes to, and what is sent for it; `unread` names the fields that hold no amount. */
export function drafted(offer: RefundOffer, draft: RefundDraft): Drafted {
  const { currency, order } = offer;
  const rows = draftRows(offer, draft);
  const read = (text: string | null) => (text === null ? null : parseTypedMinor(text, currency));
  const isFull = draft.preset === "full";
  const shippingLeft = Math.max(0, (order.shippingMinor ?? 0) - order.shippingRefundedMinor);
  const shipping = draft.shipping ?? (isFull ? minorToDecimal({ amountMinor: shippingLeft, currency }) : null);
  const concession = blank(draft.concession);
  const paid = order.paidMinor === null ? blank(draft.paid) : null;
  // What never came and is given nothing is not spoken of.
  const named = rows.filter(({ units, givenMinor }) => units.condition !== null || givenMinor !== 0);
  const isTyped = ({ key, units }: DraftRow) =>
    draft.given[key] !== undefined || isFull || (units.condition === null && !offer.isReturnless);
  const given = (row: DraftRow) => (isTyped(row) ? row.text : null);
  const faults: Record<string, Fault> = {};
  if (draft.fault)
    for (const { lineId, fault } of offer.lines) if (fault && fault !== draft.fault) faults[lineId] = draft.fault;
  const quote = quoteRefund(
    { ...order, paidMinor: order.paidMinor ?? read(paid) },
    offer.lines.flatMap((line) => {
      const units = named.flatMap((row) =>
        row.line === line ? [{ ...row.units, givenMinor: isTyped(row) ? row.givenMinor : null }] : [],
      );
      return units.length === 0 ? [] : [{ ...line, fee: feeFor(line, draft), units }];
    }),
    {
      shippingMinor: shipping === null ? null : read(shipping),
      deductsLabel: isFull ? false : null,
      concessionMinor: read(concession) ?? 0,
    },
  );
  const isAsked = offer.differences.length > 0 && named.length > 0;
  const whyNote = blank(draft.whyNote);
  const isWrong = (text: string | null) => text !== null && !((read(text) ?? -1) >= 0);
  return {
    rows,
    quote,
    unread: [
      ...rows.filter((row) => isWrong(given(row) ?? row.text)).map(({ key }) => key),
      ...(isWrong(shipping) ? ["shipping"] : []),
      ...(isWrong(concession) ? ["concession"] : []),
      ...(isWrong(paid) ? ["paid"] : []),
      ...(Object.keys(faults).length > 0 && draft.faultNote.trim() === "" ? ["faultNote"] : []),
      ...(isAsked && draft.why === null ? ["why"] : []),
      ...(isAsked && draft.why && asksForNote(draft.why) && whyNote === null ? ["whyNote"] : []),
      ...(offer.outsideMinor > 0 && !draft.confirmsReported ? ["confirmsReported"] : []),
    ],
    input: {
      ...{ orderId: offer.orderId, returnId: offer.returnId },
      units: named.map((row) => ({
        ...{ returnLineId: row.line.returnLineId, condition: row.units.condition, quantity: row.units.quantity },
        given: given(row),
      })),
      ...{ shipping, deductsLabel: isFull ? false : null, concession, faults, paid },
      ...{ faultNote: draft.faultNote.trim(), note: draft.note.trim(), confirmsReported: draft.confirmsReported },
      difference: isAsked && draft.why ? { reason: draft.why, note: asksForNote(draft.why) ? whyNote : null } : null,
      amountMinor: quote.amountMinor,
    },
  };
}
