import { sql } from "drizzle-orm";
import { foreignKey, index, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { channels } from "./channels";
import { id, instant, sellerId, tenantPolicy } from "./columns";
import { users } from "./people";

/** What another system shows to be let in for one channel; only the hash is kept, so that nobody can read a key here. */
export const channelKeys = pgTable(
  "channel_keys",
  {
    sellerId: sellerId(),
    id: id(),
    channelId: uuid().notNull(),
    hash: text().notNull(),
    /** How it ends, for a person to know it again. */
    hint: text().notNull(),
    createdAt: instant().notNull(),
    createdBy: uuid().references(() => users.id),
    /** Null: it counts until another one takes its place. */
    endsAt: instant(),
    usedAt: instant(),
  },
  (table) => [
    primaryKey({ columns: [table.sellerId, table.id] }),
    uniqueIndex("channel_keys_current").on(table.sellerId, table.channelId).where(sql`ends_at is null`),
    index("channel_keys_channel").on(table.sellerId, table.channelId, table.createdAt),
    foreignKey({
      columns: [table.sellerId, table.channelId],
      foreignColumns: [channels.sellerId, channels.id],
    }).onDelete("cascade"),
    tenantPolicy("channel_keys"),
  ],
);
