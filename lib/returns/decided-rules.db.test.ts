import { and, eq, lt } from "drizzle-orm";
import { expect, it } from "vitest";
import { deadlines, files, messages, refunds } from "@/db/schema";
import { withSeller } from "@/db/tenant";
import { testDb } from "@/db/testing";
import { drain } from "@/db/testing-mail";
import { newId } from "@/lib/kernel/ids";
import { outboxWork } from "@/lib/messages/leave-outbox";
import { AUTHORIZE, aStore, NOW } from "./asking-testing";
import { fireDeadline } from "./fire-deadline";
import { listReturns } from "./returns-list";
import { emptyFilter } from "./shared/filter";

const db = await testDb();
const DAY = 24 * 3_600_000;

/** An authorized return whose parcel never came, when the store's own worker has looked at what was due. */
async function neverSentBack() {
  const store = await aStore(db);
  const { id } = await store.request();
  await store.move(id, AUTHORIZE);
  const due = (await store.find(id)).nextDueAt;
  const later = new Date((due?.getTime() ?? 0) + DAY);
  const clocks = await withSeller(db, store.sellerId, (tx) =>
    tx
      .select()
      .from(deadlines)
      .where(and(eq(deadlines.state, "open"), lt(deadlines.dueAt, later))),
  );
  for (const clock of clocks)
    await fireDeadline({ db, sellerId: store.sellerId, now: later }, { deadlineId: clock.id });
  return { ...store, id, clocks, later };
}

it("S2-01 an authorized return that never comes asks nothing of the seller: no clock of theirs, and it lapses by itself", async () => {
  const { id, clocks, find } = await neverSentBack();
  expect(clocks).toMatchObject([{ kind: "send_back", party: "buyer", consequence: "lapse" }]);
  const found = await find(id);
  expect(found).toMatchObject({ status: "lapsed", nextDueAt: null });
  expect(found.events[0]).toMatchObject({ kind: "lapse", actorKind: "product" });
});

it("S4-08 what never came needs no action: nothing is overdue, nothing is owed, and nothing waits for anybody", async () => {
  const { sellerId, later } = await neverSentBack();
  const overdue = { ...emptyFilter("all"), due: "overdue" } as const;
  const left = await withSeller(db, sellerId, async (tx) => ({
    overdue: (await listReturns(tx, sellerId, overdue, { now: later, per: 10 })).rows,
    owed: await tx.select().from(refunds),
    open: await tx.select().from(deadlines).where(eq(deadlines.state, "open")),
  }));
  expect(left).toEqual({ overdue: [], owed: [], open: [] });
});

it("S2-04 a request whose window has closed is refused by closing it, with that reason, and owes no refund", async () => {
  const store = await aStore(db);
  const late = await store.request({ orderedOn: "2026-08-01", deliveredOn: "2026-08-05" });
  expect(late.verdict).toBe("out_of_policy");
  const comment = "The return window of this order has closed.";
  expect(await store.move(late.id, { move: "close", reason: "window_expired", comment })).toMatchObject({
    refused: [],
  });
  const closed = await store.find(late.id);
  expect(closed).toMatchObject({ status: "closed", closeReason: "window_expired", closeComment: comment });
  expect(await withSeller(db, store.sellerId, (tx) => tx.select().from(refunds))).toEqual([]);
});

it("S4-02 the seller sees the request with its reason in Manage Returns, and acts by what policy says of it", async () => {
  const store = await aStore(db);
  const asked = await store.request({}, { reason: "CR-DEFECTIVE" });
  const { rows } = await withSeller(db, store.sellerId, (tx) =>
    listReturns(tx, store.sellerId, emptyFilter("authorization_required"), { now: NOW, per: 10 }),
  );
  expect(rows).toMatchObject([{ id: asked.id, lines: [{ reason: "CR-DEFECTIVE" }], verdict: "in_policy" }]);
  await store.move(asked.id, AUTHORIZE);
  expect((await store.find(asked.id)).status).toBe("awaiting_return");
});

it("S4-05 authorizing moves no money, and promises none", async () => {
  const store = await aStore(db);
  const { id } = await store.request();
  await store.move(id, AUTHORIZE);
  expect(await withSeller(db, store.sellerId, (tx) => tx.select().from(refunds))).toEqual([]);
});

it("S3-11 a label that the seller provides goes to the buyer as it is, to attach to the parcel", async () => {
  const store = await aStore(db, { undoSeconds: 0 });
  const { id } = await store.request();
  const file = { id: newId(), name: "carrier.pdf", mime: "application/pdf", size: 1200, sha256: "0".repeat(64) };
  await withSeller(db, store.sellerId, (tx) =>
    tx.insert(files).values({ ...file, sellerId: store.sellerId, uploadedBy: store.seller.owner.id }),
  );
  const own = { kind: "own", fileId: file.id } as const;
  expect(await store.move(id, { move: "authorize", address: null, label: own })).toMatchObject({ refused: [] });
  await drain(db, "outbox", outboxWork({ appUrl: "https://returns.shop.net", hasServer: true }));
  const sent = await withSeller(db, store.sellerId, (tx) =>
    tx.select().from(messages).where(eq(messages.kind, "buyer.authorized")),
  );
  expect(sent).toMatchObject([{ kind: "buyer.authorized", toAddress: "dana@mail.net" }]);
  expect(sent[0]?.attachments).toContainEqual(expect.objectContaining({ name: "carrier.pdf" }));
});
