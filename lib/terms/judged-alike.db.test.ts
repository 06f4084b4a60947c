import { asc, eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import type { Db } from "@/db/client";
import { events, returns } from "@/db/schema";
import { withSeller } from "@/db/tenant";
import { aChannel, aSeller, testDb } from "@/db/testing";
import { queueRejudge } from "@/lib/channels/queue-rejudge";
import { importFiles } from "@/lib/imports/testdata/import-files";
import { fileOf, NOW } from "@/lib/imports/testdata/made-up-file";
import { type MadeUpCells, madeUpReport } from "@/lib/imports/testdata/made-up-report";
import { newId } from "@/lib/kernel/ids";
import { workOnce } from "@/lib/platform/queue/work";
import { judgementChangeSchema } from "@/lib/policy/judging/judgement-change";
import { requestByHand } from "@/lib/returns/request-by-hand";
import { rejudgeWork } from "./rejudge";

let db: Db;
beforeAll(async () => {
  db = await testDb();
});

const never = new AbortController().signal;
const pending: MadeUpCells = { "Return request status": "Pending Authorization", "Return quantity": "1" };
const laterOne: MadeUpCells = { ...pending, "Amazon RMA ID": "DtestB", "Return request date": "15-Jul-2026" };

/** A shop in the free-return programme, and what is judged there. */
async function aShop() {
  const seller = await aSeller(db);
  const { sellerId } = seller;
  const channelId = await aChannel(db, seller, { mode: "mirrored", programme: "free_return" });
  const actor = { kind: "person" as const, ...seller.owner };
  const list = () =>
    withSeller(db, sellerId, (tx) =>
      tx.select().from(returns).where(eq(returns.sellerId, sellerId)).orderBy(asc(returns.requestedOn), returns.id),
    );
  return {
    bringIn: async (...rows: MadeUpCells[]) => {
      const files = [fileOf(madeUpReport(rows))];
      const done = await importFiles(db, { sellerId, channelId, files, actor, now: NOW, acceptsWarnings: true });
      if (!done.ok) throw new Error(done.refusal.code);
    },
    ask: async (orderNumber: string, requestedOn: string, isNewOrder: boolean) => {
      const item = { sku: "M-1", quantity: 1, reason: "defective" };
      const known = (await list())[0];
      const lines = known
        ? await withSeller(db, sellerId, (tx) =>
            tx.query.orderLines.findMany({ where: (line, { eq: is }) => is(line.orderId, known.orderId) }),
          )
        : [];
      const order = isNewOrder
        ? ({
            kind: "new",
            orderedOn: "2026-07-10",
            outbound: null,
            deliveredOn: "2026-07-12",
            buyerName: "Ada",
            buyerEmail: "",
            buyerLocale: "en",
            items: [{ ...item, title: "Mug", category: "", ordered: 3, price: "20" }],
          } as const)
        : ({
            kind: "known",
            lines: lines.map((line) => ({ orderLineId: line.id, quantity: 1, reason: "defective" })),
            outbound: null,
            deliveredOn: null,
          } as const);
      const form = { id: newId(), channelId, orderNumber, order, requestedOn, buyerComment: "" };
      const asked = await requestByHand({ db, sellerId, actor, now: NOW }, form as Parameters<typeof requestByHand>[1]);
      if (!asked.ok) throw new Error(JSON.stringify(asked.refusal));
    },
    list,
    payers: async () => (await list()).map(({ evaluation }) => evaluation.label.paidBy),
    judgements: async () => (await list()).map(({ id, evaluation }) => ({ id, evaluation })),
    judgeAgain: async () => {
      await withSeller(db, sellerId, (tx) => queueRejudge(tx, sellerId, channelId));
      expect(await workOnce(db, "rejudge", rejudgeWork, never)).toBe(true);
    },
    told: async () =>
      (
        await withSeller(db, sellerId, (tx) =>
          tx.select().from(events).where(eq(events.kind, "judged_again")).orderBy(asc(events.id)),
        )
      ).map(({ data }) => judgementChangeSchema.parse(data.changed)),
  };
}

describe("judged at entry is judged again at once", () => {
  it("S0-13 an import counts the free return that came with it, and no return that is not free", async () => {
    const [free, unfree] = [await aShop(), await aShop()];
    await free.bringIn(pending, laterOne);
    expect(await free.payers()).toEqual(["marketplace", "buyer"]);
    await unfree.bringIn({ ...pending, "In policy": "N" }, laterOne);
    expect(await unfree.payers()).toEqual(["buyer", "marketplace"]);
    for (const shop of [free, unfree]) {
      const entered = await shop.judgements();
      await shop.judgeAgain();
      expect(await shop.judgements()).toEqual(entered);
      expect(await shop.told()).toEqual([]);
    }
  });

  it("S0-15, P-26 an older request that comes later is the first, and the event of the other tells what changed", async () => {
    const shop = await aShop();
    await shop.bringIn(laterOne);
    expect(await shop.payers()).toEqual(["marketplace"]);
    await shop.bringIn(pending);
    expect(await shop.payers()).toEqual(["marketplace", "buyer"]);
    const [{ reasons, ...changed } = {}, ...others] = await shop.told();
    expect([changed, ...others]).toEqual([{ paidBy: ["marketplace", "buyer"], labelKind: ["prepaid", "unpaid"] }]);
    const counted = reasons?.find(({ after }) => after?.rule === "one_free_return");
    expect(counted).toMatchObject({
      before: { rule: "one_free_return", because: "first", earlier: 0 },
      after: { rule: "one_free_return", because: "later", earlier: 1 },
    });
    const entered = await shop.judgements();
    await shop.judgeAgain();
    expect(await shop.judgements()).toEqual(entered);
  });

  it("S0-13, P-11 a request entered by hand for an earlier day counts as judging it again does", async () => {
    const shop = await aShop();
    await shop.ask("800000000001", "2026-07-18", true);
    await shop.ask("800000000001", "2026-07-16", false);
    expect(await shop.payers()).toEqual(["marketplace", "buyer"]);
    const entered = await shop.judgements();
    await shop.judgeAgain();
    expect(await shop.judgements()).toEqual(entered);
  });

  it("P-26 an event of judging again reads back with verdict and window", async () => {
    const shop = await aShop();
    await shop.bringIn({ ...pending, "In policy": " " });
    await shop.bringIn({ ...pending, "In policy": "N", "Order date": "09-Jul-2026" });
    const [changed] = await shop.told();
    expect(changed).toMatchObject({
      verdict: ["in_policy", "out_of_policy"],
      windowEndsOn: [expect.stringMatching(/^2026-/), expect.stringMatching(/^2026-/)],
      paidBy: ["marketplace", "buyer"],
    });
  });
});
