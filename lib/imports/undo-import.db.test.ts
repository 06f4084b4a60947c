import { and, asc, eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { events, imports, orderLines, orders, outbox, refunds, returnLines, returns, sellerEvents } from "@/db/schema";
import { withSeller } from "@/db/tenant";
import { aChannel, aSeller, testDb } from "@/db/testing";
import { shopAuditOf } from "@/lib/platform/audit/audit-testing";
import { defaultPolicy } from "@/lib/policy/judging/programmes/seller-fulfilled";
import { moveReturns } from "../returns/move-returns";
import { noteReturns } from "../returns/note-returns";
import { importFiles } from "./testdata/import-files";
import { fileOf, NOW as now } from "./testdata/made-up-file";
import { type MadeUpCells, madeUpReport } from "./testdata/made-up-report";
import { undoImport } from "./undo-import";

const db = await testDb();
const { operation } = defaultPolicy;

async function aShop() {
  const seller = await aSeller(db);
  const channelId = await aChannel(db, seller, { mode: "mirrored", plan: "professional" });
  const actor = { kind: "person" as const, ...seller.owner };
  const bringIn = async (...rows: MadeUpCells[]): Promise<string> => {
    const files = [fileOf(madeUpReport(rows))];
    const done = await importFiles(db, { sellerId: seller.sellerId, channelId, files, actor, now });
    if (!done.ok) throw new Error(done.refusal.code);
    return done.value.importId;
  };
  const undo = (importId: string) => undoImport({ db, sellerId: seller.sellerId, actor, now }, { importId });
  return { ...seller, channelId, actor, bringIn, undo };
}
type Shop = Awaited<ReturnType<typeof aShop>>;

const pending: MadeUpCells = {
  "Return request status": "Pending Authorization",
  "Order Amount": " ",
  "In policy": "N",
};
const second: MadeUpCells = { "Order ID": "111-0000002-0000002", "Amazon RMA ID": "Dtest2RRMA" };
const third: MadeUpCells = { "Order ID": "111-0000003-0000003", "Amazon RMA ID": "Dtest3RRMA" };

/** Everything a report can have touched, but for the histories and the versions. */
const snapshot = ({ sellerId }: Shop) =>
  withSeller(db, sellerId, async (tx) => ({
    returns: (await tx.select().from(returns).orderBy(asc(returns.id))).map(
      ({ version: _, statusChangedAt: __, ...row }) => row,
    ),
    lines: await tx.select().from(returnLines).orderBy(asc(returnLines.id)),
    orders: (await tx.select().from(orders).orderBy(asc(orders.id))).map(({ updatedAt: _, ...row }) => row),
    items: await tx.select().from(orderLines).orderBy(asc(orderLines.id)),
    open: [
      ...(await tx.execute(
        sql`select return_id, kind, due_at from deadlines where state in ('open', 'missed_before_import') order by 1, 2`,
      )),
    ],
    handovers: [...(await tx.execute(sql`select return_id, move, done_at from handovers order by id`))],
  }));
const stateOf = ({ sellerId }: Shop, importId: string) =>
  withSeller(db, sellerId, async (tx) => {
    const [row] = await tx.select({ state: imports.state }).from(imports).where(eq(imports.id, importId));
    return row?.state;
  });

describe("undoing an import", () => {
  it("deletes what came in, with its orders, and once only", async () => {
    const shop = await aShop();
    const before = await snapshot(shop);
    const importId = await shop.bringIn({}, second);
    expect(await shop.undo(importId)).toEqual({ ok: true, value: { deleted: 2, restored: 0, stayed: 0 } });
    expect(await snapshot(shop)).toEqual(before);
    expect(await stateOf(shop, importId)).toBe("undone");
    expect(await shop.undo(importId)).toMatchObject({ refusal: { code: "wrong_state", state: "undone" } });
  });

  it("puts back what a later report changed: facts, judgement, lines, status and clocks", async () => {
    const shop = await aShop();
    await shop.bringIn(pending, { ...second, ...pending });
    const before = await snapshot(shop);
    const importId = await shop.bringIn(
      { "Return request status": "Approved", "Tracking ID": "1ZNEW" },
      { "Order Item ID": "2", "Merchant SKU": "SKU-2" },
      { ...second, ...pending, "In policy": "Y", "Order date": "11-Jul-2026" },
      { "Order ID": "111-0000003-0000003", "Amazon RMA ID": "Dtest3RRMA" },
    );
    expect(await shop.undo(importId)).toEqual({ ok: true, value: { deleted: 1, restored: 2, stayed: 0 } });
    expect(await snapshot(shop)).toEqual(before);
    const undone = await withSeller(db, shop.sellerId, (tx) =>
      tx
        .select()
        .from(events)
        .where(and(eq(events.kind, "undo"), eq(events.subjectKind, "return"))),
    );
    expect(undone).toMatchObject([{ actorKind: "product", fromStatus: "awaiting_return" }]);
  });

  it("takes back the items that a new return added to an order that was known, and no others", async () => {
    const shop = await aShop();
    await shop.bringIn({});
    const before = await snapshot(shop);
    const importId = await shop.bringIn({
      "Amazon RMA ID": "Dtest9RRMA",
      "Order Item ID": "9",
      "Merchant SKU": "SKU-9",
      "Return request date": "20-Jul-2026",
    });
    expect((await snapshot(shop)).items).toHaveLength(before.items.length + 1);
    expect(await shop.undo(importId)).toEqual({ ok: true, value: { deleted: 1, restored: 0, stayed: 0 } });
    expect(await snapshot(shop)).toEqual(before);
  });

  it("P-19 opens a hand-over again that the report had ticked", async () => {
    const shop = await aShop();
    await shop.bringIn(pending);
    const [row] = (await snapshot(shop)).returns;
    if (!row) throw new Error("not imported");
    const request = { move: "authorize", address: null, label: { kind: "policy" }, overrideNote: "seen" } as const;
    await moveReturns({ db, sellerId: shop.sellerId, actor: shop.actor, now }, { ids: [row.id], request });
    const before = await snapshot(shop);
    expect(before.handovers).toMatchObject([{ done_at: null }]);
    const importId = await shop.bringIn({ ...pending, "Return request status": "Approved" });
    expect((await snapshot(shop)).handovers).toMatchObject([{ done_at: expect.anything() }]);
    expect(await shop.undo(importId)).toMatchObject({ ok: true });
    expect(await snapshot(shop)).toEqual(before);
  });

  it("leaves alone what somebody went on with, says which and why, and tells the shop's audit", async () => {
    const shop = await aShop();
    const importId = await shop.bringIn(pending, { ...second, ...pending }, { ...third, ...pending });
    const [decided, noted] = (await snapshot(shop)).returns;
    if (!decided || !noted) throw new Error("not imported");
    const request = { move: "authorize", address: null, label: { kind: "policy" }, overrideNote: "seen" } as const;
    await moveReturns({ db, sellerId: shop.sellerId, actor: shop.actor, now }, { ids: [decided.id], request });
    await noteReturns(
      { db, sellerId: shop.sellerId, actor: shop.actor, now },
      { selection: { mode: "ids", ids: [noted.id] }, text: "Look" },
    );
    expect(await shop.undo(importId)).toEqual({ ok: true, value: { deleted: 1, restored: 0, stayed: 2 } });
    expect((await snapshot(shop)).returns).toMatchObject([
      { id: decided.id, status: "awaiting_return" },
      { id: noted.id },
    ]);
    const [row] = await withSeller(db, shop.sellerId, (tx) =>
      tx.select().from(imports).where(eq(imports.id, importId)),
    );
    expect(row).toMatchObject({
      state: "undone",
      stayedCount: 2,
      stayed: [
        { returnId: decided.id, why: "decided" },
        { returnId: noted.id, why: "touched" },
      ],
    });
    const told = await shopAuditOf(db, shop.sellerId);
    const whose = { actorKind: "person", actorName: shop.owner.name, subjectId: importId };
    expect(told).toMatchObject([
      { kind: "undo", ...whose, data: { of: "returns", undone: { deleted: 1, restored: 0, stayed: 2 } } },
      { kind: "finish", ...whose, data: { counts: { added: 3, changed: 0, unchanged: 0, refused: 0 } } },
    ]);
    expect(await shopAuditOf(db, shop.sellerId, { kind: "imports", actor: shop.owner.id })).toEqual(told);
    expect(await shopAuditOf(db, shop.sellerId, { kind: "finish", actor: "product" })).toEqual([]);
    const { sellerId: stranger } = await aSeller(db);
    expect(await shopAuditOf(db, stranger)).toEqual([]);
    const kept = await withSeller(db, shop.sellerId, (tx) => tx.select().from(sellerEvents));
    expect(kept).toEqual([]);
  });

  it("leaves what was closed since with its hand-over and its promised refund, and takes back the rest", async () => {
    const shop = await aShop();
    const importId = await shop.bringIn(pending, { ...second, ...pending });
    const [closed] = (await snapshot(shop)).returns;
    if (!closed) throw new Error("not imported");
    const request = { move: "close", reason: "refund_without_return", comment: "Keep it." } as const;
    await moveReturns({ db, sellerId: shop.sellerId, actor: shop.actor, now }, { ids: [closed.id], request });
    expect(await shop.undo(importId)).toEqual({ ok: true, value: { deleted: 1, restored: 0, stayed: 1 } });
    const { returns: left, handovers } = await snapshot(shop);
    expect(left).toMatchObject([{ id: closed.id, status: "closed", closeReason: "refund_without_return" }]);
    expect(handovers).toMatchObject([{ return_id: closed.id, move: "close", done_at: null }]);
    const rows = await withSeller(db, shop.sellerId, async (tx) => ({
      import: await tx.select().from(imports).where(eq(imports.id, importId)),
      refunds: await tx.select().from(refunds),
    }));
    expect(rows.import).toMatchObject([{ stayed: [{ returnId: closed.id, why: "decided" }] }]);
    expect(rows.refunds).toMatchObject([{ returnId: closed.id, state: "intended" }]);
  });

  it("P-03 what automation authorized stays once its message has left, and goes while it waits", async () => {
    const automatic = { ...operation, automation: { ...operation.automation, choice: "all" as const } };
    const seller = await aSeller(db);
    const { sellerId } = seller;
    const channelId = await aChannel(db, seller, { mode: "managed", operation: automatic });
    const known = {
      kind: "returns" as const,
      mapping: {
        columns: { orderNumber: "order", orderedOn: "ordered", requestedOn: "day", status: "state" },
        dateOrder: "ymd" as const,
        decimal: "." as const,
        statuses: {},
      },
    };
    const actor = { kind: "person" as const, ...seller.owner };
    const content = "order,ordered,day,state\nA1,2026-07-10,2026-07-19,pending\nA2,2026-07-10,2026-07-19,pending\n";
    const files = [fileOf(content, "list.csv")];
    const done = await importFiles(db, { sellerId, channelId, files, actor, now, known });
    if (!done.ok) throw new Error(done.refusal.code);
    const waiting = await withSeller(db, sellerId, (tx) =>
      tx.select().from(outbox).where(eq(outbox.kind, "buyer.authorized")),
    );
    expect(waiting).toHaveLength(2);
    const [first] = waiting;
    if (!first) throw new Error("nothing waits");
    await withSeller(db, sellerId, (tx) => tx.update(outbox).set({ state: "left" }).where(eq(outbox.id, first.id)));
    const undone = await undoImport({ db, sellerId, actor, now }, { importId: done.value.importId });
    expect(undone).toEqual({ ok: true, value: { deleted: 1, restored: 0, stayed: 1 } });
    const left = await withSeller(db, sellerId, (tx) => tx.select().from(returns));
    expect(left).toMatchObject([{ id: first.returnId, status: "awaiting_return" }]);
    const [row] = await withSeller(db, sellerId, (tx) => tx.select().from(imports));
    expect(row?.stayed).toMatchObject([{ returnId: first.returnId, why: "sent" }]);
  });

  it("is refused when a later import changed what it brought in", async () => {
    const shop = await aShop();
    const importId = await shop.bringIn({});
    const later = await shop.bringIn({ "Return request status": "Completed" });
    expect(await shop.undo(importId)).toMatchObject({ refusal: { code: "touched_since" } });
    expect(await shop.undo(later)).toMatchObject({ ok: true });
  });

  it("does not know another seller's import", async () => {
    const [shop, other] = [await aShop(), await aShop()];
    const importId = await other.bringIn({});
    expect(await shop.undo(importId)).toEqual({ ok: false, refusal: { code: "not_found" } });
    expect(await stateOf(other, importId)).toBe("done");
  });

  it("is done once when two people do it at the same time", async () => {
    const shop = await aShop();
    const importId = await shop.bringIn({}, second);
    const answers = await Promise.all([shop.undo(importId), shop.undo(importId)]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  });
});
