import { randomUUID } from "node:crypto";
import postgres from "postgres";
import { afterAll, expect, inject } from "vitest";
import { EVENTS } from "@/lib/policy/events/events";
import { connect, type Db } from "./client";
import { makeSupport } from "./prepare";
import { readerOfForms, tenantTables } from "./testing-distributed";

export * from "./testing-data";
export * from "./testing-held";

const addressOf = (database: string): string => {
  const url = new URL(inject("ownerUrl"));
  url.username = "homeward_app";
  url.password = inject("appPassword");
  url.pathname = `/${database}`;
  return url.href;
};

/** A database of this test file's own, migrated and empty, connected as the application's role. */
export async function testDb(): Promise<Db> {
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  const owner = postgres(inject("ownerUrl"), { max: 1, onnotice: () => undefined });
  await owner.unsafe(`create database ${name} template homeward_template`);
  const sent = new Set<string>();
  const onStatement = (statement: string) => {
    if (!statement.includes(OF_THE_TEST)) sent.add(formOf(statement));
    listeners.get(db)?.push(statement);
  };
  const db: Db = connect(addressOf(name), { max: 12, onStatement });
  afterAll(async () => {
    await db.end();
    const untold = await untoldEvents(name);
    const undistributed = await undistributedOf(sent);
    await owner.unsafe(`drop database ${name} with (force)`);
    await owner.end();
    expect(untold).toEqual([]);
    expect(undistributed).toEqual([]);
  });
  return db;
}

/** Said within a statement by which a test itself lets time pass; all others are the product's. */
const OF_THE_TEST = "/* of the test */";

/** However many values it has, a statement is read once. */
const formOf = (statement: string): string => statement.replaceAll(/\$\d+/g, "$$1").replaceAll(/\$1(?:, \$1)+/g, "$$1");

/** Statements that a suite before this one has sent, and that were taken: each is looked at once. */
const taken = new Set<string>();

/** What a suite sent that a distributed PostgreSQL would refuse, or answer otherwise. */
export async function undistributedOf(sent: Iterable<string>) {
  const unknown = [...sent].filter((statement) => !taken.has(statement));
  if (unknown.length === 0) return [];
  const read = await readerOfForms(tenantTables());
  return unknown.flatMap((statement) => {
    const forms = read(statement);
    if (forms.length === 0) taken.add(statement);
    return forms.map((form) => ({ form, statement }));
  });
}

/** Subjects that belong to the product; a suite may write of toys of its own. */
const SUBJECTS = ["return", "import", "shop", "account"] as const;

/** What a suite kept as history and nobody could read back: each event has to be known to the registry as it stands. */
export async function untoldEvents(database: string): Promise<string[]> {
  const url = Object.assign(new URL(inject("ownerUrl")), { pathname: `/${database}` });
  const sql = postgres(url.href, { max: 1, onnotice: () => undefined });
  try {
    const rows = await sql<{ subject: string; kind: string; data: Record<string, unknown> }[]>`
      select subject_kind as subject, kind, data from events
      union all select 'shop', kind, data from seller_events
      union all select 'account', kind, data from account_events`;
    return rows.flatMap(({ subject, kind, data }) => {
      const known = SUBJECTS.find((one) => one === subject);
      return known === undefined ? [] : (unreadable(() => EVENTS.written(known, kind, data)) ?? []);
    });
  } finally {
    await sql.end();
  }
}

function unreadable(read: () => unknown): string | null {
  try {
    read();
    return null;
  } catch (error) {
    return String(error);
  }
}

const listeners = new WeakMap<Db, string[]>();

/** The statements that a piece of work sends; the scope's own SET is not counted. Run nothing else on `db` meanwhile. */
export async function statementsOf(db: Db, work: () => Promise<unknown>): Promise<string[]> {
  const heard: string[] = [];
  listeners.set(db, heard);
  await work();
  listeners.delete(db);
  return heard.filter((statement) => !statement.startsWith("set local"));
}

const nameOf = async (db: Db): Promise<string> => {
  const [row] = await db.execute<{ name: string }>("select current_database() as name");
  return row?.name ?? "";
};

/** The address of a test database as the application's role, for a process of its own. */
export const appUrlOf = async (db: Db): Promise<string> => addressOf(await nameOf(db));

const ownerUrlOf = async (db: Db): Promise<string> =>
  Object.assign(new URL(inject("ownerUrl")), { pathname: `/${await nameOf(db)}` }).href;

/** Lets an account of a test database look into every shop. */
export const makeSupportOf = async (db: Db, email: string): Promise<void> => makeSupport(await ownerUrlOf(db), email);

/** The owner's connection to a test database, for what no role of the product may do. */
export async function ownerOf(db: Db): Promise<postgres.Sql> {
  const sql = postgres(await ownerUrlOf(db), { max: 2, onnotice: () => undefined });
  afterAll(() => sql.end());
  return sql;
}
