import { and, eq, inArray, type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { returns, snoozes } from "@/db/schema";
import { withSeller } from "@/db/tenant";
import { inputRows, writeTogether } from "@/db/write-set";
import { ok, type Refusal, type Result, refuse } from "@/lib/kernel/result";
import type { Acting, Ctx } from "@/lib/platform/ctx";
import { addEvents, waking } from "@/lib/platform/moves/add-events";
import { type SnoozeRefusal, snoozeRefused, untilRefused } from "@/lib/policy/machines/return/snooze";
import { lockSelected } from "./lock-selected";
import type { Selection } from "./shared/selection";

/** `until` null: they are back at once. */
type Snooze = { selection: Selection; until: Date | null };
type Snoozed = {
  count: number;
  /** Left as they were, with why. */
  left: SnoozeRefusal[];
};

/**
 * Puts returns off for everybody until a time, with one event for each that changes; their deadlines run on. Refuses
 * `snooze_past`, `snooze_too_far`, what a selection refuses, and the first reason where none could be put off.
 */
export const snoozeReturns = (
  { db, sellerId, actor, now }: Ctx,
  { selection, until }: Snooze,
): Promise<Result<Snoozed, Refusal>> =>
  withSeller(db, sellerId, async (tx) => {
    const refusal = until && untilRefused(until, now);
    if (refusal) return refuse(refusal);
    const locked = await lockSelected(tx, sellerId, selection);
    if (!locked.ok) return locked;
    const found = await listSnoozable(tx, sellerId, locked.value);
    const judged = found.map(({ until: was, ...row }) => ({
      ...row,
      wasUntil: was && was > now ? was : null,
      refusal: until && snoozeRefused(row, now),
    }));
    const left = judged.flatMap(({ refusal }) => refusal ?? []);
    const [first] = left;
    if (first && left.length === judged.length) return refuse(first);
    const changes = judged.filter(
      ({ refusal, wasUntil }) => refusal === null && wasUntil?.getTime() !== until?.getTime(),
    );
    await addEvents(
      tx,
      changes.map(({ id, wasUntil }) => {
        return { sellerId, returnId: id, kind: "snoozed", actor, now, data: { until, wasUntil } };
      }),
    );
    const ids = changes.map(({ id }) => id);
    const away = ids.map((returnId) => ({ sellerId, returnId }));
    await writeTogether(tx, [
      until && ids.length > 0 ? puttingOff({ sellerId, actor, now }, ids, until) : waking(away),
    ]);
    return ok({ count: judged.length - left.length, left });
  });

const listSnoozable = (tx: Tx, sellerId: string, ids: readonly string[]) =>
  tx
    .select({ id: returns.id, status: returns.status, nextDueAt: returns.nextDueAt, until: snoozes.until })
    .from(returns)
    .leftJoin(snoozes, and(eq(snoozes.sellerId, returns.sellerId), eq(snoozes.returnId, returns.id)))
    .where(and(eq(returns.sellerId, sellerId), inArray(returns.id, [...ids])));

const puttingOff = ({ sellerId, actor, now }: Acting, ids: readonly string[], until: Date): SQL => sql`
  insert into snoozes (seller_id, return_id, until, by_name, at)
  select ${sellerId}::uuid, input.id, ${until.toISOString()}::timestamptz, ${actor.name}, ${now.toISOString()}::timestamptz
  from ${inputRows(
    ids.map((id) => ({ id })),
    "id uuid",
  )}
  on conflict (seller_id, return_id) do update set until = excluded.until, by_name = excluded.by_name, at = excluded.at`;

/** As it was put off; whether it still is, the time and its deadlines say. */
export const snoozeOf = (sellerId: string) =>
  sql<{ until: Date; byName: string | null } | null>`(
  select json_build_object('until', s.until, 'byName', s.by_name) from snoozes s
  where s.seller_id = ${sellerId} and s.return_id = ${returns.id})`.mapWith(
    (row: { until: string; byName: string | null }) => ({ ...row, until: new Date(row.until) }),
  );
