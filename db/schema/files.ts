import { integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { id, instant, sellerId, tenantPolicy } from "./columns";
import { sellers, users } from "./people";

/** What lies in the file store under `files/<seller>/<id>`; the name is only ever shown, never used as a path. */
export const files = pgTable(
  "files",
  {
    sellerId: sellerId().references(() => sellers.id),
    id: id(),
    name: text().notNull(),
    mime: text().notNull(),
    size: integer().notNull(),
    sha256: text().notNull(),
    uploadedBy: uuid().references(() => users.id),
    createdAt: instant().notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.sellerId, table.id] }), tenantPolicy("files")],
);
