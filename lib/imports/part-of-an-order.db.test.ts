import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { orderLines, orders } from "@/db/schema";
import { withSeller } from "@/db/tenant";
import { aChannel, aSeller, testDb } from "@/db/testing";
import { aShop } from "./testdata/a-shop";

const db = await testDb();

it("P-11 a row with one returned of three ordered keeps both, and a second return counts what is left", async () => {
  const seller = await aSeller(db);
  const shop = aShop(db, seller, await aChannel(db, seller, { mode: "mirrored" }));
  const three = { "Order quantity": "3", "Return request status": "Pending Authorization", "In policy": " " };
  await shop.runRows({ ...three, "Return quantity": "1" });
  const first = await shop.onlyReturn();
  expect(await shop.listLines()).toMatchObject([{ quantity: 1 }]);
  const ordered = await withSeller(db, shop.sellerId, (tx) =>
    tx
      .select({ quantity: orderLines.quantity })
      .from(orderLines)
      .innerJoin(orders, eq(orders.id, orderLines.orderId))
      .where(eq(orders.number, "111-0000001-0000001")),
  );
  expect(ordered).toEqual([{ quantity: 3 }]);
  await shop.runRows({
    ...three,
    "Return quantity": "3",
    "Amazon RMA ID": "Dtest2RRMA",
    "Return request date": "15-Jul-2026",
  });
  const all = await shop.listReturns();
  const verdicts = all.map(({ id, evaluation }) => [
    id === first.id,
    evaluation.lines[0]?.reasons.find(({ rule }) => rule === "quantity"),
  ]);
  expect(verdicts).toMatchObject([
    [true, { effect: "none" }],
    [false, { effect: "out_of_policy" }],
  ]);
});
