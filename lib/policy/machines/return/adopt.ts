import { z } from "zod";
import { isOfTheShop, OF_THE_SHOP } from "../../actor";
import { DEADLINES_OF_STATUS, type DeadlineKind } from "../../clocks/deadlines";
import { REACH } from "../../reach";
import { type Endings, starts, stops } from "./clock-effects";
import { confirmsDecision, decidedHere, isInConflict } from "./conflict";
import { type CaseOf, move } from "./move";
import type { ReturnRefusal } from "./refusals";
import { COMPLETED, isAhead, isTerminal, STATUSES, type Status, UNANSWERED } from "./statuses";

const adoptInput = z.object({
  /** What the marketplace says; left out, it is what the last report says. */
  status: z.enum(STATUSES).optional(),
});
type Adopt = z.infer<typeof adoptInput>;
type Facts = "mode" | "status" | "previousStatus" | "reportedStatus" | "openHandover" | "lastMove" | "hasKeptOurs";

/** P-24: a report moves what nobody decided here, and only forwards; in a conflict a person may take its state. */
function adoptable({ subject, input, actor }: CaseOf<Facts, Adopt>): ReturnRefusal | null {
  const { status, mode, reportedStatus } = subject;
  const said = input.status ?? reportedStatus;
  // A person takes a state only from a marketplace that acts itself, or where nobody could read it (P-29).
  const isFollowed = actor === "product" || REACH[mode].confirmsBy !== null || status === "unknown";
  if (!isFollowed || !said) return { code: "nothing_reported" };
  if (said === status) return { code: "same_as_reported" };
  if (isOfTheShop(actor)) {
    if (said !== reportedStatus) return { code: "nothing_reported" };
    return isInConflict(subject) ? null : { code: "no_conflict" };
  }
  // P-29: what is not known to be pending any more waits for nobody here.
  if (said === "unknown" && status === "authorization_required") return null;
  if (isTerminal(status) || !isAhead(said, status)) return { code: "backwards", reported: said };
  const decided = decidedHere(subject);
  return decided && !confirmsDecision(decided, said) ? { code: "decided_here", move: decided } : null;
}

/** What a marketplace that nobody answered for did was no answer; what runs on in the new status is not ended. */
function endingsIn(to: Status): Endings {
  const running: readonly DeadlineKind[] = DEADLINES_OF_STATUS[to];
  const all: Endings = {
    answer: UNANSWERED.includes(to) ? "cancelled" : "met",
    expire: "cancelled",
    fetch_label: "cancelled",
    send_back: "cancelled",
    refund: to === COMPLETED ? "met" : "cancelled",
    complete: "cancelled",
  };
  return Object.fromEntries(Object.entries(all).filter(([kind]) => !running.some((clock) => clock === kind)));
}

export const adopt = move({
  from: STATUSES,
  to: ({ input, subject }) => input.status ?? subject.reportedStatus ?? subject.status,
  by: ["product", ...OF_THE_SHOP],
  input: adoptInput,
  guard: adoptable,
  effects: (the, to) => [
    ...stops(the, endingsIn(to)),
    ...starts(the, to, true),
    ...(the.subject.openHandover ? [{ kind: "settlesHandover" } as const] : []),
    // Whoever takes the marketplace's state gives up the refund that the overruled decision announced.
    ...(isTerminal(to) ? [] : [{ kind: "dropsPromises" } as const]),
  ],
  data: ({ subject }, to) => ({ reported: subject.reportedWord, adopted: to }),
});
