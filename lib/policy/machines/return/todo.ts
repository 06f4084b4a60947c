import type { DeadlineKind, DeadlineState } from "../../clocks/deadlines";
import type { Evaluation } from "../../judging/evaluation";
import { consequenceOf } from "../../judging/rules";
import { isUndecided, isUnread } from "./kinds-of-status";
import type { Move } from "./move-names";
import { AWAITED, hasCome, type Status } from "./statuses";

/** Whether policy answers the request by itself: in policy, and no rule leaves the answer to a person. */
export const isClear = ({ verdict, lines }: Pick<Evaluation, "verdict" | "lines">): boolean =>
  verdict === "in_policy" &&
  lines.every(({ reasons }) => reasons.every((reason) => consequenceOf(reason).holds === undefined));

type Clock = { kind: DeadlineKind; state: DeadlineState; dueAt: Date };
type Asked<Deadline> = {
  status: Status;
  evaluation: Pick<Evaluation, "verdict" | "lines">;
  /** P-24: the marketplace says something else, and nobody has settled it. */
  isInConflict: boolean;
  /** Decided here and not yet done on the marketplace. */
  openHandover: Move | null;
  deadlines: readonly Deadline[];
  /** Something of what came has still to be refunded, and the terms say how much. */
  isRefundDue?: boolean;
  /** A refund waits to be made where the buyer paid. */
  isRefundToMake?: boolean;
};

const TODOS = [
  "settle",
  "unread",
  "carry_out",
  "follow_policy",
  "decide",
  "refund",
  "pay",
  "arrived",
  "wait",
  "rest",
  "completes",
  "nothing",
] as const;
type Todo = (typeof TODOS)[number];

/** What a person has to do with a return next, and the clock that runs for it; what is settled first comes first. */
export function todoOf<Deadline extends Clock>(asked: Asked<Deadline>): { todo: Todo; due: Deadline | null } {
  const {
    status,
    evaluation,
    isInConflict,
    openHandover,
    deadlines,
    isRefundDue = false,
    isRefundToMake = false,
  } = asked;
  const running = deadlines
    .filter(({ state }) => state === "open")
    .toSorted((one, other) => one.dueAt.getTime() - other.dueAt.getTime());
  const of = (...kinds: DeadlineKind[]) => running.find(({ kind }) => kinds.includes(kind)) ?? null;
  const due = running[0] ?? null;
  const goods = of("fetch_label", "send_back");
  if (isInConflict) return { todo: "settle", due };
  if (isUnread(status)) return { todo: "unread", due };
  if (openHandover) return { todo: "carry_out", due };
  if (isUndecided(status)) return { todo: isClear(evaluation) ? "follow_policy" : "decide", due };
  if (hasCome(status) && isRefundDue) return { todo: "refund", due: of("refund") };
  if (isRefundToMake) return { todo: "pay", due: of("refund") };
  // Something of it has come, and the clock of the rest runs on.
  if (hasCome(status) && goods) return { todo: "rest", due: goods };
  if (hasCome(status) && of("complete")) return { todo: "completes", due: of("complete") };
  if (status !== AWAITED) return { todo: "nothing", due: null };
  return of("refund") ? { todo: "arrived", due: of("refund") } : { todo: "wait", due: goods };
}
