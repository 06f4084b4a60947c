import { and, eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import type { Db } from "@/db/client";
import { events, returns, skuRules } from "@/db/schema";
import { withSeller } from "@/db/tenant";
import { aChannel, aReturn, aSeller, asOwner, type TestSeller, testDb } from "@/db/testing";
import { changeOperation } from "@/lib/channels/change-operation";
import { queueRejudge } from "@/lib/channels/queue-rejudge";
import { workOnce } from "@/lib/platform/queue/work";
import type { Operation } from "@/lib/policy/terms/terms";
import { rejudgeWork } from "./rejudge";

let db: Db;
beforeAll(async () => {
  db = await testDb();
});

const NOW = new Date();
const never = new AbortController().signal;
const drain = async () => {
  while (await workOnce(db, "rejudge", rejudgeWork, never)) await Promise.resolve();
};

const change = (seller: TestSeller, channelId: string, how: (operation: Operation) => Operation) =>
  withSeller(db, seller.sellerId, (tx) =>
    changeOperation(tx, asOwner(db, seller, NOW), { channelId, seenVersion: 1 }, how),
  );
const find = (seller: TestSeller, id: string) =>
  withSeller(db, seller.sellerId, (tx) =>
    tx.query.returns.findFirst({ where: and(eq(returns.sellerId, seller.sellerId), eq(returns.id, id)) }),
  );
const told = (seller: TestSeller) =>
  withSeller(db, seller.sellerId, (tx) =>
    tx
      .select({ returnId: events.returnId })
      .from(events)
      .where(and(eq(events.sellerId, seller.sellerId), eq(events.kind, "judged_again"))),
  );

describe("what judges changes", () => {
  it("P-26 only undecided returns are judged again, with an event where the judgement is another one", async () => {
    const seller = await aSeller(db);
    const channelId = await aChannel(db, seller, { hasPrepaid: true });
    const undecided = await aReturn(db, seller, { channelId, sku: "HEAVY" });
    const other = await aReturn(db, seller, { channelId, sku: "LIGHT" });
    const decided = await aReturn(db, seller, { channelId, sku: "HEAVY", status: "awaiting_return" });
    await withSeller(db, seller.sellerId, async (tx) => {
      const rule = { sellerId: seller.sellerId, channelId, skuKey: "heavy", sku: "HEAVY", updatedAt: NOW };
      await tx.insert(skuRules).values({ ...rule, exemptReason: "heavy_bulky" });
      await queueRejudge(tx, seller.sellerId, channelId);
    });
    await drain();
    expect((await find(seller, undecided.id))?.isExempt).toBe(true);
    expect((await find(seller, other.id))?.isExempt).toBe(false);
    expect((await find(seller, decided.id))?.isExempt).toBe(false);
    expect(await told(seller)).toEqual([{ returnId: undecided.id }]);
  });

  it("P-26 a new automation answers from now on: what waits for a person is told anew and authorized by nobody", async () => {
    const seller = await aSeller(db);
    const channelId = await aChannel(db, seller);
    const { id } = await aReturn(db, seller, { channelId });
    await change(seller, channelId, (operation) => ({
      ...operation,
      automation: { ...operation.automation, choice: "all" },
    }));
    await drain();
    const found = await find(seller, id);
    expect(found?.status).toBe("authorization_required");
    expect(found?.evaluation).toMatchObject({
      automation: { answer: "authorize", because: "choice_all" },
      policy: { operationVersion: 2 },
    });
    expect(await told(seller)).toEqual([]);
  });

  it("asked for twice it is done once, and what did not change anything asks for nothing", async () => {
    const seller = await aSeller(db);
    const channelId = await aChannel(db, seller);
    await aReturn(db, seller, { channelId });
    expect(await change(seller, channelId, (operation) => ({ ...operation }))).toMatchObject({ value: { version: 1 } });
    expect(await workOnce(db, "rejudge", rejudgeWork, never)).toBe(false);
    await withSeller(db, seller.sellerId, (tx) => queueRejudge(tx, seller.sellerId, channelId));
    await withSeller(db, seller.sellerId, (tx) => queueRejudge(tx, seller.sellerId, channelId));
    expect(await workOnce(db, "rejudge", rejudgeWork, never)).toBe(true);
    expect(await workOnce(db, "rejudge", rejudgeWork, never)).toBe(false);
  });
});
