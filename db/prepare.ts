import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate } from "drizzle-orm/postgres-js/migrator";
import postgres from "postgres";
import { openPool } from "./address";
import { requireFitLogin, requireFitServer } from "./fit";

/** Owns nothing and bypasses nothing; the policies name it, so it exists whoever logs in. */
const APP_ROLE = "homeward_app";
const MIGRATIONS = fileURLToPath(new URL("./migrations", import.meta.url));
/** Any constant of our own: starts on the same database take turns. */
const PREPARE_LOCK = 4_663_927;

const TURN_MS = 250;
const OWNER = { max: 1, prepare: false, connect_timeout: 10, onnotice: () => undefined };

type Sql = postgres.Sql;

/** How the application logs in: as our own role with this password, or by an address of the operator's. */
export type AppLogin = { password: string; mayChangePassword: boolean } | { url: string };

/**
 * Brings a database to the present schema and answers the address the application uses. Safe to run at once from several
 * processes. Throws with a sentence for the operator where the server or the application's role is not fit.
 */
export async function prepareDatabase(ownerUrl: string, login: AppLogin): Promise<string> {
  const sql = openPool(ownerUrl, OWNER);
  const turns = openPool(ownerUrl, OWNER);
  try {
    for (;;) {
      const appUrl = await turns.begin(async (turn) => {
        // A lock of this transaction, not of its connection, and nobody waits in one: a pooler may have few to hand out.
        const [lock] = await turn<{ isMine: boolean }[]>`
          select set_config('idle_in_transaction_session_timeout', '0', true),
            pg_try_advisory_xact_lock(${PREPARE_LOCK}) as "isMine"`;
        return lock?.isMine ? prepare(sql, ownerUrl, login) : null;
      });
      if (appUrl !== null) return appUrl;
      await pause(TURN_MS);
    }
  } finally {
    await Promise.all([sql.end(), turns.end()]);
  }
}

async function prepare(sql: Sql, ownerUrl: string, login: AppLogin): Promise<string> {
  await requireFitServer(sql);
  const appUrl = await sql
    .begin((tx) => ensureRole(tx, ownerUrl, login))
    .catch((cause: unknown) => {
      throw needsDba(cause);
    });
  await migrate(drizzle(sql), { migrationsFolder: MIGRATIONS });
  // Together: an application that runs already is never without its rights.
  await sql.begin(grant);
  await forceRowSecurity(sql);
  await requireFitLogin(appUrl);
  return appUrl;
}

/** Makes what is missing of our role and of the login the operator named; what exists is never changed under its users. */
async function ensureRole(sql: postgres.ISql, ownerUrl: string, login: AppLogin): Promise<string> {
  const isOurs = "password" in login;
  const appUrl = isOurs ? appAddress(ownerUrl, login.password) : login.url;
  const address = new URL(appUrl);
  const [user, password] = [decodeURIComponent(address.username), decodeURIComponent(address.password)];
  const names = [
    ...(await sql<{ name: string }[]>`
    select rolname as name from pg_roles where rolname in (${APP_ROLE}, ${user})`),
  ].map(({ name }) => name);
  if (!names.includes(APP_ROLE)) await say(sql, "create role %I nosuperuser nobypassrls", APP_ROLE);
  if (user !== APP_ROLE && !names.includes(user)) await say(sql, "create role %I nosuperuser nobypassrls", user);
  if (!names.includes(user) || (isOurs && login.mayChangePassword)) {
    await say(sql, "alter role %I login password %L", user, password);
  }
  const [member] = await sql`select from pg_roles where rolname = ${user} and pg_has_role(oid, ${APP_ROLE}, 'member')`;
  if (!member) await say(sql, "grant %I to %I", APP_ROLE, user);
  return appUrl;
}

/** An owner that may make no roles is told what a DBA has to run once. */
const needsDba = (cause: unknown): unknown =>
  cause instanceof postgres.PostgresError && cause.code === "42501" && /role/.test(cause.message)
    ? new Error(
        `DATABASE_URL: its user may not manage roles. As a superuser, run once: create role ${APP_ROLE} nosuperuser nobypassrls; ` +
          `create role homeward_web login password '…' in role ${APP_ROLE}; then give its address as APP_DATABASE_URL.`,
        { cause },
      )
    : cause;

/** The address of the same database for our own role. */
export const appAddress = (ownerUrl: string, password: string): string =>
  Object.assign(new URL(ownerUrl), { username: APP_ROLE, password }).href;

/** Less than reading, adding, changing and deleting: what the application itself may never do, whoever asks it to. */
const LESS: Record<string, string> = {
  events: "select, insert",
  ledger: "select, insert",
  seller_events: "select, insert",
  account_events: "select, insert",
  marketplace_floors: "select",
  sellers: "select, insert, update",
};

/** What the application's role may do, exactly; what an earlier version allowed is taken back in the same moment. */
async function grant(sql: postgres.ISql): Promise<void> {
  await say(sql, "grant usage on schema public to %I", APP_ROLE);
  await say(sql, "revoke all on all tables in schema public from %I", APP_ROLE);
  await say(sql, "grant select, insert, update, delete on all tables in schema public to %I", APP_ROLE);
  for (const [table, rights] of Object.entries(LESS)) {
    await say(sql, "revoke all on %I from %I", table, APP_ROLE);
    await say(sql, `grant ${rights} on %I to %I`, table, APP_ROLE);
  }
  await grantAccounts(sql);
  await say(sql, "grant usage, select on all sequences in schema public to %I", APP_ROLE);
  // How far the migrations are: a web server or worker of its own waits for them.
  await say(sql, "grant usage on schema drizzle to %I", APP_ROLE);
  await say(sql, "grant select on all tables in schema drizzle to %I", APP_ROLE);
}

/** An account is never deleted, and nobody makes platform support of one but the owner of the database. */
async function grantAccounts(sql: postgres.ISql): Promise<void> {
  const columns = await sql<{ name: string }[]>`
    select column_name as name from information_schema.columns
    where table_schema = 'public' and table_name = 'users' and column_name <> 'is_support' order by ordinal_position`;
  const names = columns.map(({ name }) => name);
  const list = names.map(() => "%I").join(", ");
  await say(sql, "revoke all on users from %I", APP_ROLE);
  await say(sql, "grant select on users to %I", APP_ROLE);
  await say(sql, `grant insert (${list}), update (${list}) on users to %I`, ...names, ...names, APP_ROLE);
}

/** Policies bind the owner too, on every table that has them. */
async function forceRowSecurity(sql: Sql): Promise<void> {
  const tables = await sql<{ name: string }[]>`
    select relname as name from pg_class
    where relnamespace = 'public'::regnamespace and relkind = 'r' and relrowsecurity and not relforcerowsecurity`;
  for (const { name } of tables) await say(sql, "alter table %I force row level security", name);
}

/** Utility statements take no parameters: the server itself quotes the names. */
async function say(sql: postgres.ISql, statement: string, ...names: string[]): Promise<void> {
  const [row] = await sql<{ text: string }[]>`select format(${statement}, variadic ${names}::text[]) as text`;
  if (row) await sql.unsafe(row.text);
}

/** Lets an account look into every shop, for a while and a reason. Only the owner of the database can: the application never. */
export async function makeSupport(ownerUrl: string, email: string): Promise<void> {
  const sql = openPool(ownerUrl, { max: 1, onnotice: () => undefined });
  await sql`update users set is_support = true where email = ${email} and replaced_at is null`;
  await sql.end();
}
