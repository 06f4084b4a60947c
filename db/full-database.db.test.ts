import { readFileSync } from "node:fs";
import type postgres from "postgres";
import { expect, test } from "vitest";
import { oldDatabases } from "./testing-old-database";

const { databaseBefore, migrated } = oldDatabases();

/** Two shops as they stood after the migration 0017: orders, requests, decisions, an undo, a withdrawal, a job of many. */
const THEN = readFileSync(new URL("./testdata/at-0017.jsonl", import.meta.url), "utf8")
  .trim()
  .split("\n")
  .map((line): { table: string; rows: Row[] } => JSON.parse(line));
type Row = Record<string, unknown>;

/** Tables and columns that bear another name by now. */
const NOW: Record<string, string> = { return_events: "events", jobs: "bulk_acts", job_items: "bulk_items" };
const CALLED: Record<string, string> = {
  job_id: "bulk_act_id",
  "job_items.return_id": "subject_id",
};

/** What a row is known by and counted as; what else it says may be said otherwise afterwards. */
const NAMES_ROW = /(^|_)id$|^(kind|key|position|number|code|status|version|at|due_at)$/;

const rowsOf = async (sql: postgres.Sql, table: string): Promise<Row[]> =>
  (await sql<{ row: Row }[]>`select to_jsonb(t) as row from ${sql(table)} t`).map(({ row }) => row);

test("a database in use is brought to the present with every row, id, event and status that it had", async () => {
  const sql = await databaseBefore("0018_events_of_any_subject");
  try {
    // Rows come in the order of the alphabet; what they hang on is there in the end.
    await sql`set session_replication_role = replica`;
    for (const { table, rows } of THEN) {
      const columns = Object.keys(rows[0] ?? {});
      await sql`insert into ${sql(table)} (${sql(columns)})
        select ${sql(columns)} from jsonb_populate_recordset(null::${sql(table)}, ${JSON.stringify(rows)}::jsonb)`;
    }
    await sql`set session_replication_role = origin`;
    await migrated(sql);
    for (const { table, rows: before } of THEN) {
      const after = await rowsOf(sql, NOW[table] ?? table);
      const nowOf = (name: string) => CALLED[`${table}.${name}`] ?? CALLED[name] ?? name;
      const columns = Object.keys(before[0] ?? {}).filter(
        (name) => NAMES_ROW.test(name) && nowOf(name) in (after[0] ?? {}),
      );
      expect(columns.length, table).toBeGreaterThan(0);
      const named = (rows: Row[], as: (name: string) => string) =>
        rows.map((row) => JSON.stringify(columns.map((name) => row[as(name)]))).sort();
      expect(named(after, nowOf), table).toEqual(named(before, (name) => name));
    }
  } finally {
    await sql.end();
  }
});
