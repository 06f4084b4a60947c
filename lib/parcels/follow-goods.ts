import { and, eq, inArray, isNotNull, sql } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "@/db/client";
import { receivedUnits } from "@/db/schema";
import { writeTogether } from "@/db/write-set";
import type { Acting } from "@/lib/platform/ctx";
import { moveIn } from "@/lib/platform/moves/writer";
import { parcelMachine } from "@/lib/policy/machines/parcel/parcel-machine";
import { PARCEL_STATUSES } from "@/lib/policy/machines/parcel/statuses";
import type { ReturnEffect } from "@/lib/policy/machines/return/effects";
import { announcements, parcelIdOf } from "./announcements";
import { parcelStore } from "./parcel-store";

/**
 * What happened to the goods of returns happened to their parcels: one that something came out of is open, and one that
 * nothing came out of after all is waited for as before. In the transaction of the moves, once they are written.
 */
export async function followGoods(tx: Tx, acting: Acting, effects: readonly ReturnEffect[]): Promise<void> {
  const opened = effects.flatMap((effect) =>
    effect.kind === "checksIn" && effect.tracking !== null ? [parcelIdOf(effect.tracking)] : [],
  );
  if (opened.length > 0) await moveParcels(tx, acting, [...new Set(opened)], { move: "check_in" });
  const takenOut = effects.flatMap((effect) => (effect.kind === "takesOut" ? effect.unitIds : []));
  if (takenOut.length > 0) await shutEmptied(tx, acting, takenOut);
}

/** S1-21: a parcel that lies here unopened is a return's, which is waited for as long as it does. */
export async function arrived(tx: Tx, acting: Acting, { returnId, tracking }: { returnId: string; tracking: string }) {
  const { sellerId, now } = acting;
  const came = announcements(sellerId, [{ returnId, carrier: null, tracking, source: "person" }], now);
  if (came.length === 0) return;
  await writeTogether(tx, came);
  await moveParcels(tx, acting, [parcelIdOf(tracking)], { move: "arrive" });
}

async function shutEmptied(tx: Tx, acting: Acting, unitIds: readonly string[]): Promise<void> {
  const { sellerId } = acting;
  const of = await tx
    .selectDistinct({ id: receivedUnits.parcelId })
    .from(receivedUnits)
    .where(
      and(
        eq(receivedUnits.sellerId, sellerId),
        inArray(receivedUnits.id, [...unitIds]),
        isNotNull(receivedUnits.parcelId),
      ),
    );
  const ids = of.flatMap(({ id }) => id ?? []);
  // Whoever opens one of them again meanwhile waits here, or is waited for.
  if (ids.length === 0 || (await parcelStore.lock(tx, sellerId, ids)).size === 0) return;
  const emptied = (await openingsOf(tx, sellerId, ids)).flatMap(({ isEmpty, id, opening }) =>
    isEmpty ? [[id, { opening: openingSchema.parse(opening) }] as const] : [],
  );
  const each = Object.fromEntries(emptied);
  if (emptied.length > 0) await moveParcels(tx, acting, Object.keys(each), { move: "shut" }, each);
}

/** As its event kept it; one of a time before that was kept tells nothing. */
const openingSchema = z
  .object({
    from: z.enum(PARCEL_STATUSES),
    tellingAt: z.iso
      .datetime({ offset: true })
      .transform((at) => new Date(at))
      .nullable(),
  })
  .nullable()
  .catch(null);

/** Whether nothing of these parcels stands, and how the event of their opening says they stood before. */
const openingsOf = (tx: Tx, sellerId: string, ids: readonly string[]) =>
  tx.execute<{ id: string; isEmpty: boolean; opening: unknown }>(sql`
    select p.id,
      not exists (select from received_units u
        where u.seller_id = ${sellerId} and u.parcel_id = p.id and u.taken_back_at is null) as "isEmpty",
      (select json_build_object('from', e.from_status, 'tellingAt', e.effects->0->'tellingAt')
        from parcel_returns l join events e on e.seller_id = ${sellerId} and e.thread_id = l.return_id
        where l.seller_id = ${sellerId} and l.parcel_id = p.id and e.subject_id = p.id and e.kind = 'check_in'
        order by e.id desc limit 1) as opening
    from parcels p where p.seller_id = ${sellerId} and ${inArray(sql`p.id`, [...ids])}`);

const moveParcels = (
  tx: Tx,
  { sellerId, actor, now }: Acting,
  ids: readonly string[],
  request: { move: "arrive" | "check_in" | "shut" },
  each: Record<string, object> = {},
) =>
  moveIn(
    tx,
    { machine: parcelMachine, store: parcelStore, actor: actor.kind },
    { sellerId, ids, request, each, actor, now },
    async (plan) => plan,
  );
