import { boolean, foreignKey, index, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { channels } from "./channels";
import { id, instant, sellerId, tenantPolicy } from "./columns";
import { returns } from "./returns";

/**
 * Global: whose channel an address of the buyer's page (`/r/…`) belongs to, because it is found before the seller is
 * known. It holds no content.
 */
export const portals = pgTable(
  "portals",
  {
    slug: text().primaryKey(),
    sellerId: uuid().notNull(),
    channelId: uuid().notNull(),
    /** Whether mails carry its links and the page opens. */
    isOn: boolean().notNull(),
  },
  (table) => [
    uniqueIndex("portals_channel").on(table.sellerId, table.channelId),
    foreignKey({
      columns: [table.sellerId, table.channelId],
      foreignColumns: [channels.sellerId, channels.id],
    }).onDelete("cascade"),
  ],
);

/** What the link in a buyer's mail names: it opens its one return until it ends. Nothing secret stands here. */
export const buyerLinks = pgTable(
  "buyer_links",
  {
    sellerId: sellerId(),
    id: id(),
    returnId: uuid().notNull(),
    createdAt: instant().notNull(),
    expiresAt: instant().notNull(),
    revokedAt: instant(),
  },
  (table) => [
    primaryKey({ columns: [table.sellerId, table.id] }),
    index("buyer_links_return").on(table.sellerId, table.returnId),
    foreignKey({ columns: [table.sellerId, table.returnId], foreignColumns: [returns.sellerId, returns.id] }).onDelete(
      "cascade",
    ),
    tenantPolicy("buyer_links"),
  ],
);
