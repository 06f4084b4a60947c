import { foreignKey, integer, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import type { PrintPart, PrintSizes } from "@/lib/policy/labels/sizes";
import { id, instant, oneOf, sellerId, tenantPolicy, word } from "./columns";
import { users } from "./people";

const PRINT_STATES = ["running", "done", "failed"] as const;

/** Labels and slips of many returns that the worker draws; the PDF is a stored file under the same id, for a day. */
export const labelPrints = pgTable(
  "label_prints",
  {
    sellerId: sellerId(),
    id: id(),
    state: word(PRINT_STATES).notNull(),
    /** In the order of the pages. */
    returnIds: jsonb().$type<string[]>().notNull(),
    options: jsonb().$type<Partial<PrintSizes> & { parts: readonly PrintPart[] }>().notNull(),
    total: integer().notNull(),
    done: integer().notNull().default(0),
    failure: text(),
    createdBy: uuid().notNull(),
    createdAt: instant().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.sellerId, table.id] }),
    foreignKey({ columns: [table.createdBy], foreignColumns: [users.id] }),
    oneOf("label_prints_state", "state", PRINT_STATES),
    tenantPolicy("label_prints"),
  ],
);
