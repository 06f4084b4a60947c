import { beforeAll, describe, expect, it } from "vitest";
import type { Db } from "@/db/client";
import { withSeller } from "@/db/tenant";
import { aChannel, aReturn, aSeller, testDb } from "@/db/testing";
import { newId } from "@/lib/kernel/ids";
import { type Actor, product } from "@/lib/policy/actor";
import { moveReturns } from "@/lib/returns/move-returns";
import { noteReturns } from "@/lib/returns/note-returns";
import { AUDIT, listMembers } from "./audit";
import { auditFileOf, auditLinesOf, eventsOf } from "./audit-testing";

let db: Db;
beforeAll(async () => {
  db = await testDb();
});

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
  const list = (asked = {}, timeZone = "UTC") => eventsOf(db, sellerId, asked, timeZone);
  return { sellerId, returnId, owner: seller.owner, actor, list };
}

describe("the audit", () => {
  it("tells everything of a seller newest first, page by page, and nothing of another", async () => {
    const { sellerId, list } = await aShop();
    await aShop();
    expect((await list()).map(({ kind }) => kind)).toEqual(["note", "authorize", "requested"]);
    const [newest] = await list();
    const next = await auditLinesOf(db, sellerId, { after: newest?.key ?? "" }, 1);
    expect(next.rows).toMatchObject([{ event: { kind: "authorize" } }]);
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
      const told = (await list({ actor: kind })).filter(({ data }) => data.text === kind);
      expect(told).toMatchObject([{ actorKind: kind, actorName: name }]);
    }
    expect(AUDIT.read({ actor: "nobody" })).toMatchObject({ filter: { actor: null }, ignored: ["actor"] });
    const mine = await list({ actor: owner.id });
    expect(mine.map(({ kind }) => kind)).toEqual(["note", "authorize"]);
    const rows = await auditFileOf(db, sellerId);
    expect(rows.map(({ channel }) => channel)).toEqual((await list()).map(({ channelName }) => channelName));
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
    const { list, owner, actor, returnId, sellerId } = await aShop();
    const kinds = async (asked: object, timeZone?: string) => (await list(asked, timeZone)).map(({ kind }) => kind);
    expect(await kinds({ kind: "note" })).toEqual(["note"]);
    expect(await kinds({ actor: owner.id })).toEqual(["note", "authorize"]);
    // At midnight in UTC, where the day of the others has ended.
    const selection = { mode: "ids" as const, ids: [returnId] };
    await noteReturns({ db, sellerId, actor, now: later(12 * 60) }, { selection, text: "The day after." });
    expect(await kinds({ from: "2026-11-21" })).toEqual(["note"]);
    expect(await kinds({ to: "2026-11-20" })).toEqual(["note", "authorize", "requested"]);
    expect(await kinds({ from: "2026-11-21", to: "2026-11-21" }, "Pacific/Kiritimati")).toHaveLength(4);
    expect(await kinds({ to: "2026-11-20" }, "Pacific/Kiritimati")).toEqual([]);
    const view = AUDIT.read({ from: "2026-02-30", kind: ["x"], after: "nonsense" });
    expect(view).toEqual({ ...AUDIT.usual(), ignored: ["from", "kind", "after"] });
    expect(await withSeller(db, sellerId, (tx) => listMembers(tx, sellerId))).toEqual([
      { id: owner.id, name: owner.name },
    ]);
  });

  it("is downloaded whole, with what people wrote and nothing a spreadsheet would run", async () => {
    const { sellerId } = await aShop();
    const rows = await auditFileOf(db, sellerId);
    expect(rows.map(({ event }) => event)).toEqual(["note", "authorize", "requested"]);
    expect(rows[0]).toMatchObject({ at: later(2).toISOString(), actor_name: "Olive Owner" });
    expect(rows[0]?.data).toContain("=1+1 is no formula");
  });
});
