import { expect, it } from "vitest";
import { orders } from "@/db/schema";
import { withSeller } from "@/db/tenant";
import { aChannel, aSeller, testDb } from "@/db/testing";
import { listReturns } from "@/lib/returns/returns-list";
import { emptyFilter } from "@/lib/returns/shared/filter";
import { aShop } from "./testdata/a-shop";
import { importFiles } from "./testdata/import-files";
import { madeUpOrders } from "./testdata/made-up-orders";
import { madeUpReport, madeUpXml } from "./testdata/made-up-report";

const db = await testDb();

/** Half past nine in the evening of the 10th and eight of the 14th in Los Angeles; the days after in UTC. */
const ORDERED = "2026-07-11T04:30:00Z";
const REQUESTED = "2026-07-15T03:00:00Z";

const LIST = `RMA,Order number,Order date,Request date\nDtestA1RRMA,111-0000001-0000001,${ORDERED},${REQUESTED}\n`;
const MAPPED = {
  kind: "returns" as const,
  mapping: {
    columns: {
      requestNumber: "RMA",
      orderNumber: "Order number",
      orderedOn: "Order date",
      requestedOn: "Request date",
    },
    dateOrder: "ymd" as const,
    decimal: "." as const,
    statuses: {},
  },
};

const FILES = {
  xml: madeUpXml([{ fields: { order_date: ORDERED, return_request_date: REQUESTED }, items: [{}] }]),
  flat: madeUpReport([{ "Order date": ORDERED, "Return request date": REQUESTED, "Return delivery date": REQUESTED }]),
  orders: madeUpOrders([{ "purchase-date": ORDERED }]),
  list: LIST,
};

it.each([
  ["xml", "orders", "flat", "list"],
  ["orders", "list", "xml", "flat"],
] as const)("P-30 an instant after midnight UTC is the day before in Los Angeles: %s, %s, %s, %s", async (...kinds) => {
  const seller = await aSeller(db);
  const channelId = await aChannel(db, seller, { mode: "mirrored", timeZone: "America/Los_Angeles" });
  const shop = aShop(db, seller, channelId);
  for (const kind of kinds) {
    const done = await importFiles(db, { ...shop.inputOf(FILES[kind]), ...(kind === "list" && { known: MAPPED }) });
    if (!done.ok) throw new Error(JSON.stringify(done.refusal));
    const days = await withSeller(db, seller.sellerId, (tx) => tx.select({ on: orders.orderedOn }).from(orders));
    expect(days, kind).toEqual([{ on: "2026-07-10" }]);
    for (const { requestedOn } of await shop.listReturns()) expect(requestedOn, kind).toBe("2026-07-14");
  }
  expect((await shop.onlyReturn()).reported).toMatchObject({ deliveredBackOn: "2026-07-14" });
  const listed = (from: string) =>
    withSeller(db, seller.sellerId, (tx) => {
      const filter = { ...emptyFilter("all"), from, to: from };
      return listReturns(tx, seller.sellerId, filter, { now: new Date(), per: 5 });
    });
  expect((await listed("2026-07-14")).rows).toMatchObject([{ requestedOn: "2026-07-14" }]);
  expect((await listed("2026-07-15")).rows).toEqual([]);
});
