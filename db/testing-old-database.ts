import { randomUUID } from "node:crypto";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate } from "drizzle-orm/postgres-js/migrator";
import postgres from "postgres";
import { afterAll, inject } from "vitest";

const MIGRATIONS = fileURLToPath(new URL("./migrations", import.meta.url));
type Journal = { entries: { tag: string }[] };

/** Databases as they were before a migration, on the tests' server, for a test file that brings them to the present. */
export function oldDatabases() {
  const folder = mkdtempSync(join(tmpdir(), "homeward-migrations-"));
  const owner = postgres(inject("ownerUrl"), { max: 1, onnotice: () => undefined });
  const made: string[] = [];
  afterAll(async () => {
    rmSync(folder, { recursive: true, force: true });
    for (const name of made) await owner`drop database if exists ${owner(name)} with (force)`;
    await owner.end();
  });

  /** A folder of migrations that ends before one of them: what a database of that day had. */
  const migrationsBefore = (tag: string): string => {
    cpSync(MIGRATIONS, folder, { recursive: true, force: true });
    const journal = join(folder, "meta", "_journal.json");
    const { entries, ...rest }: Journal = JSON.parse(readFileSync(journal, "utf8"));
    const at = entries.findIndex((entry) => entry.tag === tag);
    writeFileSync(journal, JSON.stringify({ ...rest, entries: entries.slice(0, at) }));
    return folder;
  };

  const databaseBefore = async (tag: string) => {
    const name = `old_${randomUUID().replaceAll("-", "")}`;
    made.push(name);
    await owner`create database ${owner(name)}`;
    const url = Object.assign(new URL(inject("ownerUrl")), { pathname: `/${name}` }).href;
    const sql = postgres(url, { max: 1, onnotice: () => undefined });
    await migrate(drizzle(sql), { migrationsFolder: migrationsBefore(tag) });
    return sql;
  };

  return { databaseBefore, migrated: (sql: postgres.Sql) => migrate(drizzle(sql), { migrationsFolder: MIGRATIONS }) };
}
