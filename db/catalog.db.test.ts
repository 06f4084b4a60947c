import { expect, it } from "vitest";
import { ownerOf, testDb } from "./testing";

const owner = await ownerOf(await testDb());

const OF_SELLER = "(seller_id = (NULLIF(current_setting('app.seller_id'::text, true), ''::text))::uuid)";
/** Tables whose wall is another one: those that a person sees of their own, whichever seller they look at. */
const WALLED_OTHERWISE = ["sellers", "memberships", "account_events", "devices"];

it("every wall says the same: the seller of the scope, for reading and for writing", async () => {
  const policies = await owner<{ table: string; reads: string; writes: string; roles: string }[]>`
    select polrelid::regclass::text as table, pg_get_expr(polqual, polrelid) as reads,
      pg_get_expr(polwithcheck, polrelid) as writes, polroles::regrole[]::text as roles from pg_policy`;
  expect(policies.length).toBeGreaterThan(30);
  const others = policies.filter(({ reads, writes }) => reads !== OF_SELLER || writes !== OF_SELLER);
  expect(others.filter(({ table }) => !WALLED_OTHERWISE.includes(table))).toEqual([]);
  expect(policies.filter(({ roles }) => roles !== "{homeward_app}")).toEqual([]);
});

it("the application's role reads and writes rows and nothing more, and adds to history only", async () => {
  const grants = await owner<{ table: string; may: string }[]>`
    select table_name as table, string_agg(privilege_type, ' ' order by privilege_type) as may
    from information_schema.role_table_grants where grantee = 'homeward_app' and table_schema = 'public' group by 1`;
  const rights = new Map(grants.map(({ table, may }) => [table, may]));
  expect([...rights].filter(([, may]) => !/^(DELETE )?(INSERT )?SELECT( UPDATE)?$/.test(may))).toEqual([]);
  expect([rights.get("events"), rights.get("seller_events")]).toEqual(["INSERT SELECT", "INSERT SELECT"]);
  expect(rights.get("returns")).toBe("DELETE INSERT SELECT UPDATE");
});

/** What names another row without a foreign key, and why. */
const LOOSE: Record<string, string> = {
  "events.actor_id": "a person, a buyer or nobody; history keeps the name",
  "events.import_id": "history outlives the import",
  "events.bulk_act_id": "history outlives the job",
  "events.subject_id": "of several kinds; a return's is a key of its own",
  "events.thread_id": "a return or an order",
  "import_changes.return_id": "undoing the import deletes the return",
  "import_order_changes.order_id": "undoing the import deletes the order",
  "bulk_items.subject_id": "of several kinds; what is deleted meanwhile is told as not found",
  "messages.recipient_id": "a message stays whoever it went to",
  "outbox.event_id": "goes with its return, as the event does",
  "presence.user_id": "forgotten after seconds",
  "preview_changes.return_id": "what was counted stays counted when a return goes",
  "seller_events.actor_id": "history keeps the name",
  "seller_events.subject_id": "a channel, a person, an address: one of several kinds",
};

it("every column that names a row has its foreign key, or a reason why not", async () => {
  const columns = await owner<{ name: string }[]>`
    select c.relname || '.' || a.attname as name from pg_attribute a join pg_class c on c.oid = a.attrelid
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped
      and a.atttypid = 'uuid'::regtype and a.attname like '%\\_id' and a.attname <> 'seller_id'
      and not exists (select from pg_constraint k where k.conrelid = c.oid and k.contype = 'f' and a.attnum = any(k.conkey))
    order by 1`;
  expect(columns.map(({ name }) => name)).toEqual(Object.keys(LOOSE).sort());
});
