import { foreignKey, pgTable, primaryKey, uuid } from "drizzle-orm/pg-core";
import { DOINGS } from "@/lib/policy/doings";
import { instant, oneOf, sellerId, tenantPolicy, word } from "./columns";
import { returns } from "./returns";

/** Who has which return open, and since when; whoever was not seen for a while has left. */
export const presence = pgTable(
  "presence",
  {
    sellerId: sellerId(),
    returnId: uuid().notNull(),
    userId: uuid().notNull(),
    doing: word(DOINGS).notNull(),
    /** When they began what they do. */
    since: instant().notNull(),
    seenAt: instant().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.sellerId, table.returnId, table.userId] }),
    foreignKey({ columns: [table.sellerId, table.returnId], foreignColumns: [returns.sellerId, returns.id] }).onDelete(
      "cascade",
    ),
    oneOf("presence_doing", "doing", DOINGS),
    tenantPolicy("presence"),
  ],
);
