import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { returns } from "@/db/schema";
import { withSeller } from "@/db/tenant";
import { aChannel, aSeller, testDb } from "@/db/testing";
import { type AuditLine, findAuditImport } from "@/lib/platform/audit/audit-lines";
import { auditLinesOf } from "@/lib/platform/audit/audit-testing";
import { noteReturns } from "../returns/note-returns";
import { importFiles } from "./testdata/import-files";
import { fileOf, NOW as now } from "./testdata/made-up-file";
import { madeUpReport } from "./testdata/made-up-report";

const db = await testDb();
const [order, otherOrder] = ["111-0000002-0000002", "111-0000003-0000003"];

async function aShop() {
  const seller = await aSeller(db);
  const { sellerId } = seller;
  const channelId = await aChannel(db, seller, { mode: "mirrored", plan: "professional" });
  const actor = { kind: "person" as const, ...seller.owner };
  const content = madeUpReport([
    { "Order ID": order, "Amazon RMA ID": "Dtest2RRMA" },
    { "Order ID": otherOrder, "Amazon RMA ID": "Dtest3RRMA" },
  ]);
  const done = await importFiles(db, { sellerId, channelId, files: [fileOf(content)], actor, now });
  if (!done.ok) throw new Error(done.refusal.code);
  const [first] = await withSeller(db, sellerId, (tx) =>
    tx.select({ id: returns.id, number: returns.number }).from(returns).where(eq(returns.sellerId, sellerId)).limit(1),
  );
  if (!first) throw new Error("nothing came in");
  const after = new Date(now.getTime() + 60_000);
  await noteReturns(
    { db, sellerId, actor, now: after },
    { selection: { mode: "ids", ids: [first.id] }, text: "Called the buyer." },
  );
  const list = async (asked: Record<string, string> = {}) => (await auditLinesOf(db, sellerId, asked)).rows;
  return { sellerId, owner: seller.owner, importId: done.value.importId, first, list };
}
const told = (lines: readonly AuditLine[]) => lines.map((line) => ("import" in line ? "import" : line.event.kind));
function placeIn(href: string | null): Record<string, string> {
  const { per, ...place } = Object.fromEntries(new URLSearchParams(href ?? ""));
  expect(per).toBe("1");
  return place;
}

describe("the audit of returns", () => {
  it("tells an import in one line with what it did, which opens to every single thing", async () => {
    const { importId, list } = await aShop();
    const lines = await list();
    expect(told(lines)).toEqual(["note", "import"]);
    expect(lines[1]).toMatchObject({ id: importId, import: { file: "report.txt", newCount: 2, refusedCount: 0 } });
    const inside = told(await list({ import: importId }));
    expect(inside.filter((kind) => kind === "requested")).toHaveLength(2);
    expect(inside).not.toContain("note");
    expect(told(await list({ kind: "requested" }))).toEqual(["requested", "requested"]);
  });

  it("goes on behind an import and back again, by the addresses of its pages", async () => {
    const { sellerId } = await aShop();
    const newest = await auditLinesOf(db, sellerId, {}, 1);
    expect(told(newest.rows)).toEqual(["note"]);
    expect(newest.previousHref).toBeNull();
    const behind = await auditLinesOf(db, sellerId, placeIn(newest.nextHref), 1);
    expect(told(behind.rows)).toEqual(["import"]);
    expect(behind.nextHref).toBeNull();
    const again = await auditLinesOf(db, sellerId, placeIn(behind.previousHref), 1);
    expect(told(again.rows)).toEqual(["note"]);
    expect(again.previousHref).toBeNull();
  });

  it("finds what happened to one return by its number, and to those of an order", async () => {
    const { first, list } = await aShop();
    const ofOne = await list({ q: `R-${first.number}` });
    expect(told(ofOne)).toContain("note");
    expect(new Set(ofOne.map((line) => "event" in line && line.event.returnId))).toEqual(new Set([first.id]));
    expect(await list({ q: "R-1" })).toEqual([]);
    const ofOrders = [...(await list({ q: order })), ...(await list({ q: otherOrder }))];
    expect(told(ofOrders).filter((kind) => kind === "requested")).toHaveLength(2);
    expect(await list({ q: "nobody knows this" })).toEqual([]);
  });

  it("tells a person's imports among what that person did", async () => {
    const { owner, list } = await aShop();
    const other = await aShop();
    expect(told(await list({ actor: owner.id }))).toEqual(["note", "import"]);
    expect(await list({ actor: other.owner.id })).toEqual([]);
    expect(await list({ import: other.importId })).toEqual([]);
  });

  it("knows nothing of another seller's import", async () => {
    const [mine, theirs] = [await aShop(), await aShop()];
    const find = (importId: string) =>
      withSeller(db, mine.sellerId, (tx) => findAuditImport(tx, mine.sellerId, importId));
    expect(await find(theirs.importId)).toBeNull();
    expect(await find(mine.importId)).toMatchObject({ file: "report.txt" });
  });
});
