import { foreignKey, index, integer, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import type { Impact, ImpactChange } from "@/lib/policy/judging/impact";
import type { Operation } from "@/lib/policy/terms/terms";
import { channels } from "./channels";
import { id, instant, oneOf, sellerId, tenantPolicy, word, writtenTerms } from "./columns";

const PREVIEW_STATES = ["running", "done", "failed"] as const;

/** What terms or an operation that are not in force would have made of the requests of the last days. */
export const policyPreviews = pgTable(
  "policy_previews",
  {
    sellerId: sellerId(),
    id: id(),
    channelId: uuid().notNull(),
    state: word(PREVIEW_STATES).notNull(),
    /** Null: as they are today. */
    terms: writtenTerms(),
    operation: jsonb().$type<Operation>(),
    /** How many requests there are to judge, and how many have been. */
    total: integer().notNull(),
    done: integer().notNull().default(0),
    impact: jsonb().$type<Impact>(),
    failure: text(),
    createdBy: uuid().notNull(),
    createdAt: instant().notNull(),
    finishedAt: instant(),
  },
  (table) => [
    primaryKey({ columns: [table.sellerId, table.id] }),
    index("policy_previews_created").on(table.sellerId, table.createdAt),
    foreignKey({ columns: [table.sellerId, table.channelId], foreignColumns: [channels.sellerId, channels.id] }),
    oneOf("policy_previews_state", "state", PREVIEW_STATES),
    tenantPolicy("policy_previews"),
  ],
);

/** One request that would have gone another way, in the order of the list; up to a limit, the rest is only counted. */
export const previewChanges = pgTable(
  "preview_changes",
  {
    sellerId: sellerId(),
    previewId: uuid().notNull(),
    position: integer().notNull(),
    returnId: uuid().notNull(),
    change: jsonb().$type<ImpactChange>().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.sellerId, table.previewId, table.position] }),
    foreignKey({
      columns: [table.sellerId, table.previewId],
      foreignColumns: [policyPreviews.sellerId, policyPreviews.id],
    }).onDelete("cascade"),
    tenantPolicy("preview_changes"),
  ],
);
