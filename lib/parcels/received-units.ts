import { type SQL, sql } from "drizzle-orm";
import { receivedUnits, returnKeys, returns, unitPhotos } from "@/db/schema";
import { insertion, insertionIfAny } from "@/db/write-set";
import { searchKey } from "@/lib/kernel/search-key";
import type { Move } from "@/lib/policy/machines/return/move-names";
import type { Status } from "@/lib/policy/machines/return/statuses";
import type { Condition, Disposition } from "@/lib/policy/parcels/conditions";
import type { Recorded } from "@/lib/policy/parcels/differences";
import type { ReceivedUnit } from "@/lib/policy/parcels/received-unit";
import { announcements, parcelIdOf } from "./announcements";

type CheckedIn = {
  subject: { id: string; status: Status };
  effect: { units: readonly ReceivedUnit[]; tracking: string | null };
};

/** Keeps what was unpacked with its pictures, and that it came in this parcel, whoever had announced it. */
export function checkedIn(sellerId: string, of: readonly CheckedIn[], now: Date): (SQL | null)[] {
  const units = of.flatMap(({ subject, effect: { units, tracking } }) =>
    units.map((unit) => ({
      ...unit,
      returnId: subject.id,
      fromStatus: subject.status,
      parcelId: tracking === null ? null : parcelIdOf(tracking),
    })),
  );
  const came = of.flatMap(({ subject: { id: returnId }, effect: { tracking } }) =>
    tracking === null ? [] : [{ returnId, carrier: null, tracking, source: "person" as const }],
  );
  const keys = came.map(({ returnId, tracking }) => ({
    sellerId,
    key: searchKey(tracking),
    kind: "tracking" as const,
    returnId,
  }));
  return [
    ...announcements(sellerId, came, now),
    keys.length > 0 ? sql`${insertion(returnKeys, keys)} on conflict do nothing` : null,
    insertion(
      receivedUnits,
      units.map(({ photoIds: _, ...unit }) => ({ sellerId, ...unit, receivedAt: now })),
    ),
    insertionIfAny(
      unitPhotos,
      units.flatMap(({ id: unitId, photoIds }) => photoIds.map((fileId) => ({ sellerId, unitId, fileId }))),
    ),
  ];
}

/** A unit as it lay on the bench; one without a line came beyond what was asked for. */
export type DetailUnit = {
  id: string;
  lineId: string | null;
  title: string | null;
  condition: Condition;
  disposition: Disposition;
  note: string | null;
  photoIds: string[];
};

/** What came of a return, and why it is not what was asked back. */
export const receivedOf = (sellerId: string) => ({
  units: unitsOfReturn(sellerId),
  difference: differenceOfReturn(sellerId),
});

/** What came of a return and stands, in the order in which it was unpacked. */
const unitsOfReturn = (sellerId: string) => sql<DetailUnit[]>`(
  select coalesce(json_agg(json_build_object('id', u.id, 'lineId', u.line_id, 'title', u.title,
    'condition', u.condition, 'disposition', u.disposition, 'note', u.note, 'photoIds', (
      select coalesce(json_agg(p.file_id order by p.file_id), '[]') from unit_photos p
      where p.seller_id = ${sellerId} and p.unit_id = u.id)) order by u.received_at, u.id), '[]')
  from received_units u
  where u.seller_id = ${sellerId} and u.return_id = ${returns}.id and u.taken_back_at is null)`;

/** What was last said of why it is not what was asked back, at the bench or with a refund, and by whom; null: nobody had to say. */
const differenceOfReturn = (sellerId: string) => sql<(Recorded & { by: string | null }) | null>`(
  select json_build_object('reason', e.data->'difference'->>'reason', 'note', e.data->'difference'->>'note',
    'by', e.actor_name, 'isCorrectedSince', exists (select from events c where c.seller_id = ${sellerId}
      and c.thread_id = e.thread_id and c.kind = ${"regrade" satisfies Move} and c.id > e.id))
  from events e where e.seller_id = ${sellerId} and e.thread_id = ${returns}.id
    and e.kind in ${["receive" satisfies Move, "make"]} and e.data->'difference' is not null order by e.id desc limit 1)`;
