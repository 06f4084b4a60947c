import { withSeller } from "@/db/tenant";
import { ok, type Result, refuse } from "@/lib/kernel/result";
import { addSellerEvent } from "@/lib/platform/audit/add-seller-event";
import type { Ctx } from "@/lib/platform/ctx";
import * as queries from "./automation-pause";
import { queueRejudge } from "./queue-rejudge";

type AlreadyPaused = { code: "already_paused"; by: string | null; at: Date };
type NotPaused = { code: "not_paused" };
export type PauseRefusal = AlreadyPaused | NotPaused;

/**
 * Stops all that Homeward authorizes by itself, in every channel at once. Refuses `already_paused` with who was faster.
 */
export const pauseAutomation = ({ db, sellerId, actor, now }: Ctx): Promise<Result<null, AlreadyPaused>> =>
  withSeller(db, sellerId, async (tx) => {
    const paused = await queries.lockAutomationPause(tx, sellerId);
    if (paused) return refuse({ code: "already_paused", ...paused });
    await queries.setAutomationPause(tx, sellerId, { at: now, by: actor.name });
    await addSellerEvent(tx, { sellerId, kind: "automation_paused", actor, now });
    return ok(null);
  });

/**
 * Lets automation go on for what comes in from now. What came meanwhile is judged again (P-26) and stays with a person;
 * a deadline that passed meanwhile is not made up for.
 */
export const resumeAutomation = ({ db, sellerId, actor, now }: Ctx): Promise<Result<null, NotPaused>> =>
  withSeller(db, sellerId, async (tx) => {
    if (!(await queries.lockAutomationPause(tx, sellerId))) return refuse({ code: "not_paused" });
    await queries.setAutomationPause(tx, sellerId, null);
    await addSellerEvent(tx, { sellerId, kind: "automation_resumed", actor, now });
    for (const channelId of await queries.listChannelIds(tx, sellerId)) await queueRejudge(tx, sellerId, channelId);
    return ok(null);
  });
