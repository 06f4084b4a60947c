import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { encode } from "next-auth/jwt";
import { createTranslator } from "next-intl";
import { beforeAll, describe, expect, it, vi } from "vitest";
import type { Db } from "@/db/client";
import { withSeller } from "@/db/tenant";
import { aChannel, appUrlOf, aReturn, aSeller, testDb } from "@/db/testing";
import { runBulk } from "@/lib/bulk/run-bulk";
import en from "@/lib/i18n/messages/en.json";
import { startImport } from "@/lib/imports/start-import";
import { newId } from "@/lib/kernel/ids";
import { listSellerEvents } from "@/lib/platform/audit/seller-events";
import { log } from "@/lib/platform/log";
import type { Export } from "@/lib/policy/events/exports";
import { PERMISSIONS_OF, type Permission, ROLES, type Role } from "@/lib/policy/permissions";
import { emptyFilter } from "@/lib/returns/shared/filter";
import { aPerson, entered } from "@/lib/team/accounts-testing";
import { switchSeller } from "@/lib/team/switch-seller";
import { startPreview } from "@/lib/terms/start-preview";

const OWN = "http://localhost:3999";
const SECRET = "0f8b2c7d4e6a1935f7c2b8d0e4a6931c";
const asked = { cookie: undefined as string | undefined };

// What Next hands a request over with; the guards, the sessions and the database are the product's own.
vi.mock("next/headers", () => ({
  headers: async () => new Headers({ origin: OWN }),
  cookies: async () => ({
    get: (name: string) => (name.endsWith(".session") && asked.cookie ? { value: asked.cookie } : undefined),
  }),
}));
vi.mock("next-intl/server", () => ({
  getLocale: async () => "en",
  getTimeZone: async () => "UTC",
  getTranslations: async (namespace: never) => createTranslator({ locale: "en", messages: en, namespace }),
}));

type Shop = Awaited<ReturnType<typeof aShop>>;
type Download = {
  needs: Permission;
  /** What the audit calls it; null where nothing in it belongs to buyers or members. */
  what: Export | null;
  /** Whose address names something of the shop. */
  of?: (shop: Shop) => Record<string, string>;
  query?: (shop: Shop) => string;
  form?: URLSearchParams;
};

const everyReturn = { mode: "query", filter: emptyFilter("all"), snapshotAt: "2100-01-01T00:00:00Z", excludedIds: [] };
const wanted = { selection: everyReturn, isOldestFirst: false };

/** Every route that answers with a file of rows. */
const DOWNLOADS: Record<string, Download> = {
  "audit/csv": { needs: "audit:read", what: "audit" },
  "channels/[channelId]/skus": { needs: "settings:read", what: null, of: ({ channelId }) => ({ channelId }) },
  "channels/[channelId]/versions": { needs: "settings:read", what: null, of: ({ channelId }) => ({ channelId }) },
  "forwarder/csv": { needs: "returns:read", what: "forwarder" },
  "handovers/csv": { needs: "returns:read", what: "handovers", query: ({ code }) => `?channel=${code}` },
  "imports/[importId]/refused": { needs: "imports:read", what: "refused", of: ({ importId }) => ({ importId }) },
  "imports/csv": { needs: "imports:read", what: "imports" },
  "insights/csv": { needs: "insights:read", what: null },
  "jobs/[jobId]/csv": { needs: "returns:read", what: "job", of: ({ jobId }) => ({ jobId }) },
  "jobs/csv": { needs: "returns:read", what: "jobs" },
  "mailbox/csv": { needs: "returns:read", what: "mailbox" },
  "previews/[previewId]/csv": { needs: "settings:read", what: "preview", of: ({ previewId }) => ({ previewId }) },
  "refunds/csv": { needs: "returns:read", what: "refunds" },
  "returns/csv": {
    ...{ needs: "returns:read", what: "returns" },
    form: new URLSearchParams({ export: JSON.stringify(wanted) }),
  },
  "settings/addresses/csv": { needs: "settings:read", what: null },
  "settings/reasons/csv": { needs: "settings:read", what: null },
  "settings/team/csv": { needs: "settings:read", what: "team" },
};
const NAMED = Object.entries(DOWNLOADS);
const API = fileURLToPath(new URL("./api/", import.meta.url));

let db: Db;
let shop: Shop;
let other: Shop;
beforeAll(async () => {
  db = await testDb();
  Object.assign(process.env, {
    APP_DATABASE_URL: await appUrlOf(db),
    NEXTAUTH_URL: OWN,
    NEXTAUTH_SECRET: SECRET,
    INSTANCE_ID: "exports1",
    PLATFORM_SUPPORT: "1",
  });
  [shop, other] = [await aShop(), await aShop()];
});

/** A shop that has one of everything that can be taken away. */
async function aShop() {
  const seller = await aSeller(db);
  const { sellerId, owner } = seller;
  const channelId = await aChannel(db, seller, { mode: "mirrored", plan: "professional" });
  const { id } = await aReturn(db, seller, { channelId });
  const [actor, now] = [{ kind: "seller" as const, ...owner }, new Date()];
  const started = await startImport(db, { sellerId, channelId, actor, now });
  const selection = { mode: "ids" as const, ids: [id] };
  const request = { move: "authorize", address: null } as const;
  const job = await runBulk(db, { sellerId, key: newId(), selection, request, actor, now });
  const preview = await startPreview(db, { sellerId, userId: owner.id, now }, { channelId });
  if (!started.ok || !job.ok || !preview.ok) throw new Error("the shop was not made");
  const { importId } = started.value;
  const [channel] = await withSeller(db, sellerId, (tx) => tx.query.channels.findMany({ columns: { code: true } }));
  const people = new Map<string, string>();
  for (const role of ROLES) people.set(role, await cookieOf((await aPerson(db, { sellerId, role })).email));
  people.set("support", await cookieOf((await aPerson(db, { isSupport: true })).email, sellerId));
  return {
    ...{ sellerId, channelId, importId, people, code: channel?.code ?? "" },
    ...{ jobId: job.value.jobId, previewId: preview.value.previewId },
  };
}

async function cookieOf(email: string, visits?: string): Promise<string> {
  const ids = await entered(db, email);
  if (visits) await switchSeller(db, { ...ids, sellerId: visits, reason: "a look", now: new Date() });
  return encode({ token: { sessionId: ids.sessionId, userId: ids.userId }, secret: SECRET });
}

type Handler = (request: Request, context: { params: Promise<Record<string, string>> }) => Promise<Response>;

/** Takes a download to its end, as a person of one shop, of what stands in another one's address. */
async function take(path: string, cookie: string | undefined, named: Shop): Promise<number> {
  const { of, query, form } = DOWNLOADS[path] ?? {};
  const made = (await import(/* @vite-ignore */ `${API}${path}/route.ts`)) as { GET?: Handler; POST?: Handler };
  const handler = form ? made.POST : made.GET;
  if (!handler) throw new Error(`${path} answers nothing`);
  asked.cookie = cookie;
  const request = new Request(`${OWN}/${query?.(named) ?? ""}`, form ? { method: "POST", body: form } : {});
  const answer = await handler(request, { params: Promise.resolve(of?.(named) ?? {}) });
  await answer.text();
  return answer.status;
}

async function exportsTold({ sellerId }: Shop): Promise<unknown[]> {
  const all = { kind: "exports", actorId: null, from: null, until: null };
  const page = { after: null, before: null, limit: 200 };
  const told = await withSeller(db, sellerId, (tx) => listSellerEvents(tx, sellerId, all, page));
  return told.map(({ data }) => (data as { what: string }).what);
}

describe("every file that can be taken away", () => {
  it("is in this table", () => {
    const found = readdirSync(API, { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith("route.ts"))
      .filter((file) => /\bcsv\(/.test(readFileSync(`${API}${file}`, "utf8")))
      .map((file) => file.replace("/route.ts", ""));
    expect(found.sort()).toEqual(Object.keys(DOWNLOADS).sort());
  });

  it.each(NAMED)(
    "%s leaves by the table of permissions, told in the audit and in one line of the log",
    async (path, { needs, what }) => {
      const lines = vi.spyOn(log, "info");
      try {
        for (const role of [...ROLES, "support"] as (Role | "support")[]) {
          const may = PERMISSIONS_OF[role];
          const isLet = may.includes(needs) && (what === null || may.includes("data:export"));
          const before = (await exportsTold(shop)).length;
          lines.mockClear();
          expect(`${role} ${await take(path, shop.people.get(role), shop)}`).toBe(`${role} ${isLet ? 200 : 403}`);
          const expected = isLet && what ? [what] : [];
          const told = await exportsTold(shop);
          expect(told.slice(0, told.length - before)).toEqual(expected);
          const logged = lines.mock.calls.flatMap(([line]) =>
            (line as { trail?: string }).trail === "data exported" ? (line as { what?: string }).what : [],
          );
          expect(logged).toEqual(expected);
        }
      } finally {
        lines.mockRestore();
      }
      expect(await take(path, undefined, shop)).toBe(401);
    },
  );

  it.each(NAMED.filter(([, { of, query }]) => of || query))(
    "%s of another shop is not found, and nothing is told of it",
    async (path) => {
      const before = await Promise.all([exportsTold(shop), exportsTold(other)]);
      expect(await take(path, shop.people.get("owner"), { ...other, code: "nobody" })).toBe(404);
      expect(await Promise.all([exportsTold(shop), exportsTold(other)])).toEqual(before);
    },
  );
});
