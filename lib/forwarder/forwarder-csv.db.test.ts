import { sql } from "drizzle-orm";
import { expect, it } from "vitest";
import { withSeller } from "@/db/tenant";
import { aChannel, aReturn, aSeller, testDb } from "@/db/testing";
import { type ForwarderTab, OUTBOUND_LIST, OUTBOUND_TASKS } from "./forwarder";

it("S3-09 the list for the forwarder is taken away whole, and holds nobody else's orders", async () => {
  const db = await testDb();
  const [seller, other] = [await aSeller(db), await aSeller(db)];
  for (const [index, whose] of [seller, seller, other].entries()) {
    const { id } = await aReturn(db, whose, { channelId: await aChannel(db, whose), orderNumber: `STOP-${index}` });
    await withSeller(db, whose.sellerId, (tx) =>
      tx.execute(sql`update returns set evaluation = evaluation || '{"outbound":"not_handed_over"}' where id = ${id}`),
    );
  }
  await aReturn(db, seller, { channelId: await aChannel(db, seller), orderNumber: "HOME-1" });
  const read = async (show: ForwarderTab) => {
    let csv = "";
    const { sellerId } = seller;
    for await (const part of OUTBOUND_LIST.csv({ db, sellerId }, OUTBOUND_TASKS.usual({ show }))) csv += part;
    return csv.trim().split(/\r?\n/);
  };
  const [head, ...rows] = await read("ask");
  expect(head).toContain('"order","channel","return"');
  expect(rows.map((row) => row.split(",")[0]).sort()).toEqual(['"STOP-0"', '"STOP-1"']);
  expect(rows[0]).toContain('"42.90","USD"');
  expect(await read("on_its_way")).toHaveLength(1);
});
