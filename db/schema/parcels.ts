import { foreignKey, index, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { PARCEL_STATUSES, SCAN_CODES } from "@/lib/policy/machines/parcel/statuses";
import { id, instant, oneOf, sellerId, tenantPolicy, word } from "./columns";
import { returns } from "./returns";

/** Who said first that it comes: a report, the label that the seller bought, a person, the buyer. */
export const PARCEL_SOURCES = ["report", "label", "person", "buyer"] as const;

/**
 * Goods on their way back under one tracking number, which is what the parcel is: its id is made of the number, so that
 * two who announce the same one announce one parcel.
 */
export const parcels = pgTable(
  "parcels",
  {
    sellerId: sellerId(),
    id: id(),
    /** As it was named; which of the known ones it is, is read from the name. */
    carrier: text(),
    /** As it was typed, and its comparable form. */
    tracking: text().notNull(),
    trackingKey: text().notNull(),
    status: word(PARCEL_STATUSES).notNull(),
    statusChangedAt: instant().notNull(),
    source: word(PARCEL_SOURCES).notNull(),
    announcedAt: instant().notNull(),
    /** The newest scan: when and where it was made, what it says in our words (null: nobody knows) and in the carrier's. */
    scannedAt: instant(),
    scanCode: word(SCAN_CODES),
    scanWord: text(),
    scanPlace: text(),
  },
  (table) => [
    primaryKey({ columns: [table.sellerId, table.id] }),
    index("parcels_status").on(table.sellerId, table.status, table.statusChangedAt, table.id),
    oneOf("parcels_status_known", "status", PARCEL_STATUSES),
    oneOf("parcels_source", "source", PARCEL_SOURCES),
    tenantPolicy("parcels"),
  ],
);

/** Which returns travel in a parcel: one may carry several, and a return may take several. */
export const parcelReturns = pgTable(
  "parcel_returns",
  { sellerId: sellerId(), parcelId: uuid().notNull(), returnId: uuid().notNull() },
  (table) => [
    primaryKey({ columns: [table.sellerId, table.returnId, table.parcelId] }),
    index("parcel_returns_parcel").on(table.sellerId, table.parcelId),
    foreignKey({ columns: [table.sellerId, table.parcelId], foreignColumns: [parcels.sellerId, parcels.id] }).onDelete(
      "cascade",
    ),
    foreignKey({ columns: [table.sellerId, table.returnId], foreignColumns: [returns.sellerId, returns.id] }).onDelete(
      "cascade",
    ),
    tenantPolicy("parcel_returns"),
  ],
);

/** Every scan that was told of, in whatever order; the same one told twice is one. */
export const parcelScans = pgTable(
  "parcel_scans",
  {
    sellerId: sellerId(),
    parcelId: uuid().notNull(),
    at: instant().notNull(),
    /** The carrier's own word. */
    word: text().notNull(),
    code: word(SCAN_CODES),
    place: text(),
    toldAt: instant().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.sellerId, table.parcelId, table.at, table.word] }),
    foreignKey({ columns: [table.sellerId, table.parcelId], foreignColumns: [parcels.sellerId, parcels.id] }).onDelete(
      "cascade",
    ),
    tenantPolicy("parcel_scans"),
  ],
);
