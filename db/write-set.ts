import { getTableColumns, getTableName, type SQL, sql } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import type { Tx } from "./client";

const columnName = (key: string): string => key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** Rows as one JSON parameter, so that a thousand cost one statement and no thousand placeholders. */
const asJson = (rows: readonly object[]): string =>
  JSON.stringify(
    rows.map((row) => Object.fromEntries(Object.entries(row).map(([key, value]) => [columnName(key), value]))),
  );

/** `insert into table … select …` of many rows at once; all rows carry the keys of the first. */
export function insertion<Table extends PgTable>(table: Table, rows: readonly Table["$inferInsert"][]): SQL {
  const [first] = rows;
  if (!first) throw new Error("nothing to insert");
  const known = getTableColumns(table);
  const columns = sql.join(
    Object.keys(first)
      .filter((key) => key in known)
      .map((key) => sql.identifier(columnName(key))),
    sql`, `,
  );
  const name = sql.identifier(getTableName(table));
  return sql`insert into ${name} (${columns}) select ${columns} from jsonb_populate_recordset(null::${name}, ${asJson(rows)}::jsonb)`;
}

/** `from` clause of a set-based update: the rows as a table `input` with these columns. */
export const inputRows = (rows: readonly object[], columns: string): SQL =>
  sql`jsonb_to_recordset(${asJson(rows)}::jsonb) as input(${sql.raw(columns)})`;

/** Carries out several writes as one statement: one round trip. None of them may read what another one writes. */
export async function writeTogether(tx: Tx, writes: readonly (SQL | null)[]): Promise<void> {
  const parts = writes
    .filter((write) => write !== null)
    .map((write, index) => sql`${sql.identifier(`w${index}`)} as (${write})`);
  if (parts.length > 0) await tx.execute(sql`with ${sql.join(parts, sql`, `)} select`);
}

/** An insertion, or nothing when there are no rows. */
export const insertionIfAny = <Table extends PgTable>(
  table: Table,
  rows: readonly Table["$inferInsert"][],
): SQL | null => (rows.length > 0 ? insertion(table, rows) : null);

/** Whether a write failed at a check that the database makes itself. */
export function breaks(error: unknown, check: string): boolean {
  const cause = error instanceof Error && error.cause ? error.cause : error;
  if (typeof cause !== "object" || cause === null || !("code" in cause) || cause.code !== "23514") return false;
  return "message" in cause && String(cause.message).includes(`"${check}`);
}

/**
 * Whether a write failed at a unique index. A distributed PostgreSQL does not name it in a field, but only in the text,
 * with the number of a shard behind its name.
 */
export function violates(error: unknown, index: string): boolean {
  const cause = error instanceof Error && error.cause ? error.cause : error;
  if (typeof cause !== "object" || cause === null || !("code" in cause) || cause.code !== "23505") return false;
  if ("constraint_name" in cause && cause.constraint_name) return cause.constraint_name === index;
  const text = "message" in cause ? String(cause.message) : "";
  return new RegExp(`"${index}(_\\d+)?"`).test(text);
}
