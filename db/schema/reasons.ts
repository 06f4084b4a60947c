import { boolean, integer, jsonb, pgTable, primaryKey, text, uniqueIndex } from "drizzle-orm/pg-core";
import type { Locale } from "@/lib/kernel/locale";
import { FAULTS } from "@/lib/policy/terms/term-choices";
import { id, instant, oneOf, sellerId, tenantPolicy, word } from "./columns";
import { sellers } from "./people";

const REASON_KINDS = ["return", "close"] as const;

export type Labels = Record<Locale, string>;

/**
 * A seller's own reason for returning or closing, or what is different about one of ours (the same code). Retired, never
 * deleted: what was decided with it keeps its label of that day.
 */
export const reasons = pgTable(
  "reasons",
  {
    sellerId: sellerId().references(() => sellers.id),
    id: id(),
    kind: word(REASON_KINDS).notNull(),
    code: text().notNull(),
    labels: jsonb().$type<Labels>().notNull(),
    isBuyerVisible: boolean().notNull(),
    /** Of a return reason: whose fault it is where the terms of the channel do not say. */
    fault: word(FAULTS),
    needsPhoto: boolean().notNull(),
    /** Of a close reason: a comment to the buyer, and the refund that comes with it (S2-03). */
    needsComment: boolean().notNull(),
    carriesRefund: boolean().notNull(),
    position: integer().notNull(),
    retiredAt: instant(),
    updatedAt: instant().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.sellerId, table.id] }),
    uniqueIndex("reasons_code").on(table.sellerId, table.kind, table.code),
    oneOf("reasons_kind", "kind", REASON_KINDS),
    oneOf("reasons_fault", "fault", FAULTS),
    tenantPolicy("reasons"),
  ],
);
