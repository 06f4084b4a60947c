import { and, eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import type { Db } from "@/db/client";
import { events, orderLines, returns, skuRules } from "@/db/schema";
import { withSeller } from "@/db/tenant";
import { aChannel, aReturn, aSeller, asOwner, type TestSeller, testDb } from "@/db/testing";
import { changeOperation } from "@/lib/channels/change-operation";
import { queueRejudge } from "@/lib/channels/queue-rejudge";
import { newId } from "@/lib/kernel/ids";
import { workOnce } from "@/lib/platform/queue/work";
import type { Operation } from "@/lib/policy/terms/terms";
import type { MoveRequest } from "../returns/move-request";
import { moveReturns } from "../returns/move-returns";
import { requestReturn } from "../returns/request-return";
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

  it("P-11, P-26 a move that frees units has the order's other undecided requests judged again, and an undo too", async () => {
    const seller = await aSeller(db);
    const { sellerId } = seller;
    const channelId = await aChannel(db, seller, { undoSeconds: 600 });
    const requestedAt = new Date(NOW.getTime() - 2 * 86_400_000);
    const first = await aReturn(db, seller, { channelId, requestedAt });
    const [line] = await withSeller(db, sellerId, (tx) =>
      tx.select().from(orderLines).where(eq(orderLines.orderId, first.orderId)),
    );
    const second = await requestReturn(
      { db, sellerId, actor: { kind: "buyer", id: null, name: "Dana" }, now: new Date() },
      {
        orderId: first.orderId,
        source: "portal",
        lines: [{ orderLineId: line?.id ?? "", reason: "CR-UNWANTED_ITEM", quantity: 1 }],
        buyerComment: null,
      },
    );
    const id = second.ok ? second.value.id : newId();
    expect((await find(seller, id))?.verdict).toBe("out_of_policy");
    const actor = { kind: "person" as const, ...seller.owner };
    const move = (request: MoveRequest) =>
      moveReturns({ db, sellerId, actor, now: new Date() }, { ids: [first.id], request });
    await move({ move: "close", reason: "other", comment: "No." });
    await drain();
    expect((await find(seller, id))?.verdict).toBe("in_policy");
    expect(await told(seller)).toEqual([{ returnId: id }]);
    await move({ move: "undo" });
    await drain();
    expect((await find(seller, id))?.verdict).toBe("out_of_policy");
    // What frees nothing, and what nobody else waits for, asks for nothing.
    const alone = await aReturn(db, seller, { channelId });
    await moveReturns(
      { db, sellerId, actor, now: new Date() },
      { ids: [alone.id], request: { move: "close", reason: "other", comment: "No." } },
    );
    expect(await workOnce(db, "rejudge", rejudgeWork, never)).toBe(false);
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
