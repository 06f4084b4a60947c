import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parse } from "csv-parse/sync";
import { beforeAll, describe, expect, it, vi } from "vitest";
import type { Db } from "@/db/client";
import { testDb } from "@/db/testing";
import { SHOP_AUDIT, SHOP_AUDIT_LIST } from "@/lib/platform/audit/seller-events";
import { log } from "@/lib/platform/log";
import type { Route } from "@/lib/platform/route";
import type { Export } from "@/lib/policy/events/exports";
import type { Permission } from "@/lib/policy/permissions";
import { emptyFilter } from "@/lib/returns/shared/filter";
import { aShop, as, may, OWN, PEOPLE, type Shop, setEnvironment, type Who } from "./access-testing";

type Download = {
  /** Null: whoever is signed in, of their own account. */
  needs: Permission | null;
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
  "account/csv": { needs: null, what: null },
  "audit/csv": { needs: "audit:read", what: "audit" },
  "channels/[channelId]/skus": { needs: "settings:read", what: null, of: ({ ids }) => ({ channelId: ids.channelId }) },
  "channels/[channelId]/versions": {
    needs: "settings:read",
    what: null,
    of: ({ ids }) => ({ channelId: ids.channelId }),
  },
  "forwarder/csv": { needs: "returns:read", what: "forwarder" },
  "claims/csv": { needs: "returns:read", what: "claims" },
  "handovers/csv": { needs: "returns:read", what: "handovers", query: ({ code }) => `?channel=${code}` },
  "imports/[importId]/refused": {
    needs: "imports:read",
    what: "refused",
    of: ({ ids }) => ({ importId: ids.importId }),
  },
  "imports/csv": { needs: "imports:read", what: "imports" },
  "insights/csv": { needs: "insights:read", what: null },
  "jobs/[jobId]/csv": { needs: "returns:read", what: "job", of: ({ ids }) => ({ jobId: ids.bulkActId }) },
  "jobs/csv": { needs: "returns:read", what: "jobs" },
  "mailbox/csv": { needs: "returns:read", what: "mailbox" },
  "parcels/csv": { needs: "returns:read", what: "parcels" },
  "previews/[previewId]/csv": {
    needs: "settings:read",
    what: "preview",
    of: ({ ids }) => ({ previewId: ids.previewId }),
  },
  "receive/expected": { needs: "parcels:receive", what: null },
  "receive/units": { needs: "parcels:receive", what: null },
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
  await setEnvironment(db);
  [shop, other] = [await aShop(db), await aShop(db)];
});

/** Takes a download to its end, as somebody of the first shop, of what stands in another one's address. */
async function take(path: string, who: Who | null, named: Shop): Promise<number> {
  const { of, query, form } = DOWNLOADS[path] ?? {};
  const made = (await import(/* @vite-ignore */ `${API}${path}/route.ts`)) as { GET?: Route; POST?: Route };
  const handler = form ? made.POST : made.GET;
  if (!handler) throw new Error(`${path} answers nothing`);
  const request = new Request(`${OWN}/${query?.(named) ?? ""}`, form ? { method: "POST", body: form } : {});
  const answer = await as(shop, who, () => handler(request, { params: Promise.resolve(of?.(named) ?? {}) }));
  await answer.text();
  return answer.status;
}

const EXPORTS = SHOP_AUDIT.usual({ ...SHOP_AUDIT.emptyFilter, kind: "exports" });

async function exportsTold({ sellerId }: Shop): Promise<unknown[]> {
  let csv = "";
  for await (const part of SHOP_AUDIT_LIST.csv({ db, sellerId, timeZone: "UTC" }, EXPORTS)) csv += part;
  const told = parse(csv, { bom: true, columns: true }) as { data: string }[];
  return told.map(({ data }) => (JSON.parse(data) as { what: string }).what);
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
        for (const role of PEOPLE) {
          const isLet = (needs === null || may(role, needs)) && (what === null || may(role, "data:export"));
          const before = (await exportsTold(shop)).length;
          lines.mockClear();
          expect(`${role} ${await take(path, role, shop)}`).toBe(`${role} ${isLet ? 200 : 403}`);
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
      expect(await take(path, null, shop)).toBe(401);
    },
  );

  it.each(NAMED.filter(([, { of, query }]) => of || query))(
    "%s of another shop is not found, and nothing is told of it",
    async (path) => {
      const before = await Promise.all([exportsTold(shop), exportsTold(other)]);
      expect(await take(path, "owner", { ...other, code: "nobody" })).toBe(404);
      expect(await Promise.all([exportsTold(shop), exportsTold(other)])).toEqual(before);
    },
  );
});
