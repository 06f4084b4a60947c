import { and, eq, ilike, inArray, isNull, type SQL, sql } from "drizzle-orm";
import { integer, pgTable, text as textColumn, timestamp, uuid } from "drizzle-orm/pg-core";
import { beforeAll, expect, it } from "vitest";
import type { Db } from "@/db/client";
import { withSeller } from "@/db/tenant";
import { ownerOf, testDb } from "@/db/testing";
import { newId } from "@/lib/kernel/ids";
import { eitherOf, flag, someOf, text } from "@/lib/kernel/list/filters";
import { list } from "@/lib/kernel/list/list";
import { listSql } from "./list-sql";

const toys = pgTable("toys", {
  sellerId: uuid("seller_id").notNull(),
  id: uuid().notNull(),
  name: textColumn().notNull(),
  kind: textColumn().notNull(),
  priceMinor: integer("price_minor"),
  madeAt: timestamp("made_at", { withTimezone: true }).notNull(),
});
type Toy = { id: string; name: string; kind: string; priceMinor: number | null; madeAt: Date };

const TOYS = list<Toy>()({
  filter: {
    shelf: eitherOf(["all", "cheap"]),
    kind: someOf(["ball", "robot", "doll"]),
    isUnpriced: flag("none", { key: "price" }),
    q: text(),
  },
  columns: {
    name: { value: ({ name }) => name, sort: "text", isFixed: true },
    kind: { value: ({ kind }) => kind, sort: ["text", "number"], only: "screen" },
    price: {
      value: ({ priceMinor }) => (priceMinor === null ? null : { amountMinor: priceMinor, currency: "EUR" }),
      sort: "number",
    },
    made_at: { value: ({ madeAt }) => madeAt, sort: "instant" },
  },
  sort: (_filter) => "-made_at",
  sizes: [2, 50],
});
const price = sql`coalesce(${toys.priceMinor}, -1)`;
const TOY_LIST = listSql(TOYS, {
  table: toys,
  id: toys.id,
  base: ({ sellerId }): SQL | undefined => eq(toys.sellerId, sellerId),
  filter: {
    shelf: (shelf) => (shelf === "cheap" ? sql`${price} < 500` : undefined),
    kind: (kinds) => inArray(toys.kind, [...kinds]),
    isUnpriced: () => isNull(toys.priceMinor),
    q: (q) => ilike(toys.name, `%${q}%`),
  },
  sort: { name: toys.name, kind: [toys.kind, price], price, made_at: toys.madeAt },
  read: (tx, { where, orderBy, limit, key }) =>
    tx
      .select({ id: toys.id, name: toys.name, kind: toys.kind, priceMinor: toys.priceMinor, madeAt: toys.madeAt, key })
      .from(toys)
      .where(and(where))
      .orderBy(...orderBy)
      .limit(limit),
});

let db: Db;
beforeAll(async () => {
  db = await testDb();
  const owner = await ownerOf(db);
  await owner.unsafe(`create table toys (seller_id uuid not null, id uuid primary key, name text collate "C" not null,
    kind text collate "C" not null, price_minor int, made_at timestamptz not null);
    grant select, insert on toys to homeward_app`);
});

const ALL = [
  ["Ball ~ 1", "ball", 300, "2026-03-01T10:00:00.000001Z"],
  ["Robot", "robot", null, "2026-03-01T10:00:00.000002Z"],
  ["=Doll", "doll", 900, "2026-03-01T10:00:00.000002Z"],
  ["Ball", "ball", 300, "2026-03-01T10:00:00.000003Z"],
  ["Zebra", "doll", 100, "2026-03-02T00:00:00Z"],
] as const;

async function aShopOfToys() {
  const sellerId = newId();
  await withSeller(db, sellerId, async (tx) => {
    for (const [name, kind, minor, at] of ALL)
      await tx.execute(sql`insert into toys values (${sellerId}, ${newId()}, ${name}, ${kind}, ${minor}, ${at})`);
  });
  return sellerId;
}

const viewOf = (raw: Record<string, string | string[]>) => TOYS.read(raw);
const pageOf = (sellerId: string, raw: Record<string, string | string[]>) =>
  withSeller(db, sellerId, (tx) => TOY_LIST.page(tx, { sellerId }, viewOf(raw)));
const namesOf = async (sellerId: string, raw: Record<string, string | string[]>) =>
  (await pageOf(sellerId, { per: "50", ...raw })).rows.map(({ name }) => name);

it.each(["name", "kind", "price", "made_at"].flatMap((name) => [name, `-${name}`]))(
  "a list sorted by %s is paged through by its addresses, forwards and back, each row once",
  async (sort) => {
    const sellerId = await aShopOfToys();
    const whole = await namesOf(sellerId, { sort });
    expect(whole).toHaveLength(ALL.length);
    const forwards: string[] = [];
    const starts: string[] = [];
    let query = TOYS.query({ ...viewOf({ sort }) });
    for (let turn = 0; turn < 3; turn++) {
      starts.push(query);
      const view = viewOf(Object.fromEntries(new URLSearchParams(query)));
      const page = await withSeller(db, sellerId, (tx) => TOY_LIST.page(tx, { sellerId }, view));
      forwards.push(...page.rows.map(({ name }) => name));
      expect(page.next === null).toBe(turn === 2);
      expect(page.previous === null).toBe(turn === 0);
      if (turn === 2) {
        const back = viewOf(
          Object.fromEntries(new URLSearchParams(TOYS.query({ ...view, after: null, before: page.previous }))),
        );
        const before = await withSeller(db, sellerId, (tx) => TOY_LIST.page(tx, { sellerId }, back));
        expect(before.rows.map(({ name }) => name)).toEqual(whole.slice(2, 4));
      }
      query = TOYS.query({ ...view, after: page.next, before: null });
    }
    expect(forwards).toEqual(whole);
    expect(new Set(starts).size).toBe(3);
  },
);

it("a list is narrowed by several values of one filter, counted up to a limit, and another seller's is empty", async () => {
  const sellerId = await aShopOfToys();
  expect(await namesOf(sellerId, { kind: ["robot", "doll"], sort: "name" })).toEqual(["=Doll", "Robot", "Zebra"]);
  expect(await namesOf(sellerId, { price: "none" })).toEqual(["Robot"]);
  expect(await namesOf(sellerId, { shelf: "cheap", kind: "ball", q: "ball ~" })).toEqual(["Ball ~ 1"]);
  expect(await namesOf(newId(), {})).toEqual([]);
  const count = (atMost: number) =>
    withSeller(db, sellerId, (tx) =>
      TOY_LIST.count(tx, { sellerId }, { ...TOYS.emptyFilter, kind: ["ball", "doll"] }, atMost),
    );
  expect([await count(1000), await count(3)]).toEqual([4, 3]);
});

it("a list is taken away as CSV under the names of its columns, in its order and with its filter", async () => {
  const sellerId = await aShopOfToys();
  const { filter, sort } = viewOf({ kind: ["doll", "robot"], sort: "price" });
  let csv = "";
  for await (const part of TOY_LIST.csv({ db, sellerId }, { filter, sort })) csv += part;
  expect(csv.replace("\uFEFF", "").trim().split("\r\n")).toEqual([
    '"name","price","made_at"',
    '"Robot","","2026-03-01T10:00:00.000Z"',
    '"Zebra","1.00","2026-03-02T00:00:00.000Z"',
    `"'=Doll","9.00","2026-03-01T10:00:00.000Z"`,
  ]);
});
