import { readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import type { Db } from "@/db/client";
import { ownerOf, testDb } from "@/db/testing";
import { discardImport, startImport } from "@/lib/imports/start-import";
import { newId } from "@/lib/kernel/ids";
import type { Needs } from "@/lib/platform/needs";
import type { Route } from "@/lib/platform/route";
import { DOINGS } from "@/lib/policy/doings";
import { emptyFilter } from "@/lib/returns/shared/filter";
import {
  aRefund,
  aShop,
  as,
  asBuyer,
  asked,
  may,
  OWN,
  PEOPLE,
  rowsOf,
  type Shop,
  setEnvironment,
  type Who,
} from "./access-testing";

type Case = {
  /** What of the shop it asks for, beside the address. */
  query?: (shop: Shop) => Record<string, string>;
  body?: (shop: Shop) => BodyInit;
  params?: Record<string, string | string[]>;
  /** What is answered about one's own; 200 where it is not said, null where a library answers it within Next alone. */
  own?: number | null;
  /** And about what is another shop's; 404 where it is not said, null where nothing of a shop is named. */
  foreign?: number | null;
};

const NEW = { condition: "new", disposition: "restock" };
const aUnit = () => ({ id: newId(), lineId: null, title: "A cup", note: null, photoIds: [], ...NEW });
const picked = ({ ids }: Shop) => ({ mode: "ids", ids: [ids.returnId] });
const anOrder = () => new URLSearchParams({ order: "SH-1", email: "a@b.test" });
const json = (value: unknown): string => JSON.stringify(value);

/** What a route takes beside what its address names. */
const CASES: Record<string, Case> = {
  "addresses.drawn": { body: () => "{}", own: 422, foreign: null },
  "auth.asked": { params: { nextauth: ["csrf"] }, own: null, foreign: null },
  "auth.sent": { params: { nextauth: ["callback", "credentials"] }, own: null, foreign: null, body: () => "x" },
  "channels.countries": { body: () => "country,method\nES,\n", foreign: null },
  "channel.scans": {
    body: ({ tracking }) => json({ scans: [{ tracking, at: "2026-01-02T03:04:05Z", status: "delivered" }] }),
    foreign: null,
  },
  "channels.skus.upload": { body: () => "SKU,automation\nA-1,\n" },
  "handovers.csv": { query: ({ code }) => ({ channel: code }) },
  "imports.upload": { query: ({ ids }) => ({ import: ids.importId }), body: () => "a,b\n1,2\n", own: 201 },
  labels: { query: ({ ids }) => ({ ids: ids.returnId }), own: 422 },
  "labels.check": { body: (shop) => json({ selection: picked(shop) }), foreign: 200 },
  "labels.selected": { body: (shop) => new URLSearchParams({ selection: json(picked(shop)) }), own: 422 },
  "palette.jump": { query: ({ words }) => ({ q: words.order }), foreign: 200 },
  "portal.again": { params: { portal: "no-shop" }, own: 303, foreign: null, body: anOrder },
  "portal.label": { own: 303 },
  "portal.label.fetch": { own: 303, body: () => "" },
  "portal.language": { body: () => new URLSearchParams({ locale: "en" }), own: 303, foreign: 303 },
  "portal.link": { params: { portal: "no-shop", token: "no-such-link" }, own: 303, foreign: null },
  "portal.tracking": { own: 303, body: () => new URLSearchParams({ tracking: "" }) },
  "parcels.scans": { body: () => "a,b\n1,2\n", own: 422, foreign: null },
  "policies.case": { query: ({ ids, words }) => ({ channel: ids.channelId, q: words.order }) },
  "receive.check_in": {
    body: ({ ids }) => json({ returnId: ids.returnId, tracking: null, units: [aUnit()] }),
    own: 422,
  },
  "receive.correct": {
    body: ({ ids }) =>
      json({ returnId: ids.returnId, note: null, changes: [{ unitId: newId(), ...NEW, isTakenBack: false }] }),
    own: 422,
  },
  "receive.file": { body: () => "a,b\n1,2\n", own: 422, foreign: null },
  "receive.park": { body: () => json({ id: newId(), scanned: "LP1", note: null, photoIds: [] }), foreign: null },
  "receive.unannounced": {
    body: () => json({ returnId: newId(), orderId: newId(), parkedId: null, tracking: null, units: [aUnit()] }),
    own: 422,
    foreign: null,
  },
  "receive.photos": { body: () => "no picture", own: 422, foreign: null },
  "returns.count": { body: () => json({ filter: emptyFilter("all"), snapshotAt: new Date() }), foreign: null },
  "returns.values": {
    body: () => json({ filter: emptyFilter("all"), by: "verdict", values: ["in_policy"] }),
    foreign: null,
  },
  "returns.csv": {
    body: (shop) => new URLSearchParams({ export: json({ selection: picked(shop), isOldestFirst: false }) }),
    foreign: 200,
  },
  "refunds.preflight": { body: (shop) => json({ selection: picked(shop) }), foreign: 200 },
  "refunds.letter": { body: ({ ids }) => json(aRefund(ids)) },
  ...{ "returns.label": { own: 422 }, "returns.label.jpeg": { own: 404 } },
  "returns.preflight": {
    body: (shop) => json({ selection: picked(shop), request: { move: "close" } }),
    foreign: 200,
  },
  "returns.messages": { body: (shop) => json({ selection: picked(shop) }), foreign: 200 },
  "returns.presence": { body: () => json({ doing: DOINGS[0] }) },
  uploads: { query: () => ({ name: "x.pdf" }), body: () => "no label", own: 415, foreign: null },
};

type Declared = { path: string; method: string; handler: Route };

const APP = fileURLToPath(new URL(".", import.meta.url));
const filesOf = (name: string) =>
  readdirSync(APP, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(`/${name}`) || file === name);

let db: Db;
let owner: Awaited<ReturnType<typeof ownerOf>>;
let routes: Declared[];
let shop: Shop;
let other: Shop;
beforeAll(async () => {
  db = await testDb();
  owner = await ownerOf(db);
  await setEnvironment(db);
  [shop, other] = [await aShop(db), await aShop(db)];
  const found = filesOf("route.ts").map(async (file) => {
    const made = (await import(/* @vite-ignore */ `${APP}${file}`)) as Record<string, Route>;
    return Object.entries(made).map(([method, handler]) => ({ path: file, method, handler }));
  });
  routes = (await Promise.all(found)).flat();
});

const keysOf = (schema: unknown): string[] => Object.keys((schema as { shape?: object } | undefined)?.shape ?? {});
const paramsOf = ({ handler }: Declared): string[] => keysOf(handler.declared.params);
const caseOf = ({ handler }: Declared): Case => CASES[handler.declared.name] ?? {};
/** Whether it is asked for something that a shop has, by its address or by its case. */
const isOfShop = (one: Declared): boolean => {
  const { foreign, query, body, params } = caseOf(one);
  if (foreign === null) return false;
  return (!params && paramsOf(one).length > 0) || query !== undefined || body !== undefined;
};

type Asking = { who: Who | null; of: Shop; named?: Record<string, unknown>; key?: string };

/** Asks as somebody of the first shop. */
async function ask(one: Declared, { who, of, named, key }: Asking): Promise<{ status: number; text: string }> {
  const { method, handler } = one;
  const { query, body, params } = caseOf(one);
  const search = new URLSearchParams(query?.(of));
  if (handler.declared.writes) search.set("seller", shop.sellerId);
  const headers: Record<string, string> = key === undefined ? {} : { authorization: `Bearer ${key}` };
  const init = method === "GET" ? { headers } : { method, headers, body: body?.(of) ?? "{}" };
  const own = Object.fromEntries(paramsOf(one).map((key) => [key, params?.[key] ?? of.ids[key as keyof Shop["ids"]]]));
  const context = { params: Promise.resolve({ ...own, ...named } as Record<string, string>) };
  const answer = await as(shop, who, () => handler(new Request(`${OWN}/x?${search}`, init), context));
  return { status: answer.status, text: await answer.text() };
}

const isOfKey = ({ handler: { declared } }: Declared) => typeof declared.needs === "object" && "key" in declared.needs;
const isOfBuyer = ({ handler: { declared } }: Declared) =>
  typeof declared.needs === "object" && "buyer" in declared.needs;

const refusal = (needs: Exclude<Needs, object>, writes: boolean, exports: boolean, who: Who): string | null => {
  if (needs === "public" || needs === "session") return null;
  if (writes && who === "support") return "read_only";
  return may(who, needs) && (!exports || may(who, "data:export")) ? null : "forbidden";
};

describe("every address that is no page", () => {
  it("is declared, and has a case here where its address alone does not say what to ask", () => {
    expect(routes.length).toBeGreaterThan(42);
    const unknown = routes.filter((one) => {
      const { body, query } = one.handler.declared;
      const needsQuery = query !== undefined && !query.safeParse({}).success;
      const isNamed = paramsOf(one).every((key) => key in shop.ids || caseOf(one).params?.[key] !== undefined);
      return !isNamed || (body !== undefined && !caseOf(one).body) || (needsQuery && !caseOf(one).query);
    });
    expect(unknown.map(({ handler }) => handler.declared.name)).toEqual([]);
    const names = routes.map(({ handler }) => handler.declared.name);
    expect(Object.keys(CASES).filter((name) => !names.includes(name))).toEqual([]);
  });

  it.each(PEOPLE)("answers %s by the table of permissions", async (who) => {
    for (const one of routes.filter((each) => caseOf(each).own !== null)) {
      const { name, needs, writes, exports } = one.handler.declared;
      if (typeof needs === "object") continue;
      const refused = refusal(needs, writes === true, exports !== undefined, who);
      const { status, text } = await ask(one, { who, of: shop });
      if (refused) expect(`${name} ${status} ${text}`).toMatch(new RegExp(`^${name} 403 .*"${refused}"`));
      else expect(`${name} ${status}`).toBe(`${name} ${caseOf(one).own ?? 200}`);
    }
  });

  it("lets another system in by its key alone, and shows it nothing but its own channel", async () => {
    const byKey = routes.filter(isOfKey);
    expect(byKey.length).toBeGreaterThan(0);
    for (const one of byKey) {
      const { name } = one.handler.declared;
      for (const who of [...PEOPLE, null])
        expect(await ask(one, { who, of: shop }), name).toMatchObject({ status: 401, text: /"key_unknown"/ });
      expect(await ask(one, { who: null, of: shop, key: `${shop.key}x` }), name).toMatchObject({ status: 401 });
      const own = await ask(one, { who: null, of: shop, key: shop.key });
      expect(`${name} ${own.status}`).toBe(`${name} ${caseOf(one).own ?? 200}`);
      // Whoever is signed in beside it gets no more by that.
      expect(await ask(one, { who: "owner", of: shop, key: other.key }), name).not.toMatchObject({ text: own.text });
    }
  });

  it("P04 lets a buyer in by the link of their one return alone, and shows nobody else anything of it", async () => {
    const byBuyer = routes.filter(isOfBuyer);
    expect(byBuyer.length).toBeGreaterThan(2);
    for (const one of byBuyer) {
      const { name } = one.handler.declared;
      for (const who of [...PEOPLE, null])
        expect(await ask(one, { who, of: shop }), name).toMatchObject({ status: 404 });
      const foreign = await asBuyer(other, () => ask(one, { who: "owner", of: shop }));
      expect(`${name} ${foreign.status}`).toBe(`${name} 404`);
      for (const visit of ["", "0", "undefined", `${shop.visit}A`, shop.visit.slice(0, -1)])
        expect(await asBuyer({ visit }, () => ask(one, { who: null, of: shop })), name).toMatchObject({ status: 404 });
      const own = await asBuyer(shop, () => ask(one, { who: null, of: shop }));
      expect(`${name} ${own.status}`).toBe(`${name} ${caseOf(one).own ?? 200}`);
    }
  });

  it("takes what another system posts from anywhere, and keeps what its key did in the key's name", async () => {
    const { route } = await import("@/lib/platform/route");
    const toy = route({
      name: "toy",
      needs: { key: "channel" },
      run: async ({ channelId, ...ctx }) => {
        const started = await startImport(ctx, { channelId });
        if (!started.ok) return started;
        await discardImport(ctx, { ...started.value, dataDir: tmpdir() });
        return { as: "json", body: started, status: 201 };
      },
    });
    const post = (headers: Record<string, string>) =>
      as(shop, "owner", () => toy(new Request(`${OWN}/api/toy`, { method: "POST", headers })));
    asked.origin = "https://elsewhere.example";
    try {
      expect((await post({})).status).toBe(401);
      const answer = await post({ authorization: `Bearer ${shop.key}` });
      expect(answer.status).toBe(201);
      const { value } = (await answer.json()) as { value: { importId: string } };
      const told = await owner`
        select kind, actor_kind, actor_name, seller_id from events where subject_id = ${value.importId}`;
      expect([...told]).toEqual([
        {
          kind: "discard",
          actor_kind: "key",
          actor_name: expect.stringMatching(`…${shop.key.slice(-4)}$`),
          seller_id: shop.sellerId,
        },
      ]);
    } finally {
      asked.origin = OWN;
    }
  });

  it("leaves shut what a library would answer beside what is open", async () => {
    for (const one of routes.filter((each) => caseOf(each).own === null))
      for (const nextauth of [["session"], ["signin"], ["callback", "email"], []])
        expect(await ask(one, { who: "owner", of: shop, named: { nextauth } })).toMatchObject({ status: 404 });
  });

  it("knows nobody who is signed out, and nothing that another site sends", async () => {
    for (const one of routes) {
      const { name, needs } = one.handler.declared;
      if (typeof needs === "string" && needs !== "public")
        expect(await ask(one, { who: null, of: shop }), name).toMatchObject({ status: 401, text: /"signed_out"/ });
      if (one.method === "GET") continue;
      asked.origin = "https://evil.test";
      // What shows a key comes from anywhere; a browser that another site sends has none.
      const refused = isOfKey(one) ? / 401 .*"key_unknown"/ : / 403 .*"foreign_origin"/;
      const { status, text } = await ask(one, { who: "owner", of: shop });
      asked.origin = OWN;
      expect(`${name} ${status} ${text}`).toMatch(refused);
    }
  });

  it("finds nothing of another shop, says nothing of it, and changes nothing in it", async () => {
    const before = await rowsOf(owner, other);
    for (const one of routes.filter(isOfShop)) {
      const { name } = one.handler.declared;
      const { status, text } = await ask(one, { who: "owner", of: other });
      expect(`${name} ${status}`).toBe(`${name} ${caseOf(one).foreign ?? 404}`);
      // What was typed may come back; what stands beside it there may not.
      expect(text, name).not.toContain(other.words.buyer);
    }
    expect(await rowsOf(owner, other)).toEqual(before);
  });

  it("finds nothing by an id that nothing has, or that is none", async () => {
    for (const one of routes.filter((each) => !caseOf(each).params && paramsOf(each).length > 0)) {
      for (const key of paramsOf(one))
        for (const id of [newId(), "../../etc/passwd", "0", "' or 1=1", "\u0000"]) {
          const { status } = await ask(one, { who: "owner", of: shop, named: { [key]: id } });
          expect(`${one.handler.declared.name} ${id} ${status}`).toBe(`${one.handler.declared.name} ${id} 404`);
        }
    }
  });
});
