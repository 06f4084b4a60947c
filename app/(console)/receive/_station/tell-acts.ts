import { paths } from "@/lib/i18n/paths";
import type { ActionAnswer, ActionRefusal } from "@/lib/kernel/action-answer";
import { type Bencher, type BenchTold, dropAct, keepAct, waitingActs } from "./bench-kept";

/** Refusals that say nothing of the act itself: it is told again. */
const PASSING: readonly string[] = [
  ...["unreachable", "signed_out", "database_down", "unexpected"],
  ...["seller_changed", "forbidden", "read_only"],
];
/** Whether nobody answered who could have, so that what the bench knows by itself has to do. */
export const isAway = ({ code }: ActionRefusal): boolean => code === "unreachable" || code === "database_down";

const LOCK = "homeward-bench";

/** Tells one act at once. */
export async function tell({ to, sellerId, body }: BenchTold): Promise<ActionAnswer<unknown>> {
  try {
    const response = await fetch(paths.receiveTold(to, sellerId), {
      method: "POST",
      headers: { "content-type": "application/json", accept: "application/json" },
      body: JSON.stringify(body),
    });
    return (await response.json()) as ActionAnswer<unknown>;
  } catch {
    return { ok: false, refusal: { code: "unreachable" } };
  }
}

/**
 * Tells what waits, one after the other and from one tab at a time; stops where nobody answers. What is refused for good
 * stays, with its reason, until somebody has read it.
 */
export async function tellWaiting(who: Bencher): Promise<void> {
  await navigator.locks.request(LOCK, async () => {
    for (let acts = await waitingActs(who); acts.length > 0; acts = await waitingActs(who))
      for (const act of acts) {
        const answer = await tell(act);
        if (answer.ok) await dropAct(act.id);
        else if (PASSING.includes(answer.refusal.code)) return;
        else await keepAct({ ...act, refusal: answer.refusal });
      }
  });
}

/** Takes back what the server was not told yet; false: it was, or is gone. */
export const dropWaiting = (who: Bencher, id: string): Promise<boolean> =>
  navigator.locks.request(LOCK, async () => {
    const isWaiting = (await waitingActs(who)).some((act) => act.id === id);
    if (isWaiting) await dropAct(id);
    return isWaiting;
  });
