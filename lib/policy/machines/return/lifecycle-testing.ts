import type { ActorKind } from "../../actor";
import { defaultPolicy } from "../../judging/programmes/seller-fulfilled";
import { judge } from "../../judging/testing";
import type { InputOf } from "../machine";
import type { Move } from "./move-names";
import { HANDED_OVER_MOVES, returnMachine } from "./return-machine";
import type { ReturnSubject } from "./subject";

export const now = new Date("2026-02-20T12:00:00Z");
export const past = new Date("2026-02-20T12:00:00Z");
export const future = new Date("2026-02-20T12:00:01Z");

const ADDRESS = {
  recipient: "Returns",
  line1: "1 Dock Street",
  line2: null,
  city: "Reno",
  region: "NV",
  postalCode: "89501",
  country: "US",
  phone: null,
};

const NOTHING_SET = {
  rma: null,
  address: null,
  labelKind: null,
  labelPaidBy: null,
  labelFileId: null,
  labelCostMinor: null,
  labelCurrency: null,
  labelCarrier: null,
  labelTracking: null,
  labelFetchedAt: null,
  instructions: null,
  closeReason: null,
  closeReasonLabels: null,
  closeComment: null,
  operationId: null,
};

/** A decision that had to be carried out on a marketplace says so in its event. */
const lastEventOf = ({ lastMove, mode }: Partial<ReturnSubject>): ReturnSubject["lastEvent"] =>
  lastMove
    ? {
        id: "event-1",
        at: past,
        bulkActId: null,
        actorName: "Ada",
        effects:
          mode === "mirrored" && HANDED_OVER_MOVES.some((move) => move === lastMove)
            ? [{ kind: "handsOver", before: null }]
            : [],
      }
    : null;

export const aSubject = (changes: Partial<ReturnSubject> = {}): ReturnSubject => ({
  id: "return-1",
  channelId: "channel-1",
  orderId: "order-1",
  hasOthersWaiting: false,
  number: 1042,
  requestedOn: "2026-02-19",
  requestedAt: null,
  currency: "USD",
  valueMinor: 2138,
  buyerLocale: null,
  evaluation: judge(),
  channel: { programme: "seller_fulfilled", timeZone: "America/Los_Angeles", currency: "USD" },
  operation: defaultPolicy.operation,
  operationId: "operation-1",
  operationVersion: 1,
  lines: [],
  units: [],
  refunded: [],
  refunds: { paid: 0, open: 0, failed: 0 },
  isRefundReported: false,
  deliveredAt: null,
  reportedBackOn: null,
  completesAt: null,
  receivedFrom: null,
  isUnannounced: false,
  untoldReceipts: [],
  defaultAddress: ADDRESS,
  ruleAddresses: {},
  reportedWord: null,
  reportedTracking: null,
  deadlines: [],
  lastEvent: lastEventOf(changes),
  standing: NOTHING_SET,
  labelFetchedAt: null,
  isParcelUnderWay: false,
  isRestLost: false,
  isParcelAnnounced: false,
  remindedAt: null,
  hasBuyerAddress: true,
  marketplace: "own",
  status: "authorization_required",
  previousStatus: null,
  lastMove: null,
  lastMovedAt: null,
  lastMovedBy: null,
  verdict: "in_policy",
  isPrepaidEligible: false,
  isOrderCancelled: false,
  mode: "managed",
  reportedStatus: null,
  outbound: null,
  openHandover: null,
  hasKeptOurs: false,
  expiresAt: null,
  lapsesAt: null,
  undoUntil: null,
  hasLeftOutbox: false,
  hasPaidRefund: false,
  ...changes,
});

/** What becomes of a move: the status it leads to, or the code of its refusal. */
export const outcome = <Name extends Move>(
  move: Name,
  changes: Partial<ReturnSubject>,
  actor: ActorKind = "person",
  input: Partial<InputOf<(typeof returnMachine.moves)[Name]>> = {},
) => {
  const decided = returnMachine.decide(move, { subject: aSubject(changes), input, actor, now });
  return decided.ok ? decided.value.to : decided.refusal.code;
};
