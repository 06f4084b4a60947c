import { withSeller } from "@/db/tenant";
import type { Ctx } from "@/lib/platform/ctx";
import { addEvents } from "@/lib/platform/moves/add-events";
import { NotYet } from "@/lib/platform/queue/work";
import { product } from "@/lib/policy/actor";
import { type Consequence, consents, mayComeEarly } from "@/lib/policy/clocks/deadlines";
import { lockDeadline } from "./deadlines";
import type { MoveRequest } from "./move-request";
import { moveReturnsIn } from "./move-returns";

/** What Homeward does on a managed channel when nobody has acted in time (P-04, P-05, S1-21). */
const REQUEST_OF: Partial<Record<Consequence, MoveRequest>> = {
  authorize: { move: "authorize", address: null, label: { kind: "policy" }, because: "answer_due" },
  expire: { move: "expire" },
  lapse: { move: "lapse" },
  complete: { move: "complete" },
};

/**
 * Carries out what follows from a deadline that is past, once: nothing happens when it was met or cancelled meanwhile, one
 * that was moved, or is looked at early, has its time, and nothing happens on a channel that is only mirrored (P-19). What cannot be done is told in the timeline.
 */
export const fireDeadline = (
  { db, sellerId, now }: Omit<Ctx, "actor">,
  { deadlineId }: { deadlineId: string },
): Promise<void> =>
  withSeller(db, sellerId, async (tx) => {
    const due = await lockDeadline(tx, sellerId, deadlineId);
    const request = due && REQUEST_OF[due.consequence];
    if (!due || !request) return;
    const { consequence, returnId, dueAt } = due;
    if (dueAt > now && !mayComeEarly(consequence)) throw new NotYet(dueAt);
    const ids = [returnId];
    const withheld = consents(consequence) && whyWithheld(due);
    const { refused } = withheld
      ? { refused: [{ id: returnId, refusal: { code: withheld } }] }
      : await moveReturnsIn(tx, { sellerId, ids, request, actor: product("clock"), now });
    if (refused.some(({ refusal }) => refusal.code === "not_due")) throw new NotYet(dueAt);
    await addEvents(
      tx,
      refused.map(({ id, refusal }) => ({
        sellerId,
        returnId: id,
        kind: "consequence_refused",
        actor: product("clock"),
        now,
        data: { consequence, refusal },
      })),
    );
  });

type Settings = { isAutomationPaused: boolean; isOrderCancelled: boolean; answerConsequence: Consequence };

/**
 * A pause, an order that was called off, and settings that have come to say something else since the clock began (P-10), stop what authorizes by
 * itself and nothing else: the request stays with a person, also afterwards.
 */
function whyWithheld({ isAutomationPaused, isOrderCancelled, answerConsequence }: Settings): string | null {
  if (isAutomationPaused) return "automation_paused";
  if (isOrderCancelled) return "order_cancelled";
  return consents(answerConsequence) ? null : "no_longer_authorized";
}
