import "server-only";
import type { Tx } from "@/db/client";
import { type AutomationPause, countUndecidedSince, findAutomationPause } from "@/lib/channels/automation-pause";

const COUNTED_AT_MOST = 1000;

/** `waiting`: the requests that came in since, counted up to a thousand. */
export type Paused = AutomationPause & { waiting: number; isMore: boolean };

/** Since when automation is paused, and what that leaves to people; null: it is on. */
export async function readPause(tx: Tx, sellerId: string): Promise<Paused | null> {
  const pause = await findAutomationPause(tx, sellerId);
  if (!pause) return null;
  const waiting = await countUndecidedSince(tx, sellerId, pause.at, COUNTED_AT_MOST + 1);
  return { ...pause, waiting: Math.min(waiting, COUNTED_AT_MOST), isMore: waiting > COUNTED_AT_MOST };
}
