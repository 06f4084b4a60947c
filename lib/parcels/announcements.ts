import { type SQL, sql } from "drizzle-orm";
import { type PARCEL_SOURCES, parcelReturns, parcels } from "@/db/schema";
import { inputRows, insertion } from "@/db/write-set";
import { searchKey } from "@/lib/kernel/search-key";
import { stableId } from "@/lib/platform/stable-id";
import { ANNOUNCED } from "@/lib/policy/machines/parcel/statuses";
import type { MarketplaceRecord } from "@/lib/policy/marketplace-record";

/**
 * The parcel that travels under a number, however it is written: its id is made of the number alone, so that
 * two who announce it at once announce one parcel.
 */
export const parcelIdOf = (tracking: string): string => stableId(`parcel:${searchKey(tracking)}`);

type Announced = {
  returnId: string;
  carrier: string | null;
  tracking: string;
  source: (typeof PARCEL_SOURCES)[number];
};

/** Announces parcels of returns; one that is known takes the return along, whoever announced it first. */
export function announcements(sellerId: string, announced: readonly Announced[], now: Date): SQL[] {
  const named = announced.filter(({ tracking }) => searchKey(tracking) !== "");
  if (named.length === 0) return [];
  const rows = named.map(({ carrier, tracking, source }) => ({
    sellerId,
    id: parcelIdOf(tracking),
    carrier,
    tracking,
    trackingKey: searchKey(tracking),
    status: ANNOUNCED,
    statusChangedAt: now,
    source,
    announcedAt: now,
  }));
  const links = named.map(({ returnId, tracking }) => ({ sellerId, parcelId: parcelIdOf(tracking), returnId }));
  return [
    sql`${insertion(parcels, rows)} on conflict do nothing`,
    sql`${insertion(parcelReturns, links)} on conflict do nothing`,
  ];
}

type Reported = { id: string; reported: Pick<MarketplaceRecord, "carrier" | "trackingNumber"> | null };

/** S0-16: the number that a marketplace's report names for a return. */
export const reportedParcel = ({ id: returnId, reported }: Reported): Announced[] =>
  reported?.trackingNumber
    ? [{ returnId, carrier: reported.carrier, tracking: reported.trackingNumber, source: "report" }]
    : [];

/** Takes returns out of parcels; one that carries nothing then stays known by its number, and is shown nowhere. */
export const retractions = (sellerId: string, taken: readonly { returnId: string; tracking: string }[]): SQL[] =>
  taken.length === 0
    ? []
    : [
        sql`delete from parcel_returns l
          using ${inputRows(
            taken.map(({ returnId, tracking }) => ({ returnId, parcelId: parcelIdOf(tracking) })),
            "return_id uuid, parcel_id uuid",
          )}
          where l.seller_id = ${sellerId} and l.return_id = input.return_id and l.parcel_id = input.parcel_id`,
      ];

/** S0-16: where a report says another number than before, the marketplace's last word is followed. */
export function renumberings(sellerId: string, changed: readonly { from: Reported; to: Reported }[], now: Date): SQL[] {
  const other = changed.filter(
    ({ from, to }) => searchKey(from.reported?.trackingNumber ?? "") !== searchKey(to.reported?.trackingNumber ?? ""),
  );
  return [
    ...retractions(
      sellerId,
      other.flatMap(({ from }) => reportedParcel(from)),
    ),
    ...announcements(
      sellerId,
      other.flatMap(({ to }) => reportedParcel(to)),
      now,
    ),
  ];
}
