import { sql } from "drizzle-orm";
import { foreignKey, index, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { STATUSES } from "@/lib/policy/machines/return/statuses";
import { CONDITIONS, DISPOSITIONS } from "@/lib/policy/parcels/conditions";
import { byteOrderedText, id, instant, oneOf, sellerId, tenantPolicy, word } from "./columns";
import { files } from "./files";
import { parcels } from "./parcels";
import { returnLines, returns } from "./returns";

/** What came back, unit by unit. One that was checked in by mistake stays known, so that a late repetition is none. */
export const receivedUnits = pgTable(
  "received_units",
  {
    sellerId: sellerId(),
    /** Made where it was scanned. */
    id: id(),
    returnId: uuid().notNull(),
    /** Null: it belongs to no line that was asked back; `title` says what it is. */
    lineId: uuid(),
    title: text(),
    /** In which it came; null: nobody knows. */
    parcelId: uuid(),
    condition: word(CONDITIONS).notNull(),
    disposition: word(DISPOSITIONS).notNull(),
    note: text(),
    /** Where the return stood before. */
    fromStatus: word(STATUSES).notNull(),
    receivedAt: instant().notNull(),
    takenBackAt: instant(),
  },
  (table) => [
    primaryKey({ columns: [table.sellerId, table.id] }),
    index("received_units_return").on(table.sellerId, table.returnId),
    index("received_units_at").on(table.sellerId, table.receivedAt, table.id),
    index("received_units_disposition")
      .on(table.sellerId, table.disposition, table.receivedAt, table.id)
      .where(sql`taken_back_at is null`),
    foreignKey({ columns: [table.sellerId, table.returnId], foreignColumns: [returns.sellerId, returns.id] }).onDelete(
      "cascade",
    ),
    foreignKey({ columns: [table.sellerId, table.lineId], foreignColumns: [returnLines.sellerId, returnLines.id] }),
    foreignKey({ columns: [table.sellerId, table.parcelId], foreignColumns: [parcels.sellerId, parcels.id] }),
    oneOf("received_units_condition", "condition", CONDITIONS),
    oneOf("received_units_disposition_known", "disposition", DISPOSITIONS),
    oneOf("received_units_from", "from_status", STATUSES),
    tenantPolicy("received_units"),
  ],
);

/** Pictures of units, taken at the bench. */
export const unitPhotos = pgTable(
  "unit_photos",
  { sellerId: sellerId(), unitId: uuid().notNull(), fileId: uuid().notNull() },
  (table) => [
    primaryKey({ columns: [table.sellerId, table.unitId, table.fileId] }),
    foreignKey({
      columns: [table.sellerId, table.unitId],
      foreignColumns: [receivedUnits.sellerId, receivedUnits.id],
    }).onDelete("cascade"),
    foreignKey({ columns: [table.sellerId, table.fileId], foreignColumns: [files.sellerId, files.id] }),
    tenantPolicy("unit_photos"),
  ],
);

/** A parcel at the door that nothing could be found for; it waits until somebody says whose it is. */
export const unidentifiedParcels = pgTable(
  "unidentified_parcels",
  {
    sellerId: sellerId(),
    /** Made where it was scanned. */
    id: id(),
    /** What was scanned or typed, and its comparable form. */
    scanned: text().notNull(),
    scannedKey: byteOrderedText().notNull(),
    note: text(),
    parkedAt: instant().notNull(),
    parkedBy: text(),
    /** Whose it turned out to be; null: nobody has said yet. */
    returnId: uuid(),
    matchedAt: instant(),
    matchedBy: text(),
  },
  (table) => [
    primaryKey({ columns: [table.sellerId, table.id] }),
    index("unidentified_parcels_open").on(table.sellerId, table.parkedAt, table.id).where(sql`matched_at is null`),
    index("unidentified_parcels_return").on(table.sellerId, table.returnId).where(sql`return_id is not null`),
    index("unidentified_parcels_at").on(table.sellerId, table.parkedAt, table.id),
    foreignKey({ columns: [table.sellerId, table.returnId], foreignColumns: [returns.sellerId, returns.id] }),
    tenantPolicy("unidentified_parcels"),
  ],
);

export const unidentifiedPhotos = pgTable(
  "unidentified_photos",
  { sellerId: sellerId(), parcelId: uuid().notNull(), fileId: uuid().notNull() },
  (table) => [
    primaryKey({ columns: [table.sellerId, table.parcelId, table.fileId] }),
    foreignKey({
      columns: [table.sellerId, table.parcelId],
      foreignColumns: [unidentifiedParcels.sellerId, unidentifiedParcels.id],
    }).onDelete("cascade"),
    foreignKey({ columns: [table.sellerId, table.fileId], foreignColumns: [files.sellerId, files.id] }),
    tenantPolicy("unidentified_photos"),
  ],
);
