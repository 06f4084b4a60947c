import { randomBytes } from "node:crypto";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import type {} from "vitest";
import type { TestProject } from "vitest/node";
import { startEmbedded } from "./embedded";
import { prepareDatabase } from "./prepare";

declare module "vitest" {
  interface ProvidedContext {
    /** The owner's address of the database `postgres`; `homeward_template` on the same server is the migrated template. */
    ownerUrl: string;
    appPassword: string;
  }
}

/** One forgetful server for all database tests, with a migrated template that each test file copies. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = mkdtempSync(join(tmpdir(), "homeward-test-"));
  // mkdtemp closes the folder to everybody else, and a server started by root runs as somebody else.
  chmodSync(dataDir, 0o755);
  const server = await startEmbedded({ dataDir, isDurable: false });
  const ownerUrl = server.url("postgres");
  const appPassword = randomBytes(16).toString("hex");
  const sql = postgres(ownerUrl, { max: 1 });
  await sql`create database homeward_template`;
  await sql.end();
  await prepareDatabase(server.url("homeward_template"), { password: appPassword, mayChangePassword: true });
  await describeSellers(server.url("homeward_template"));
  project.provide("ownerUrl", ownerUrl);
  project.provide("appPassword", appPassword);
  return async () => {
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
}

/**
 * What autovacuum would tell the planner within a minute: a table holds few shops. Without it every index that begins with
 * the shop looks as good as the key, and a cached check of a foreign key reads all rows of a shop for each new row.
 */
async function describeSellers(url: string): Promise<void> {
  const sql = postgres(url, { max: 1 });
  await sql`
    select pg_restore_attribute_stats('schemaname', table_schema::text, 'relname', table_name::text, 'attname', 'seller_id',
      'inherited', false, 'null_frac', 0::real, 'avg_width', 16, 'n_distinct', 2::real)
    from information_schema.columns join information_schema.tables using (table_schema, table_name)
    where column_name = 'seller_id' and table_schema = 'public' and table_type = 'BASE TABLE'`;
  await sql.end();
}
