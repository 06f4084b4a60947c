import { and, asc, eq, inArray, type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { events, parcelReturns, parcels } from "@/db/schema";
import { inputRows, insertionIfAny } from "@/db/write-set";
import { parcelEventRow } from "@/lib/platform/moves/event-row";
import type { Store } from "@/lib/platform/moves/writer";
import { EXECUTED } from "@/lib/policy/clocks/deadlines";
import type { ParcelTold } from "@/lib/policy/events/events";
import type { ParcelSubject, ParcelWords } from "@/lib/policy/machines/parcel/parcel-machine";
import { type ScanCode, TELLING_SCANS } from "@/lib/policy/machines/parcel/statuses";

/** The newest of its scans that says where it is. */
const telling = (sellerId: string) =>
  sql<ParcelSubject["telling"]>`(
    select json_build_object('code', s.code, 'at', s.at) from parcel_scans s
    where s.seller_id = ${sellerId} and s.parcel_id = ${parcels.id} and s.code in ${TELLING_SCANS}
    order by s.at desc, s.word limit 1)`.mapWith((scan: { code: ScanCode; at: string }) => {
    return { ...scan, at: new Date(scan.at) };
  });

/** By which scan a person last gave it up, as the event kept it. */
const givenUpAfter = (sellerId: string) =>
  sql<Date | null>`(
    select e.effects->0->>'tellingAt' from parcel_returns l
    join events e on e.seller_id = ${sellerId} and e.thread_id = l.return_id
    where l.seller_id = ${sellerId} and l.parcel_id = ${parcels}.id and e.subject_id = ${parcels}.id and e.kind = 'lose'
    order by e.id desc limit 1)`.mapWith((at: string) => new Date(at));

/** Parcels as the one writer keeps them. A scan that changes no status is in the list of scans alone. */
export const parcelStore: Store<ParcelWords> = {
  async lock(tx, sellerId, ids) {
    const rows = await tx
      .select({ id: parcels.id })
      .from(parcels)
      .where(and(eq(parcels.sellerId, sellerId), inArray(parcels.id, [...ids])))
      .orderBy(asc(parcels.id))
      // Beside the keys that what is unpacked holds of it: two who open it at once would wait for each other.
      .for("no key update");
    return new Set(rows.map(({ id }) => id));
  },
  load: (tx: Tx, sellerId, ids) =>
    tx
      .select({
        id: parcels.id,
        tracking: parcels.tracking,
        status: parcels.status,
        scannedAt: parcels.scannedAt,
        telling: telling(sellerId),
        givenUpAfter: givenUpAfter(sellerId),
        /** Under which a person reads what happens to it. */
        returnId: sql<string | null>`(
          select min(l.return_id::text)::uuid from parcel_returns l
          where l.seller_id = ${sellerId} and l.parcel_id = ${parcels.id})`,
      })
      .from(parcels)
      .where(and(eq(parcels.sellerId, sellerId), inArray(parcels.id, [...ids])))
      .orderBy(asc(parcels.id)),
  write(moves, { sellerId, request, actor, now, importId }): (SQL | null)[] {
    const moved = moves.filter(({ subject, to }) => to !== subject.status);
    // Status and scan in one update: a statement changes a row once.
    const rows = moves.flatMap(({ subject, to, effects }) =>
      effects.flatMap((effect) =>
        effect.kind === "seen"
          ? [{ ...effect, id: subject.id, status: to, changedAt: to === subject.status ? null : now }]
          : [],
      ),
    );
    return [
      rows.length === 0
        ? null
        : sql`update parcels p set status = input.status, status_changed_at = coalesce(input.changed_at, p.status_changed_at),
              scanned_at = input.at, scan_code = input.code, scan_word = input.word, scan_place = input.place
            from ${inputRows(
              rows,
              "id uuid, status text, changed_at timestamptz, at timestamptz, code text, word text, place text",
            )}
            where p.seller_id = ${sellerId} and p.id = input.id`,
      insertionIfAny(
        events,
        moved.map(({ subject, to, effects, data, eventId }) =>
          parcelEventRow({
            // The registry refuses data that the event of this move does not tell.
            ...({ kind: request.move, data } as ParcelTold),
            id: eventId,
            sellerId,
            subjectId: subject.id,
            returnId: subject.returnId,
            actor,
            now,
            fromStatus: subject.status,
            toStatus: to,
            effects: [...effects],
            importId,
          }),
        ),
      ),
    ];
  },
  effects: {
    // Written with the status.
    seen: () => [],
    goes: (of, { sellerId, now }) => [
      sql`update parcels p set status = input.status, status_changed_at = ${now.toISOString()}::timestamptz
        from ${inputRows(
          of.map(({ subject: { id }, effect: { to } }) => ({ id, status: to })),
          "id uuid, status text",
        )}
        where p.seller_id = ${sellerId} and p.id = input.id and p.status <> input.status`,
    ],
    // What a report tells of its returns is followed with them, and is taken back with it.
    arrives: (of, { sellerId, now, importId }) => [
      importId
        ? null
        : sql`insert into work_items (seller_id, kind, id, due_at)
        select ${sellerId}, 'arrival', input.id, ${now.toISOString()}::timestamptz
        from ${inputRows(
          of.map(({ subject: { id } }) => ({ id })),
          "id uuid",
        )}
        on conflict (seller_id, kind, id) do update
          set due_at = excluded.due_at, lease_until = null, lease_token = null, attempts = 0`,
    ],
    // The worker looks at once at clocks that may wait for nothing more; what is not due yet, it puts back until it is.
    releases: (of, { sellerId, now }) => [
      sql`insert into work_items (seller_id, kind, id, due_at)
        select distinct d.seller_id, 'deadline', d.id, least(d.due_at, ${now.toISOString()}::timestamptz)
        from ${inputRows(
          of.map(({ subject: { id } }) => ({ id })),
          "id uuid",
        )}
        join ${parcelReturns} l on l.seller_id = ${sellerId} and l.parcel_id = input.id
        join deadlines d on d.seller_id = ${sellerId} and d.return_id = l.return_id
        where d.state = 'open' and d.consequence in ${EXECUTED}
        on conflict (seller_id, kind, id) do update
          set due_at = excluded.due_at, lease_until = null, lease_token = null, attempts = 0`,
    ],
  },
};
