import { type SQL, sql } from "drizzle-orm";

/** The rows of a sub-select as one JSON array, so that a page's parts come in one statement. */
export const rowsOf = <Row>(columns: SQL, rest: SQL, toRow: (row: Row) => Row = (row) => row) =>
  sql<Row[]>`(select coalesce(json_agg(part), '[]') from (select ${columns} ${rest}) part)`.mapWith((rows: Row[]) =>
    rows.map(toRow),
  );
