import { expect, it } from "vitest";
import { outbox } from "@/db/schema";
import { withSeller } from "@/db/tenant";
import { testDb } from "@/db/testing";
import { drain } from "@/db/testing-mail";
import { outboxWork } from "@/lib/messages/leave-outbox";
import { AUTHORIZE, aStore, NOW } from "./asking-testing";

const db = await testDb();
const later = (seconds: number) => new Date(NOW.getTime() + seconds * 1000);

it("P-03 a mail that left before a decision does not stand in the way of undoing the decision", async () => {
  const store = await aStore(db);
  const { id } = await store.request();
  await drain(db, "outbox", outboxWork({ appUrl: "https://returns.shop.net", hasServer: true }));
  const states = () =>
    withSeller(db, store.sellerId, (tx) => tx.select({ kind: outbox.kind, state: outbox.state }).from(outbox));
  expect(await states()).toEqual([
    { kind: "team.requested", state: "left" },
    { kind: "buyer.requested", state: "left" },
  ]);
  await store.move(id, AUTHORIZE, later(60));
  expect(await store.move(id, { move: "undo" }, later(65))).toMatchObject({ moved: [id], refused: [] });
  expect((await store.find(id)).status).toBe("authorization_required");
  expect(await states()).toContainEqual({ kind: "buyer.authorized", state: "cancelled" });
});
