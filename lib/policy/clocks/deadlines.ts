import { addDaysTo, addHours, endOfDay, endOfNextDay, endOfWorkDays } from "@/lib/kernel/calendar";
import { addDays } from "@/lib/kernel/dates";
import type { ChannelFacts, ReturnFacts } from "../judging/facts";
import type { ReturnWindow } from "../judging/return-window";
import type { Status } from "../machines/return/statuses";
import type { Operation } from "../terms/terms";

export const DEADLINE_KINDS = ["answer", "expire", "fetch_label", "send_back", "refund", "complete"] as const;
export type DeadlineKind = (typeof DEADLINE_KINDS)[number];

/** Those that run for goods: of a label that is to be fetched, or of their arrival. */
export const WAY_BACK: readonly DeadlineKind[] = ["fetch_label", "send_back"];
export const isWayBack = (kind: DeadlineKind): boolean => WAY_BACK.includes(kind);

export const DEADLINE_STATES = ["open", "met", "late", "fired", "cancelled", "missed_before_import"] as const;
export type DeadlineState = (typeof DEADLINE_STATES)[number];

export const CONSEQUENCES = ["nothing", "authorize", "refund", "expire", "lapse", "complete"] as const;
export type Consequence = (typeof CONSEQUENCES)[number];

/** The seller's silence is a yes. */
export const CONSENTS = "authorize" satisfies Consequence;
export const consents = (consequence: Consequence): boolean => consequence === CONSENTS;

/** Consequences that Homeward itself carries out when their time has come, on a managed channel only (P-19). */
export const EXECUTED: readonly Consequence[] = ["authorize", "expire", "lapse", "complete"];
export const isExecuted = (consequence: Consequence): boolean => EXECUTED.includes(consequence);

const EARLY: readonly Consequence[] = ["lapse"];
/** What may follow before its time, because nothing is awaited any more. */
export const mayComeEarly = (consequence: Consequence): boolean => EARLY.includes(consequence);

export const PARTIES = ["seller", "buyer"] as const;
export type Party = (typeof PARTIES)[number];

/** What is due, when, for whom, and what happens then; on a mirrored channel only expected to happen (P-19). */
export type Deadline = {
  kind: DeadlineKind;
  dueAt: Date;
  /** Counted from a date without a time, or from an assumed delivery: a person reads "about". */
  isApproximate: boolean;
  party: Party;
  consequence: Consequence;
};

type Requested = Pick<ReturnFacts, "requestedOn" | "requestedAt"> & { timeZone: string };

/** P-04 and P-05: what starts to run when a request comes in. */
export function deadlinesOnRequest(request: Requested, operation: Operation): Deadline[] {
  const { requestedOn, requestedAt, timeZone } = request;
  const { answerHours, answerConsequence, expireDays } = operation.clocks;
  const isApproximate = requestedAt === null;
  return [
    {
      kind: "answer",
      // P-23: 24 hours from a date without a time end with the next day; a longer clock ends as much later.
      dueAt: requestedAt
        ? addHours(requestedAt, answerHours)
        : addHours(endOfNextDay(requestedOn, timeZone), answerHours - 24),
      isApproximate,
      party: "seller",
      consequence: answerConsequence,
    },
    {
      kind: "expire",
      dueAt: requestedAt
        ? addDaysTo(requestedAt, expireDays, timeZone)
        : endOfDay(addDays(requestedOn, expireDays), timeZone),
      isApproximate,
      party: "seller",
      consequence: "expire",
    },
  ];
}

type Authorized = Pick<ChannelFacts, "programme" | "timeZone"> & {
  authorizedAt: Date;
  window: ReturnWindow;
  /** free_return: when the buyer fetched the label; null until then. */
  labelFetchedAt: Date | null;
};

/** S1-21, and P-15 for a free return: until when the goods have to be back. */
export function deadlinesOnAuthorize(authorized: Authorized, operation: Operation): Deadline[] {
  const { programme, timeZone, authorizedAt, window, labelFetchedAt } = authorized;
  const { sendBackDays, transitDays, labelDays, arriveDays } = operation.clocks;
  const lapse = { kind: "send_back", party: "buyer", consequence: "lapse" } as const;
  if (programme === "free_return")
    return labelFetchedAt
      ? [{ ...lapse, dueAt: addDaysTo(labelFetchedAt, arriveDays, timeZone), isApproximate: false }]
      : [
          {
            ...lapse,
            kind: "fetch_label",
            dueAt: addDaysTo(authorizedAt, labelDays, timeZone),
            isApproximate: false,
          },
        ];
  const windowEndsAt = endOfDay(window.endsOn, timeZone);
  const waitedUntil = addDaysTo(authorizedAt, sendBackDays, timeZone);
  const isByWindow = windowEndsAt > waitedUntil;
  return [
    {
      ...lapse,
      dueAt: addDaysTo(isByWindow ? windowEndsAt : waitedUntil, transitDays, timeZone),
      isApproximate: isByWindow && window.from === "order",
    },
  ];
}

type Received = Pick<ChannelFacts, "timeZone"> & {
  /** When the goods were there: by their carrier, or by whoever looked at them, whichever was first. */
  at: Date;
  isApproximate: boolean;
};

/** P-04, P-12: until when the seller refunds what has come, in days of work of the channel's calendar. */
export const refundDeadline = ({ at, isApproximate, timeZone }: Received, operation: Operation): Deadline => ({
  kind: "refund",
  dueAt: endOfWorkDays(at, operation.clocks.refundDays, operation.calendar, timeZone),
  isApproximate,
  party: "seller",
  consequence: operation.clocks.refundConsequence,
});

/** P-05: a return that was refunded in part is over when nothing changes for so long. */
export const completeDeadline = (
  { at, timeZone }: Pick<Received, "at" | "timeZone">,
  operation: Operation,
): Deadline => ({
  kind: "complete",
  dueAt: addDaysTo(at, operation.clocks.completeDays, timeZone),
  isApproximate: false,
  party: "buyer",
  consequence: "complete",
});

/** P-18: what was past when its return was first imported executes nothing and mails nobody. */
export const stateAtImport = (dueAt: Date, now: Date): "missed_before_import" | "open" =>
  dueAt <= now ? "missed_before_import" : "open";

/** Which deadlines run in a status: what a move that leads there opens, where they are not open already. */
export const DEADLINES_OF_STATUS = {
  authorization_required: ["answer", "expire"],
  awaiting_return: ["fetch_label", "send_back"],
  received: ["refund"],
  completed: [],
  closed: [],
  withdrawn: [],
  lapsed: [],
  unknown: [],
} as const satisfies Record<Status, readonly DeadlineKind[]>;

/** P-32: what is answered when its time is past was answered late, whichever move answers it. */
export const endedAs = <State extends DeadlineState>(state: State, dueAt: Date, now: Date): State | "late" =>
  state === "met" && dueAt <= now ? "late" : state;
