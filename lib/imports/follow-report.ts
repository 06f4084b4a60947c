import type { Tx } from "@/db/client";
import { endHandovers } from "@/lib/handovers/tick-handovers";
import { CHUNK } from "@/lib/platform/moves/writer";
import { product } from "@/lib/policy/actor";
import type { AutomationCause } from "@/lib/policy/judging/automation-causes";
import { confirmsDecision } from "@/lib/policy/machines/return/conflict";
import { isUndecided } from "@/lib/policy/machines/return/kinds-of-status";
import { returnMachine } from "@/lib/policy/machines/return/return-machine";
import type { MoveRequest } from "../returns/move-request";
import { moveReturnsIn } from "../returns/move-returns";
import type { BatchContext } from "./batch-context";
import { statusFor } from "./plan-order";
import type { ChangedReturn } from "./write-changed-returns";

const { isMove } = returnMachine;

/** Moves returns as the system, in the writer's own portions; answers which moved. What is refused stays (P-24). */
async function moveAll(tx: Tx, ids: readonly string[], request: MoveRequest, context: BatchContext): Promise<string[]> {
  const { sellerId, importId, now } = context;
  const moved: string[] = [];
  for (let start = 0; start < ids.length; start += CHUNK) {
    const act = { sellerId, ids: ids.slice(start, start + CHUNK), request, actor: product("import"), now, importId };
    moved.push(...(await moveReturnsIn(tx, act)).moved);
  }
  return moved;
}

/**
 * Follows what a report says happened on the marketplace: a decision made here that it confirms is ticked as handed
 * over (P-19), and a status that lies ahead is adopted. A decision it contradicts stands until a person settles it.
 */
export async function followReport(
  tx: Tx,
  changed: readonly ChangedReturn[],
  context: BatchContext,
): Promise<Set<string>> {
  const said = changed.flatMap((plan) => {
    const reported = statusFor(plan.after);
    return reported ? [{ ...plan, reported }] : [];
  });
  const confirmed = said.filter(({ before: { openHandover }, reported }) => {
    return isMove(openHandover) && confirmsDecision(openHandover, reported);
  });
  if (confirmed.length > 0) {
    const { sellerId, importId, now } = context;
    const done = confirmed.map(({ after }) => after.id);
    await endHandovers(tx, { sellerId, actor: product("import"), now }, { returnIds: done, by: "report", importId });
  }
  const ahead = said.filter(({ before, reported }) => reported !== before.status);
  const ids = ahead.map(({ after }) => after.id);
  const moved = new Set(ids.length > 0 ? await moveAll(tx, ids, { move: "adopt" }, context) : []);
  for (const { after, reported } of ahead) if (moved.has(after.id)) after.status = reported;
  return new Set([...moved, ...(await setAside(tx, changed, context))]);
}

/** P-29: of what was pending, a report says a word that nobody knows: it waits for nobody until one is known. */
async function setAside(tx: Tx, changed: readonly ChangedReturn[], context: BatchContext): Promise<string[]> {
  const unclear = changed.filter(({ before, after }) => isUndecided(before.status) && statusFor(after) === null);
  if (unclear.length === 0) return [];
  const ids = unclear.map(({ after }) => after.id);
  const moved = await moveAll(tx, ids, { move: "adopt", status: "unknown" }, context);
  for (const { after } of unclear) if (moved.includes(after.id)) after.status = "unknown";
  return moved;
}

/** P-20: requests the marketplace left pending are authorized here only where the seller switched that on for them. */
export async function automate(
  tx: Tx,
  pending: readonly { id: string; because: AutomationCause }[],
  context: BatchContext,
): Promise<string[]> {
  const moved: string[] = [];
  if (context.isWithoutAutomation) return moved;
  for (const because of new Set(pending.map((request) => request.because))) {
    const ids = pending.filter((request) => request.because === because).map(({ id }) => id);
    const request = { move: "authorize", address: null, label: { kind: "policy" }, because } as const;
    moved.push(...(await moveAll(tx, ids, request, context)));
  }
  return moved;
}
