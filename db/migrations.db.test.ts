import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { EVENTS } from "@/lib/policy/events/events";
import { oldDatabases } from "./testing-old-database";

const { databaseBefore, migrated } = oldDatabases();

test("instructions that stood as one text are in the seller's own language afterwards, whoever the seller is", async () => {
  const sql = await databaseBefore("0015_instructions_by_language");
  try {
    const shop = async (locale: string, instructions: string) => {
      const [seller, channel] = [randomUUID(), randomUUID()];
      await sql`insert into sellers (id, name, locale) values (${seller}, ${seller}, ${locale})`;
      await sql`insert into channels (seller_id, id, code, name, marketplace, mode, programme, plan, has_prepaid, country,
          currency, time_zone)
        values (${seller}, ${channel}, 'own', 'Own', 'own', 'managed', 'seller_fulfilled', 'individual', false, 'US', 'USD', 'UTC')`;
      await sql`insert into operations (seller_id, id, channel_id, version, operation)
        values (${seller}, ${randomUUID()}, ${channel}, 1, jsonb_build_object('instructions', ${instructions}::text, 'undoSeconds', 15))`;
      return seller;
    };
    const sellers = [await shop("zh-CN", "请附上装箱单。"), await shop("en", "Add the slip."), await shop("en", "")];
    await migrated(sql);
    const rows = await sql<
      { seller: string; operation: unknown }[]
    >`select seller_id as seller, operation from operations`;
    const operationOf = (id: string) => rows.find(({ seller }) => seller === id)?.operation;
    expect(sellers.map(operationOf)).toEqual([
      { instructions: { "zh-CN": "请附上装箱单。" }, undoSeconds: 15 },
      { instructions: { en: "Add the slip." }, undoSeconds: 15 },
      { instructions: {}, undoSeconds: 15 },
    ]);
  } finally {
    await sql.end();
  }
});

test("every event of a return is kept, with its id, its version and its words, under the return that it is about", async () => {
  const sql = await databaseBefore("0018_events_of_any_subject");
  try {
    const [mine, other, one, two] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
    const person = { id: randomUUID(), name: "Ada" };
    const old = [
      { seller: mine, of: one, kind: "requested", data: { source: "report", file: "march.txt", line: 2 } },
      { seller: mine, of: one, kind: "assigned", data: { before: null, assignee: person, batch: one } },
      { seller: mine, of: one, kind: "assigned", data: { from: person, to: null, batch: two } },
      { seller: mine, of: one, kind: "judged_again", data: { verdict: "in_policy", before: "out_of_policy" } },
      { seller: mine, of: one, kind: "close", from: "authorization_required", to: "closed", data: { reason: "other" } },
      { seller: other, of: two, kind: "from_the_future", data: { anything: [1] } },
    ].map((event) => ({ ...event, id: randomUUID(), job: randomUUID(), import: randomUUID() }));
    // What an event hangs on is made up: of all the rest of a shop nothing is needed.
    await sql`set session_replication_role = replica`;
    for (const [seller, id] of [
      [mine, one],
      [other, two],
    ] as const)
      await sql`insert into returns (seller_id, id, channel_id, order_id, number, source, status, version, requested_on,
          evaluation, order_policy_id, request_policy_id, currency)
        values (${seller}, ${id}, ${id}, ${id}, 1, 'report', 'closed', 7, '2026-07-01',
          '{"verdict":"in_policy","isExempt":false,"isPrepaidEligible":false}', ${id}, ${id}, 'USD')`;
    for (const { id, seller, of, kind, from, to, data, ...ids } of old)
      await sql`insert into return_events (seller_id, id, return_id, kind, from_status, to_status, at, actor_kind, actor_id,
          actor_name, data, job_id, import_id)
        values (${seller}, ${id}, ${of}, ${kind}, ${from ?? null}, ${to ?? null}, '2026-07-02T00:00:00.123Z', 'seller',
          ${person.id}, 'Ada', ${JSON.stringify(data)}::jsonb, ${ids.job}, ${ids.import})`;
    await sql`set session_replication_role = origin`;
    await migrated(sql);
    const rows = await sql`select seller_id, id, return_id, kind, from_status, to_status, at, actor_kind, actor_part,
      actor_id, actor_name, data,
      bulk_act_id, import_id, subject_kind, subject_id, thread_kind, thread_id from events order by kind, data::text`;
    const known = new Map(old.map((event) => [event.id, event]));
    expect(rows).toHaveLength(old.length);
    for (const row of rows) {
      const was = known.get(row.id);
      expect(row).toMatchObject({
        seller_id: was?.seller,
        return_id: was?.of,
        kind: was?.kind,
        from_status: was?.from ?? null,
        to_status: was?.to ?? null,
        at: expect.stringContaining("2026-07-02 00:00:00.123"),
        actor_kind: "person",
        actor_part: null,
        actor_id: person.id,
        actor_name: "Ada",
        bulk_act_id: was?.job,
        import_id: was?.import,
        subject_kind: "return",
        subject_id: was?.of,
        thread_kind: "return",
        thread_id: was?.of,
      });
    }
    const dataOf = (kind: string) => rows.filter((row) => row.kind === kind).map(({ data }) => data);
    expect(dataOf("assigned")).toEqual(
      expect.arrayContaining([
        { before: null, assignee: person, batch: one },
        { before: person, assignee: null, batch: two },
      ]),
    );
    expect(dataOf("judged_again")).toEqual([
      { verdict: "in_policy", changed: { verdict: ["out_of_policy", "in_policy"] } },
    ]);
    expect(dataOf("from_the_future")).toEqual([{ anything: [1] }]);
    expect(await sql`select distinct version from returns`).toEqual([{ version: 7 }]);
    const [wall] = await sql`select relrowsecurity, relforcerowsecurity from pg_class where relname = 'events'`;
    expect(wall).toEqual({ relrowsecurity: true, relforcerowsecurity: true });
  } finally {
    await sql.end();
  }
});

test("whoever did something is of one of the kinds there are, and of the product it is told which part", async () => {
  const sql = await databaseBefore("0021_actors_of_every_kind");
  try {
    const seller = randomUUID();
    const did = [
      ["seller", "note", {}],
      ["buyer", "withdraw", {}],
      ["system", "authorize", { because: "answer_due" }],
      ["system", "authorize", { because: "choice_all" }],
      ["system", "adopt", {}],
      ["system", "judged_again", {}],
      ["system", "from_the_future", {}],
    ] as const;
    await sql`insert into sellers (id, name, locale) values (${seller}, 'Shop', 'en')`;
    for (const [index, [actor, kind, data]] of did.entries())
      await sql`insert into events (seller_id, id, subject_kind, kind, at, actor_kind, data)
        values (${seller}, ${randomUUID()}, 'return', ${kind}, ${`2026-07-0${index + 1}`}, ${actor},
          ${JSON.stringify(data)}::jsonb)`;
    for (const [kind, actor] of [
      ["view_saved", seller],
      ["support_entered", seller],
      ["account_replaced", null],
    ] as const)
      await sql`insert into seller_events (seller_id, id, kind, at, actor_id, data)
        values (${seller}, ${randomUUID()}, ${kind}, now(), ${actor}, '{}')`;
    await migrated(sql);
    const rows = await sql`select actor_kind, actor_part from events order by at`;
    expect(rows.map((row) => [row.actor_kind, row.actor_part])).toEqual([
      ["person", null],
      ["buyer", null],
      ["product", "clock"],
      ["product", "rules"],
      ["product", "import"],
      ["product", "judging"],
      ["product", null],
    ]);
    const ofShop = await sql`select actor_kind from seller_events order by kind`;
    expect(ofShop.map((row) => row.actor_kind)).toEqual(["product", "support", "person"]);
  } finally {
    await sql.end();
  }
});

test("what waits to be told of a bulk act finds it under its new word, and all else is told as it was", async () => {
  const sql = await databaseBefore("0026_bulk_acts_by_their_name");
  try {
    const [seller, act] = [randomUUID(), randomUUID()];
    await sql`set session_replication_role = replica`;
    for (const [kind, data] of [
      ["team.job_done", { jobId: act }],
      ["buyer.message", { text: "jobId" }],
    ] as const)
      await sql`insert into outbox (seller_id, id, kind, data, dedupe_key, available_at, created_at)
        values (${seller}, ${randomUUID()}, ${kind}, ${JSON.stringify(data)}::jsonb, ${kind}, now(), now())`;
    await sql`set session_replication_role = origin`;
    await migrated(sql);
    const rows = await sql<{ data: unknown }[]>`select data from outbox order by kind`;
    expect(rows.map(({ data }) => data)).toEqual([{ text: "jobId" }, { bulkActId: act }]);
  } finally {
    await sql.end();
  }
});

test("what an import did is told once, by its own event, under the id and with all that the shop's audit told", async () => {
  const sql = await databaseBefore("0034_imports_told_once");
  try {
    const [seller, one, old, ada] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
    const counts = { added: 3, changed: 1, unchanged: 0, refused: 0 };
    const effects = { authorized: 1, messages: 1, kept: 0, handovers: 0, undoSeconds: 15 };
    const done = { of: "returns", file: "march.txt", counts, effects, isWithoutAutomation: false };
    const undone = { of: "returns", file: "march.txt", undone: { deleted: 3, restored: 1, stayed: 0 } };
    await sql`insert into sellers (id, name, locale) values (${seller}, 'Shop', 'en')`;
    const moved = [
      ["run", { isWithoutAutomation: false, warnings: [] }],
      ["finish", counts],
      ["undo", { stayed: 0, of: 4 }],
    ] as const;
    for (const [kind, data] of moved)
      await sql`insert into events (seller_id, id, subject_kind, subject_id, kind, at, actor_kind, data)
        values (${seller}, ${randomUUID()}, 'import', ${one}, ${kind}, '2026-03-01', 'product', ${JSON.stringify(data)}::jsonb)`;
    const told = [
      { kind: "import_done", of: one, by: "Ada", data: done },
      { kind: "import_undone", of: one, by: "Ada", data: undone },
      { kind: "import_done", of: old, by: null, data: done },
      { kind: "import_undone", of: old, by: "Ada", data: undone },
      { kind: "automation_paused", of: null, by: "Ada", data: {} },
    ].map((event) => ({ ...event, id: randomUUID() }));
    for (const { id, kind, of, by, data } of told)
      await sql`insert into seller_events (seller_id, id, kind, at, actor_kind, actor_id, actor_name, subject_id, subject_name, data)
        values (${seller}, ${id}, ${kind}, '2026-03-02', ${by ? "person" : "product"}, ${by && ada}, ${by}, ${of}, 'Amazon.com',
          ${JSON.stringify(data)}::jsonb)`;
    await migrated(sql);
    const rows = await sql`select id, kind, subject_kind, subject_id, actor_kind, actor_name, data from events
      where kind <> 'run'`;
    expect(rows).toHaveLength(4);
    expect(await sql`select kind from events where kind = 'run'`).toHaveLength(1);
    for (const { id, kind, of, by, data } of told.slice(0, 4)) {
      const person = by === null ? null : { id: ada, name: by };
      const isDone = kind === "import_done";
      const row = rows.find((each) => each.id === id);
      expect(row).toMatchObject({ kind: isDone ? "finish" : "undo", subject_kind: "import", subject_id: of });
      expect(row?.data).toEqual({ ...data, channel: "Amazon.com", ...(isDone ? { by: person } : {}) });
      expect(EVENTS.written("import", row?.kind, row?.data)).toEqual(row?.data);
    }
    expect(
      rows.filter((row) => row.subject_id === old).map((row) => [row.kind, row.actor_kind, row.actor_name]),
    ).toEqual(
      expect.arrayContaining([
        ["finish", "product", null],
        ["undo", "person", "Ada"],
      ]),
    );
    expect(await sql`select id, kind from seller_events`).toEqual([{ id: told[4]?.id, kind: "automation_paused" }]);
  } finally {
    await sql.end();
  }
});

test("what was promised is an open refund of its order afterwards, and what was paid stands in the books", async () => {
  const sql = await databaseBefore("0036_money_that_goes_back");
  try {
    const [seller, order, closed] = [randomUUID(), randomUUID(), randomUUID()];
    // What they hang on is made up.
    await sql`set session_replication_role = replica`;
    await sql`insert into returns (seller_id, id, channel_id, order_id, number, source, status, requested_on,
        evaluation, order_policy_id, request_policy_id, currency)
      values (${seller}, ${closed}, ${closed}, ${order}, 1, 'report', 'closed', '2026-07-01',
        '{"verdict":"in_policy","isExempt":false,"isPrepaidEligible":false}', ${closed}, ${closed}, 'USD')`;
    await sql`insert into orders (seller_id, id, channel_id, number, ordered_on, currency)
      values (${seller}, ${order}, ${closed}, 'O-1', '2026-06-01', 'USD')`;
    const promised = { state: "intended", amount: null };
    const paid = { state: "succeeded", amount: 1250 };
    for (const { state, amount } of [promised, paid])
      await sql`insert into refunds (seller_id, id, return_id, key, state, kind, amount_minor, currency, created_at)
        values (${seller}, ${randomUUID()}, ${closed}, ${randomUUID()}, ${state}, 'without_return', ${amount}, 'USD', now())`;
    await sql`set session_replication_role = origin`;
    await migrated(sql);
    expect(
      await sql`select state, amount_minor::int as amount, order_id, return_id from refunds order by state`,
    ).toEqual([
      { ...promised, order_id: order, return_id: closed },
      { ...paid, order_id: order, return_id: closed },
    ]);
    expect(await sql`select debit, credit, amount_minor::int as amount from ledger order by debit desc`).toEqual([
      { debit: "sales", credit: "promised", amount: 1250 },
      { debit: "promised", credit: "cash", amount: 1250 },
    ]);
  } finally {
    await sql.end();
  }
});
