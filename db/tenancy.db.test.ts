import { eq, sql } from "drizzle-orm";
import type postgres from "postgres";
import { beforeAll, describe, expect, it } from "vitest";
import { newId } from "@/lib/kernel/ids";
import type { Db } from "./client";
import { channels, events, orders, returns, sellers } from "./schema";
import { alsoAsUser, withSeller, withUser } from "./tenant";
import { aChannel, aReturn, aSeller, ownerOf, testDb } from "./testing";

let db: Db;
let owner: postgres.Sql;
beforeAll(async () => {
  db = await testDb();
  owner = await ownerOf(db);
});

/** Tables that belong to no seller, each with its reason. Everything else has to be walled. */
const GLOBAL = new Map([
  ["users", "a person may belong to several sellers"],
  ["sessions", "found before the seller is known"],
  ["sign_in_attempts", "about addresses and accounts, not sellers"],
  ["password_resets", "a person who forgot the password is found before the seller is known"],
  ["marketplace_floors", "what marketplaces ask of every seller; nobody's data"],
  ["portals", "found before the seller is known; whose channel an address of the buyer's page is, and no content"],
  ["work_items", "the work index of all sellers; holds no content"],
]);

/** Tables of one person, whichever sellers they work for: walled by the person, who is the first part of their key. */
const OF_A_PERSON = ["account_events", "devices"];

describe("the catalog, for tables of today and of tomorrow", () => {
  it("every table is walled by forced row-level security, or is on the list of global ones", async () => {
    const tables = await owner<{ name: string; isForced: boolean; hasPolicy: boolean }[]>`
      select relname as name, relrowsecurity and relforcerowsecurity as "isForced",
        exists (select from pg_policy p where p.polrelid = c.oid and p.polcmd = '*' and p.polqual is not null and p.polwithcheck is not null) as "hasPolicy"
      from pg_class c where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')`;
    expect(tables.length).toBeGreaterThan(15);
    const open = tables.filter(({ isForced, hasPolicy }) => !(isForced && hasPolicy)).map(({ name }) => name);
    expect(open.sort()).toEqual([...GLOBAL.keys()].sort());
  });

  it("every tenant table is keyed by seller first, and a person's by the person", async () => {
    const keys = await owner<{ name: string; first: string }[]>`
      select c.relname as name, a.attname as first from pg_class c
      join pg_index i on i.indrelid = c.oid and i.indisprimary
      join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
      where c.relnamespace = 'public'::regnamespace and c.relrowsecurity`;
    const expected = (name: string) => (OF_A_PERSON.includes(name) ? "user_id" : "seller_id");
    expect(keys.filter(({ name, first }) => first !== expected(name) && name !== "sellers")).toEqual([]);
  });

  it("every foreign key between tenant tables carries the seller", async () => {
    const loose = await owner`
      select con.conrelid::regclass::text as "from", con.confrelid::regclass::text as "to" from pg_constraint con
      join pg_class f on f.oid = con.confrelid
      where con.contype = 'f' and f.relrowsecurity and f.relname <> 'sellers' and not exists (
        select from unnest(con.conkey, con.confkey) as k(here, there)
        join pg_attribute h on h.attrelid = con.conrelid and h.attnum = k.here
        join pg_attribute t on t.attrelid = con.confrelid and t.attnum = k.there
        where h.attname = 'seller_id' and t.attname = 'seller_id')`;
    expect(loose).toEqual([]);
  });

  it("every unique index of a tenant table begins with the seller", async () => {
    const oracles = await owner<{ of: string }[]>`
      select i.indexrelid::regclass::text as name, c.relname as of from pg_index i join pg_class c on c.oid = i.indrelid
      join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
      where c.relnamespace = 'public'::regnamespace and c.relrowsecurity and i.indisunique
        and a.attname <> 'seller_id' and c.relname <> 'sellers'`;
    expect(oracles.filter(({ of }) => !OF_A_PERSON.includes(of))).toEqual([]);
  });

  it("no view, materialized view or SECURITY DEFINER function walks around the wall", async () => {
    const views =
      await owner`select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('v', 'm')`;
    const definers = await owner`select proname from pg_proc where pronamespace = 'public'::regnamespace and prosecdef`;
    expect([...views, ...definers]).toEqual([]);
  });

  it("the application's role owns nothing, bypasses nothing and may not truncate", async () => {
    const [role] = await owner`
      select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb from pg_roles where rolname = 'homeward_app'`;
    expect(role).toEqual({ rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false });
    const owned = await owner`select relname from pg_class where relowner = 'homeward_app'::regrole`;
    const truncates = await owner`
      select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'
        and has_table_privilege('homeward_app', oid, 'truncate')`;
    const creates = await owner`select has_schema_privilege('homeward_app', 'public', 'create') as may`;
    expect([owned.length, truncates.length, creates[0]?.may]).toEqual([0, 0, false]);
  });
});

/** What the application's role may do where it is not reading, adding, changing and deleting. */
const RIGHTS: Record<string, string> = {
  events: "INSERT SELECT",
  ledger: "INSERT SELECT",
  seller_events: "INSERT SELECT",
  account_events: "INSERT SELECT",
  marketplace_floors: "SELECT",
  sellers: "INSERT SELECT UPDATE",
  users: "SELECT",
};
const ALL = "DELETE INSERT SELECT UPDATE";
const bySeller = "(seller_id = (NULLIF(current_setting('app.seller_id'::text, true), ''::text))::uuid)";
const byUser = "(user_id = (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid)";

describe("what the application's role may do, word for word", () => {
  it("is so much on each table and no more, and of an account never whether it is platform support", async () => {
    const rights = await owner<{ name: string; rights: string }[]>`
      select c.relname as name, coalesce(string_agg(a.privilege_type, ' ' order by a.privilege_type), '') as rights
      from pg_class c left join lateral aclexplode(c.relacl) a on a.grantee = 'homeward_app'::regrole
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') group by c.relname`;
    const expected = rights.map(({ name }) => ({ name, rights: RIGHTS[name] ?? ALL }));
    expect([...rights]).toEqual(expected);
    const columns = await owner<{ name: string; rights: string }[]>`
      select a.attrelid::regclass::text || '.' || a.attname as name, string_agg(x.privilege_type, ' ' order by x.privilege_type) as rights
      from pg_attribute a, lateral aclexplode(a.attacl) x
      where a.attrelid in (select oid from pg_class where relnamespace = 'public'::regnamespace) and x.grantee = 'homeward_app'::regrole
      group by 1`;
    const known = await owner<{ name: string }[]>`
      select 'users.' || column_name as name from information_schema.columns where table_schema = 'public' and table_name = 'users'`;
    const granted = known
      .filter(({ name }) => name !== "users.is_support")
      .map(({ name }) => ({ name, rights: "INSERT UPDATE" }));
    const byName = (one: { name: string }, two: { name: string }) => (one.name < two.name ? -1 : 1);
    expect([...columns].sort(byName)).toEqual(granted.sort(byName));
  });

  it("is bound by policies that say who and nothing else", async () => {
    const policies = await owner<{ table: string; name: string; for: string; using: string; check: string | null }[]>`
      select tablename as table, policyname as name, cmd as for, qual as using, with_check as check from pg_policies
      where schemaname = 'public' and roles = '{homeward_app}' order by tablename, policyname`;
    const all = await owner`select from pg_policies where schemaname = 'public'`;
    expect(all).toHaveLength(policies.length);
    for (const policy of policies) {
      if (policy.table === "sellers") continue;
      if (policy.name === "memberships_own")
        expect(policy).toMatchObject({ for: "SELECT", using: byUser, check: null });
      else {
        const by = OF_A_PERSON.includes(policy.table) ? byUser : bySeller;
        expect(policy).toMatchObject({ for: "ALL", using: by, check: by });
      }
    }
    const ofSellers = policies.filter(({ table }) => table === "sellers");
    expect(ofSellers).toHaveLength(1);
    expect(ofSellers[0]?.check).toBe("(id = (NULLIF(current_setting('app.seller_id'::text, true), ''::text))::uuid)");
    expect(ofSellers[0]?.using).toContain("current_setting('app.seller_ids'::text, true)");
  });

  it("shows a person the sellers that they work for, platform support all, and nobody else any", async () => {
    const [own, other] = [await aSeller(db), await aSeller(db)];
    const userId = own.owner.id;
    const seenBy = async (id: string) => {
      const rows = await withUser(db, id, (tx) => tx.select({ id: sellers.id }).from(sellers));
      return rows.map((row) => row.id).filter((seller) => [own.sellerId, other.sellerId].includes(seller));
    };
    expect(await seenBy(userId)).toEqual([own.sellerId]);
    const inOther = await withSeller(db, other.sellerId, (tx) =>
      alsoAsUser(tx, userId, async () => (await tx.select({ id: sellers.id }).from(sellers)).map((row) => row.id)),
    );
    expect(inOther.sort()).toEqual([own.sellerId, other.sellerId].sort());
    await owner`update memberships set deactivated_at = now() where user_id = ${userId}`;
    expect(await seenBy(userId)).toEqual([]);
    await owner`update users set is_support = true where id = ${userId}`;
    expect(await seenBy(userId)).toHaveLength(2);
    expect(await seenBy(newId())).toEqual([]);
  });

  it("keeps it from making support of an account, from changing a floor, and from deleting a seller", async () => {
    const seller = await aSeller(db);
    const denied = { cause: { code: "42501" } };
    const acts = [
      sql`update users set is_support = true where id = ${seller.owner.id}`,
      sql`insert into users (id, email, name, password_hash, is_support) values (${newId()}, 'x@x.test', 'x', 'x', true)`,
      sql`delete from users where id = ${seller.owner.id}`,
      sql`update marketplace_floors set floor = '{}'`,
      sql`delete from marketplace_floors`,
      sql`insert into marketplace_floors select * from marketplace_floors`,
      sql`delete from sellers where id = ${seller.sellerId}`,
      sql`delete from account_events`,
    ];
    for (const act of acts)
      await expect(withSeller(db, seller.sellerId, (tx) => tx.execute(act))).rejects.toMatchObject(denied);
  });
});

describe("rows of one seller", () => {
  it("are all that a scope sees, and none without a scope", async () => {
    const [mine, theirs] = [await aSeller(db), await aSeller(db)];
    const channelId = await aChannel(db, theirs);
    const { id } = await aReturn(db, theirs, { channelId });
    const seen = await withSeller(db, mine.sellerId, (tx) => tx.select({ id: returns.id }).from(returns));
    expect(seen).toEqual([]);
    expect(await db.select({ id: returns.id }).from(returns)).toEqual([]);
    const changed = await withSeller(db, mine.sellerId, (tx) =>
      tx.update(returns).set({ buyerComment: "x" }).where(eq(returns.id, id)).returning({ id: returns.id }),
    );
    expect(changed).toEqual([]);
  });

  it("cannot be written for, nor hung on, another seller", async () => {
    const [mine, theirs] = [await aSeller(db), await aSeller(db)];
    const channelId = await aChannel(db, theirs);
    const order = { id: newId(), channelId, number: "1", orderedOn: "2026-01-01", currency: "USD" };
    const writing = withSeller(db, mine.sellerId, (tx) =>
      tx.insert(orders).values({ ...order, sellerId: theirs.sellerId }),
    );
    await expect(writing).rejects.toMatchObject({ cause: { code: "42501" } });
    const hanging = withSeller(db, mine.sellerId, (tx) =>
      tx.insert(orders).values({ ...order, sellerId: mine.sellerId }),
    );
    await expect(hanging).rejects.toMatchObject({ cause: { code: "23503" } });
  });

  it("may share numbers with another seller's", async () => {
    const [mine, theirs] = [await aSeller(db), await aSeller(db)];
    await aChannel(db, mine, { code: "amazon-us" });
    await aChannel(db, theirs, { code: "amazon-us" });
    const codes = await withSeller(db, mine.sellerId, (tx) => tx.select({ code: channels.code }).from(channels));
    expect(codes).toEqual([{ code: "amazon-us" }]);
  });

  it("leave no scope behind on a pooled connection, whether the work succeeds, fails or is cut", async () => {
    const seller = await aSeller(db);
    await aChannel(db, seller);
    const unscoped = async () => (await db.select({ id: channels.id }).from(channels)).length;
    for (let turn = 0; turn < 30; turn++) {
      const work = withSeller(db, seller.sellerId, async (tx) => {
        await tx.select({ id: channels.id }).from(channels);
        if (turn % 3 === 1) throw new Error("on purpose");
        if (turn % 3 === 2) await tx.execute(sql`select 1 / 0`);
      });
      await work.catch(() => undefined);
      expect(await unscoped()).toBe(0);
    }
  });

  it("keep a history that the application can only add to", async () => {
    const seller = await aSeller(db);
    const channelId = await aChannel(db, seller);
    const { id } = await aReturn(db, seller, { channelId });
    const editing = withSeller(db, seller.sellerId, (tx) =>
      tx.update(events).set({ kind: "other" }).where(eq(events.returnId, id)),
    );
    await expect(editing).rejects.toMatchObject({ cause: { code: "42501" } });
  });

  it("refuse a scope that is no id", async () => {
    await expect(withSeller(db, "'; drop table returns; --", async () => undefined)).rejects.toThrow("not an id");
  });
});
