import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type postgres from "postgres";
import { openAppPool } from "./client";

const JOURNAL = fileURLToPath(new URL("./migrations/meta/_journal.json", import.meta.url));

/** Throws a sentence for the operator where the owner's server cannot carry the product. */
export async function requireFitServer(sql: postgres.Sql): Promise<void> {
  const [server] = await sql<{ version: number; encoding: string }[]>`
    select current_setting('server_version_num')::int as version, current_setting('server_encoding') as encoding`;
  if (!server || server.version < 150_000) throw new Error("DATABASE_URL: Homeward needs PostgreSQL 15 or newer.");
  if (server.encoding !== "UTF8") throw new Error(`DATABASE_URL: the database must be UTF8, it is ${server.encoding}.`);
}

/**
 * Throws unless the application's login is bound by row-level security: no superuser, no BYPASSRLS, and owner of nothing
 * here, neither itself nor through a role it is a member of.
 */
export async function requireFitLogin(appUrl: string): Promise<void> {
  const sql = openAppPool(appUrl, { max: 1, connect_timeout: 10 });
  try {
    const [role] = await sql<{ isFree: boolean; owns: boolean }[]>`
      select r.rolsuper or r.rolbypassrls as "isFree",
        pg_has_role(d.datdba, 'member') or exists (
          select from pg_class c where c.relnamespace = 'public'::regnamespace and pg_has_role(c.relowner, 'member')
        ) as owns
      from pg_roles r, pg_database d where r.rolname = current_user and d.datname = current_database()`;
    if (!role || role.isFree) throw new Error("it is a superuser or bypasses row-level security");
    if (role.owns) throw new Error("it owns the database or tables in it, itself or through a role it belongs to");
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new Error(`The application cannot use its database role (${reason}). See APP_DATABASE_URL.`, { cause });
  } finally {
    await sql.end();
  }
}

/** Whether the migrations of this version have been carried out, as the application's own role may see it. */
export async function isMigrated(appUrl: string): Promise<boolean> {
  const { entries }: { entries: { when: number }[] } = JSON.parse(readFileSync(JOURNAL, "utf8"));
  const sql = openAppPool(appUrl, { max: 1, connect_timeout: 10 });
  try {
    const [table] = await sql<{ name: string | null }[]>`
      select to_regclass('drizzle.__drizzle_migrations')::text as name`;
    if (!table?.name) return false;
    const [last] = await sql<
      { at: string | null }[]
    >`select max(created_at)::text as at from drizzle.__drizzle_migrations`;
    return Number(last?.at ?? 0) >= Math.max(...entries.map(({ when }) => when));
  } finally {
    await sql.end();
  }
}
