import { sql } from "drizzle-orm";
import { bigint, check, customType, pgPolicy, pgRole, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { TERMS, type Terms } from "@/lib/policy/terms/rows";

/** The role the application and the worker connect as: it owns nothing and bypasses nothing. */
export const APP_ROLE = pgRole("homeward_app").existing();

// No sub-select, so that the policy stays an index condition and can live on a distributed table.
export const currentSeller = sql`nullif(current_setting('app.seller_id', true), '')::uuid`;
export const currentUser = sql`nullif(current_setting('app.user_id', true), '')::uuid`;

/** The sellers that a person may choose from, by their ids with commas between; `*` for all of them. */
export const SEEN_SELLERS = sql`nullif(current_setting('app.seller_ids', true), '')`;

/** Rows of one seller only, for reading and writing; without a seller there are none. */
export const tenantPolicy = (table: string) =>
  pgPolicy(`${table}_of_seller`, {
    for: "all",
    to: APP_ROLE,
    using: sql`seller_id = ${currentSeller}`,
    withCheck: sql`seller_id = ${currentSeller}`,
  });

export const id = () => uuid().notNull();
export const sellerId = () => uuid().notNull();

/** Milliseconds, so that a JavaScript Date carries it without loss and a cursor never skips a row. */
export const instant = () => timestamp({ withTimezone: true, precision: 3 });

/** Minor units of the currency beside it; null is unknown, not zero. */
export const minor = () => bigint({ mode: "number" });

/** A date without time, read and written as 'YYYY-MM-DD'. */
export const day = customType<{ data: string; driverData: string }>({ dataType: () => "date" });

/** Text that sorts by its bytes on every server, so that a prefix is a range of an index. */
export const byteOrderedText = customType<{ data: string; driverData: string }>({ dataType: () => 'text collate "C"' });

/** A word out of a list. Text with a check, because an enum loses its index under row-level security. */
export const word = <const Values extends readonly [string, ...string[]]>(values: Values) => text({ enum: values });
export const oneOf = (name: string, column: string, values: readonly string[]) =>
  check(name, sql.raw(`"${column}" in (${values.map((value) => `'${value}'`).join(", ")})`));

/** Terms as they were written; read with what they do not say yet because it came later. */
export const writtenTerms = customType<{ data: Terms; driverData: unknown }>({
  dataType: () => "jsonb",
  toDriver: (terms) => JSON.stringify(terms),
  fromDriver: TERMS.completed,
});
