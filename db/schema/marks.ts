import { foreignKey, index, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { byteOrderedText, id, instant, sellerId, tenantPolicy } from "./columns";
import { returns } from "./returns";

/** Returns that somebody put off: out of their tab until then, or until one of their deadlines has passed. */
export const snoozes = pgTable(
  "snoozes",
  {
    sellerId: sellerId(),
    returnId: uuid().notNull(),
    until: instant().notNull(),
    byName: text(),
    at: instant().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.sellerId, table.returnId] }),
    index("snoozes_until").on(table.sellerId, table.until),
    foreignKey({ columns: [table.sellerId, table.returnId], foreignColumns: [returns.sellerId, returns.id] }).onDelete(
      "cascade",
    ),
    tenantPolicy("snoozes"),
  ],
);

/** A shop's own words for sorting its returns. */
export const tags = pgTable(
  "tags",
  {
    sellerId: sellerId(),
    id: id(),
    name: text().notNull(),
    /** The name as it is compared. */
    key: byteOrderedText().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.sellerId, table.id] }),
    uniqueIndex("tags_key").on(table.sellerId, table.key),
    tenantPolicy("tags"),
  ],
);

export const returnTags = pgTable(
  "return_tags",
  {
    sellerId: sellerId(),
    returnId: uuid().notNull(),
    tagId: uuid().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.sellerId, table.returnId, table.tagId] }),
    index("return_tags_tag").on(table.sellerId, table.tagId, table.returnId),
    foreignKey({ columns: [table.sellerId, table.returnId], foreignColumns: [returns.sellerId, returns.id] }).onDelete(
      "cascade",
    ),
    foreignKey({ columns: [table.sellerId, table.tagId], foreignColumns: [tags.sellerId, tags.id] }).onDelete(
      "cascade",
    ),
    tenantPolicy("return_tags"),
  ],
);
