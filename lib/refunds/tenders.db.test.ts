import { asc, eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { orders, payments } from "@/db/schema";
import { testDb } from "@/db/testing";
import type { OrderTender } from "@/lib/policy/money/tenders";
import { makeRefund } from "./make-refund";
import { PROMISED, PROMISED_LIST } from "./promised-refunds";
import { previewRefund } from "./refund-preview";
import { aTill } from "./refund-testing";

const db = await testDb();

/** What came back new, of an order that was paid by these. */
async function aPaid(tenders: OrderTender[], money: { currency?: string; paidMinor?: number } = {}) {
  const till = await aTill(db);
  const item = await till.aReceived();
  const paidBy = (told: OrderTender[]) =>
    till.read((tx) =>
      tx
        .update(orders)
        .set({ tenders: told, ...money })
        .where(eq(orders.id, item.orderId)),
    );
  await paidBy(tenders);
  const give = async (concession: string, amountMinor: number) => {
    const made = await makeRefund(till.ctx(), till.asked(item, amountMinor, { units: [], concession }));
    if (!made.ok) throw new Error(made.refusal.code);
  };
  const parts = () =>
    till.read((tx) =>
      tx
        .select({ tender: payments.tender, of: payments.amountMinor, gone: payments.refundedMinor })
        .from(payments)
        .orderBy(asc(payments.tender)),
    );
  return { till, item, paidBy, give, parts };
}
const GIFT = { tender: "gift_card", reference: "", amountMinor: 1889 };
const CARD = { tender: "card", reference: "pi_3Q", amountMinor: 3000 };

it("M15 goes back by the tenders of its order, each by what is left of it, and no cent is lost", async () => {
  const { till, item, give, parts } = await aPaid([GIFT, CARD]);
  const preview = await previewRefund(till.ctx(), till.asked(item, 1000, { units: [], concession: "10.00" }));
  expect(preview.ok && preview.value.mail?.text).toMatch(
    /Refunded to: Gift card · US\$3\.86\nRefunded to: Card · US\$6\.14/,
  );
  await give("10.00", 1000);
  expect(await parts()).toEqual([
    { tender: "card", of: 3000, gone: 614 },
    { tender: "gift_card", of: 1889, gone: 386 },
  ]);
  await give("38.89", 3889);
  expect((await parts()).map(({ of, gone }) => of - gone)).toEqual([0, 0]);
  const { rows } = await till.read((tx) =>
    PROMISED_LIST.page(tx, { sellerId: till.sellerId, now: new Date() }, PROMISED.usual({ show: "pending" })),
  );
  expect(rows.map((row) => row.parts.map(({ tender, reference }) => tender + reference).sort())).toEqual([
    ["cardpi_3Q", "gift_card"],
    ["cardpi_3Q", "gift_card"],
  ]);
  expect(await till.books()).toMatchObject({ cash: 4889, isHeld: true });
});

it("M15 gives a payment the name that a later file tells, with what went back of it before", async () => {
  const { give, paidBy, parts, till } = await aPaid([]);
  await give("20.00", 2000);
  expect(await parts()).toEqual([{ tender: "channel", of: 4889, gone: 2000 }]);
  await paidBy([GIFT, CARD]);
  await give("1.00", 100);
  const now = await parts();
  expect(now.map(({ tender }) => tender)).toEqual(["card", "gift_card"]);
  expect(now.reduce((sum, { of }) => sum + of, 0)).toBe(4889);
  expect(now.reduce((sum, { gone }) => sum + gone, 0)).toBe(2100);
  expect(await till.books()).toMatchObject({ cash: 4889, isHeld: true });
});

it.each([
  ["JPY", [700, 300, 1], "500", 500],
  ["KWD", [700, 300, 1], "0.500", 500],
] as const)("M19 splits %s in its own minor units", async (currency, amounts, concession, amountMinor) => {
  const tenders = amounts.map((one, at) => ({ tender: "card", reference: `ch_${at}`, amountMinor: one }));
  const { give, parts } = await aPaid(tenders, { currency, paidMinor: 1001 });
  await give(concession, amountMinor);
  const gone = (await parts()).map((part) => part.gone).sort((a, b) => b - a);
  expect(gone).toEqual([350, 150, 0]);
});
