import { parse } from "csv-parse/sync";
import { beforeAll, describe, expect, it } from "vitest";
import type { Db } from "@/db/client";
import { withSeller } from "@/db/tenant";
import { aChannel, aReturn, aSeller, testDb } from "@/db/testing";
import { newId } from "@/lib/kernel/ids";
import { type Actor, product } from "@/lib/policy/actor";
import { moveReturns } from "@/lib/returns/move-returns";
import { noteReturns } from "@/lib/returns/note-returns";
import { type AuditFilter, listAudit, listMembers } from "./audit";
import { auditCsv } from "./audit-csv";
import { filterOf, readView } from "./audit-view";

let db: Db;
beforeAll(async () => {
  db = await testDb();
});

const EVERYTHING: AuditFilter = { kind: null, actor: null, from: null, until: null };
const noon = new Date("2026-11-20T12:00:00Z");
const later = (minutes: number) => new Date(noon.getTime() + minutes * 60_000);

async function aShop() {
  const seller = await aSeller(db);
  const { sellerId } = seller;
  const channelId = await aChannel(db, seller);
  const { id: returnId } = await aReturn(db, seller, { channelId, requestedAt: noon, now: noon });
  const actor = { kind: "person", id: seller.owner.id, name: seller.owner.name } as const;
  const request = { move: "authorize", address: null, label: { kind: "policy" } } as const;
  await moveReturns({ db, sellerId, actor, now: later(1) }, { ids: [returnId], request });
  await noteReturns(
    { db, sellerId, actor, now: later(2) },
    { selection: { mode: "ids", ids: [returnId] }, text: "=1+1 is no formula" },
  );
  const list = (filter: Partial<AuditFilter> = {}, place: { after?: string; limit?: number } = {}) =>
    withSeller(db, sellerId, (tx) =>
      listAudit(tx, sellerId, { ...EVERYTHING, ...filter }, { after: null, before: null, limit: 10, ...place }),
    );
  return { sellerId, returnId, owner: seller.owner, list };
}

describe("the audit", () => {
  it("tells everything of a seller newest first, page by page, and nothing of another", async () => {
    const { list } = await aShop();
    await aShop();
    expect((await list()).map(({ kind }) => kind)).toEqual(["note", "authorize", "requested"]);
    const [newest] = await list({}, { limit: 1 });
    expect((await list({}, { after: newest?.id ?? "", limit: 1 })).map(({ kind }) => kind)).toEqual(["authorize"]);
  });

  it("drops nobody: the product, the buyer and platform support are told and can be asked for like a member", async () => {
    const { sellerId, returnId, owner, list } = await aShop();
    const others: Actor[] = [
      { kind: "buyer", id: null, name: "Bo Buyer" },
      { kind: "support", id: newId(), name: "Sam Support" },
      { kind: "key", id: newId(), name: "Carrier" },
      product("clock"),
    ];
    for (const [index, actor] of others.entries())
      await noteReturns(
        { db, sellerId, actor, now: later(3 + index) },
        { selection: { mode: "ids", ids: [returnId] }, text: actor.kind },
      );
    for (const { kind, name } of others) {
      expect(readView({ actor: kind }).actor).toBe(kind);
      const { actor } = filterOf(readView({ actor: kind }), "UTC");
      const told = (await list({ actor })).filter(({ data }) => data.text === kind);
      expect(told).toMatchObject([{ actorKind: kind, actorName: name }]);
    }
    expect(filterOf(readView({ actor: "nobody" }), "UTC").actor).toBeNull();
    const mine = await list({ actor: { kind: "person", id: owner.id } });
    expect(mine.map(({ kind }) => kind)).toEqual(["note", "authorize"]);
    let csv = "";
    for await (const part of auditCsv({ db, sellerId }, EVERYTHING)) csv += part;
    const rows = parse(csv, { bom: true, columns: true }) as Record<string, string>[];
    expect(rows.map(({ actor, actor_name }) => `${actor} ${actor_name}`)).toEqual([
      "system ",
      "key Carrier",
      "support Sam Support",
      "buyer Bo Buyer",
      `seller ${owner.name}`,
      `seller ${owner.name}`,
      "system ",
    ]);
  });

  it("is narrowed by what happened, by whom, and by days in the reader's zone", async () => {
    const { list, owner, sellerId } = await aShop();
    expect((await list({ kind: "note" })).length).toBe(1);
    expect((await list({ actor: { kind: "person", id: owner.id } })).map(({ kind }) => kind)).toEqual([
      "note",
      "authorize",
    ]);
    expect((await list({ from: later(1), until: later(2) })).map(({ kind }) => kind)).toEqual(["authorize"]);
    const view = readView({ from: "2026-11-21", to: "2026-11-21", kind: ["x"], after: "nonsense" });
    expect(filterOf(view, "Pacific/Kiritimati")).toMatchObject({
      from: new Date("2026-11-20T10:00:00Z"),
      until: new Date("2026-11-21T10:00:00Z"),
    });
    expect(await withSeller(db, sellerId, (tx) => listMembers(tx, sellerId))).toEqual([
      { id: owner.id, name: owner.name },
    ]);
  });

  it("is downloaded whole, with what people wrote and nothing a spreadsheet would run", async () => {
    const { sellerId } = await aShop();
    let csv = "";
    for await (const part of auditCsv({ db, sellerId }, EVERYTHING)) csv += part;
    const rows = parse(csv, { bom: true, columns: true }) as Record<string, string>[];
    expect(rows.map(({ event }) => event)).toEqual(["note", "authorize", "requested"]);
    expect(rows[0]).toMatchObject({ at: later(2).toISOString(), actor_name: "Olive Owner" });
    expect(rows[0]?.data).toContain("=1+1 is no formula");
  });
});
