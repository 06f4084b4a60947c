import { expect, it } from "vitest";
import { withSeller } from "@/db/tenant";
import { aChannel, aReturn, aSeller, testDb } from "@/db/testing";
import { defaultPolicy } from "@/lib/policy/judging/programmes/seller-fulfilled";
import { findTemplateSample } from "./template-sample";

it("a preview is filled with the seller's latest return, and nobody else's", async () => {
  const db = await testDb();
  const seller = await aSeller(db);
  const { sellerId } = seller;
  const find = () => withSeller(db, sellerId, (tx) => findTemplateSample(tx, sellerId));
  expect(await find()).toBeNull();
  const operation = { ...defaultPolicy.operation, instructions: { en: "Wrap it well." } };
  const channelId = await aChannel(db, seller, { operation });
  await aReturn(db, seller, { channelId, buyerName: "Ada" });
  const { number } = await aReturn(db, seller, { channelId, buyerName: "Grace", orderNumber: "O-9" });
  const other = await aSeller(db);
  await aReturn(db, other, { channelId: await aChannel(db, other) });
  expect(await find()).toMatchObject({
    number,
    buyerName: "Grace",
    orderNumber: "O-9",
    itemName: "Test item",
    instructions: "Wrap it well.",
    address: { city: "Reno" },
  });
});
