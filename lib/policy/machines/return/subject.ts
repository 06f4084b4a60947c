import type { Address } from "@/lib/kernel/address";
import type { ActorKind } from "../../actor";
import type { Consequence, DeadlineKind, DeadlineState } from "../../clocks/deadlines";
import type { Evaluation } from "../../judging/evaluation";
import type { ChannelFacts, Outbound } from "../../judging/facts";
import type { LabelKind, Payer } from "../../judging/label-words";
import type { ReasonLabels } from "../../judging/own-reasons";
import type { Verdict } from "../../judging/verdict";
import type { Condition, Disposition } from "../../parcels/conditions";
import type { ChannelMode } from "../../reach";
import type { Operation } from "../../terms/terms";
import type { Move } from "./move-names";
import type { RecordedEffect } from "./recorded-effects";
import type { Status } from "./statuses";

/** What decides whether a move can be made of a return at all. Instants are Dates; nothing here reads a clock. */
export type MoveFacts = {
  status: Status;
  /** The status before the last move, or null when nothing has moved it yet. */
  previousStatus: Status | null;
  lastMove: Move | null;
  lastMovedAt: Date | null;
  lastMovedBy: ActorKind | null;
  verdict: Verdict;
  /** In policy, on a channel with the prepaid programme, and no line exempt (P-01). */
  isPrepaidEligible: boolean;
  isOrderCancelled: boolean;
  mode: ChannelMode;
  marketplace: "amazon" | "aliexpress" | "own";
  /** What the last report or list says, in our words; null where none speaks of it, or no known word. */
  reportedStatus: Status | null;
  /** Where the parcel is that the buyer wants to give back; null: delivered, or nobody said (S3-12). */
  outbound: Outbound | null;
  /** The decision that was made here and is not yet seen to be done on the marketplace, if any (P-19). */
  openHandover: Move | null;
  /** Somebody stood by the last move against what the report still says (P-24, *keep ours*). */
  hasKeptOurs: boolean;
  /** When an unanswered request expires (P-05) and when an authorized one lapses (S1-21). */
  expiresAt: Date | null;
  lapsesAt: Date | null;
  /** When one that was refunded in part is over (P-05). */
  completesAt: Date | null;
  /** When the buyer took the label, as far as anybody knows. */
  labelFetchedAt: Date | null;
  /** S1-21: a parcel of it is with its carrier, or was delivered and nobody has looked into it yet. */
  isParcelUnderWay: boolean;
  /** A parcel of it was lost, and none that was announced is still to come. */
  isRestLost: boolean;
  /** A parcel of it was announced and is still to come. */
  isParcelAnnounced: boolean;
  /** When the buyer was last asked for the parcel, and that was not taken back. */
  remindedAt: Date | null;
  /** The buyer can be written to by mail. */
  hasBuyerAddress: boolean;
  /** Until when a decision may be taken back, and whether something of it has left the outbox or has been paid. */
  undoUntil: Date | null;
  hasLeftOutbox: boolean;
  hasPaidRefund: boolean;
};

/** What a decision sets on a return beside its status; an undone one gives back what stood there before. */
export type ReturnPatch = {
  rma: string | null;
  address: Address | null;
  labelKind: LabelKind | null;
  labelPaidBy: Payer | null;
  labelFileId: string | null;
  labelCostMinor: number | null;
  labelCurrency: string | null;
  labelCarrier: string | null;
  labelTracking: string | null;
  /** An instant, as ISO text. */
  labelFetchedAt: string | null;
  instructions: string | null;
  closeReason: string | null;
  closeReasonLabels: ReasonLabels | null;
  closeComment: string | null;
  operationId: string | null;
};

/** A clock of the return, open or over. */
export type Clock = {
  id: string;
  kind: DeadlineKind;
  dueAt: Date;
  state: DeadlineState;
  closedAt: Date | null;
  consequence: Consequence;
};

/** The event of a move, with what it did; of a later undo it is all there is to go by. */
export type MoveEvent = { id: string; at: Date; effects: readonly RecordedEffect[] };

/** All that a move reads: what decides about it, and what its effects are made of. */
export type ReturnSubject = MoveFacts & {
  id: string;
  channelId: string;
  orderId: string;
  number: number;
  requestedOn: string;
  requestedAt: Date | null;
  currency: string;
  valueMinor: number | null;
  buyerLocale: string | null;
  evaluation: Evaluation;
  channel: Pick<ChannelFacts, "programme" | "timeZone"> & { currency: string };
  /** Somebody waits for an answer about the same order, and is judged by what is left of it. */
  hasOthersWaiting: boolean;
  /** The operation in force now: a decision is carried out by it. */
  operation: Operation;
  operationId: string;
  operationVersion: number;
  lines: readonly {
    id: string;
    orderLineId: string;
    quantity: number;
    closedQuantity: number;
    category: string | null;
    reason: string;
    amountMinor: number | null;
    orderedQuantity: number | null;
  }[];
  /** What was received of it and stands. */
  units: readonly {
    id: string;
    lineId: string | null;
    title: string | null;
    condition: Condition;
    disposition: Disposition;
  }[];
  /** What has been paid back of its lines; without a condition the units never came, or the buyer keeps them. */
  refunded: readonly { lineId: string; condition: Condition | null; quantity: number }[];
  /** Refunds of it that were paid, that are not settled yet, and that failed. */
  refunds: { paid: number; open: number; failed: number };
  /** P-22: a report says that something of it was refunded. */
  isRefundReported: boolean;
  /** When a carrier first delivered something of it; null: no parcel of it was delivered. */
  deliveredAt: Date | null;
  /** The date on which a report says that it came back. */
  reportedBackOn: string | null;
  /** Nobody asked for it: a parcel came. */
  isUnannounced: boolean;
  /** The status in which its first goods came; null: none have come. */
  receivedFrom: Status | null;
  /** Events that the buyer has yet to be told of as goods that came. */
  untoldReceipts: readonly string[];
  defaultAddress: Address | null;
  /** The addresses that the channel's rules name, by id. */
  ruleAddresses: Readonly<Record<string, Address>>;
  /** The report's own word for its status. */
  reportedWord: string | null;
  /** The tracking number that a report names: the return stays findable by it. */
  reportedTracking: string | null;
  deadlines: readonly Clock[];
  lastEvent: (MoveEvent & { bulkActId: string | null; actorName: string | null }) | null;
  /** What moves may set, as it stands. */
  standing: ReturnPatch;
};
