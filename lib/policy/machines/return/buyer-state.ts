import { addDaysTo } from "@/lib/kernel/calendar";
import type { Consequence, DeadlineKind } from "../../clocks/deadlines";
import type { Programme } from "../../judging/facts";
import { type ChannelMode, REACH } from "../../reach";
import { isUnseen, type ParcelStatus } from "../parcel/statuses";
import { isExpiry } from "./kinds-of-status";
import { AWAITED, type Status } from "./statuses";

/** How a return stands for its buyer: one of these is the sentence above everything else on their page. */
export type BuyerStateCode =
  | "asked"
  | "fetch"
  | "send"
  | "announced"
  | "on_its_way"
  | "arrived"
  | "received"
  | "completed"
  | "closed"
  | "expired"
  | "withdrawn"
  | "lapsed"
  | "unknown";

type Clock = { kind: DeadlineKind; dueAt: Date; consequence: Consequence };

export type BuyerStanding = {
  status: Status;
  lastMove: string | null;
  labelFetchedAt: Date | null;
  /** Whether there is a label that the buyer takes from us. */
  hasLabel: boolean;
  parcels: readonly { status: ParcelStatus }[];
  /** The open ones. */
  clocks: readonly Clock[];
  channel: { mode: ChannelMode; programme: Programme; timeZone: string };
  transitDays: number;
};

export type BuyerState = {
  code: BuyerStateCode;
  /** Who acts next; null: nobody any more. */
  turn: "buyer" | "shop" | "carrier" | "marketplace" | null;
  /** Until when, while that is still to come. */
  due: Date | null;
  /** What happens otherwise, and when; only what Homeward itself carries out is promised. */
  otherwise: { what: "authorize" | "expire" | "lapse"; at: Date } | null;
};

const STATE_OF: Record<Exclude<Status, typeof AWAITED>, Omit<BuyerState, "due" | "otherwise">> = {
  authorization_required: { code: "asked", turn: "shop" },
  received: { code: "received", turn: "shop" },
  completed: { code: "completed", turn: null },
  closed: { code: "closed", turn: null },
  withdrawn: { code: "withdrawn", turn: null },
  lapsed: { code: "lapsed", turn: null },
  unknown: { code: "unknown", turn: "marketplace" },
};

/** What is due is the arrival, and transit is allowed for: the buyer reads until when to hand the parcel in (S1-21). */
const handInBy = (dueAt: Date, { channel, transitDays }: Pick<BuyerStanding, "channel" | "transitDays">): Date =>
  channel.programme === "free_return" ? dueAt : addDaysTo(dueAt, -transitDays, channel.timeZone);

function whileAwaited(standing: BuyerStanding, clock: Clock | undefined): Pick<BuyerState, "code" | "turn" | "due"> {
  const { parcels, hasLabel, labelFetchedAt, channel } = standing;
  const has = (status: ParcelStatus) => parcels.some((parcel) => parcel.status === status);
  if (has("delivered")) return { code: "arrived", turn: "shop", due: null };
  if (has("on_its_way")) return { code: "on_its_way", turn: "carrier", due: null };
  const due = clock ? handInBy(clock.dueAt, standing) : null;
  if (parcels.some(({ status }) => isUnseen(status))) return { code: "announced", turn: "carrier", due };
  const isToFetch = clock?.kind === "fetch_label" || (hasLabel && labelFetchedAt === null);
  if (isToFetch && channel.programme === "free_return") return { code: "fetch", turn: "buyer", due };
  return { code: "send", turn: "buyer", due };
}

const CARRIED_OUT = { authorize: "authorize", expire: "expire", lapse: "lapse" } as const;
const consequenceOf = ({ consequence, dueAt }: Clock): BuyerState["otherwise"] =>
  consequence in CARRIED_OUT ? { what: CARRIED_OUT[consequence as keyof typeof CARRIED_OUT], at: dueAt } : null;

/** S0-21, B.13: where a return stands, who acts, until when, and what happens otherwise. */
export function buyerState(standing: BuyerStanding, now: Date): BuyerState {
  const { status, clocks, channel, lastMove } = standing;
  const open = (kind: DeadlineKind) => clocks.find((clock) => clock.kind === kind);
  const later = (at: Date | null) => (at && at > now ? at : null);
  const { carriesOut } = REACH[channel.mode];
  const promised = (clock: Clock | undefined) =>
    carriesOut && clock && clock.dueAt > now ? consequenceOf(clock) : null;
  if (status === AWAITED) {
    const clock = open("fetch_label") ?? open("send_back");
    const state = whileAwaited(standing, clock);
    const isStopped = state.turn !== "buyer" && state.code !== "announced";
    return { ...state, due: later(state.due), otherwise: isStopped ? null : promised(clock) };
  }
  const state = STATE_OF[status];
  const answer = open("answer");
  if (state.code === "asked")
    return { ...state, due: later(answer?.dueAt ?? null), otherwise: promised(answer) ?? promised(open("expire")) };
  return { ...state, code: isExpiry(lastMove) ? "expired" : state.code, due: null, otherwise: null };
}
