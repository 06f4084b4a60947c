import { and, asc, eq, isNotNull } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import type { Db } from "@/db/client";
import { events, outbox, returnLines, returns } from "@/db/schema";
import { withSeller } from "@/db/tenant";
import { aChannel, aReturn, aSeller, type TestSeller, testDb } from "@/db/testing";
import { HANDOVER_LIST } from "@/lib/handovers/handovers";
import { newId } from "@/lib/kernel/ids";
import { buyerLetter } from "@/lib/messages/buyer-letter";
import { findLetterFacts } from "@/lib/messages/messages";
import { NO_ADDRESS, type RestForm } from "./authorize-form";
import { authorizeReturn, moveOne } from "./decide-return";
import { findOrder } from "./request-orders";

const now = new Date("2026-11-20T12:00:00Z");
let db: Db;
beforeAll(async () => {
  db = await testDb();
});

const whoOf = ({ sellerId, owner }: TestSeller) => ({
  sellerId,
  actor: { kind: "person" as const, id: owner.id, name: owner.name },
  now,
});
const WORDS = "One of them was worn. We keep to our terms for it.";

/** A request of three units of one item. */
async function threeAsked(options: Parameters<typeof aChannel>[2] = {}, reported: boolean | null = null) {
  const seller = await aSeller(db);
  const { sellerId } = seller;
  const channelId = await aChannel(db, seller, options);
  const request = await aReturn(db, seller, {
    ...{ channelId, now, quantity: 3, orderNumber: "SH-1", isInPolicyReported: reported },
    ...{ orderedOn: "2026-11-10", deliveredOn: "2026-11-15" },
  });
  const { id: returnId } = request;
  const inside = <T>(work: Parameters<typeof withSeller<T>>[2]) => withSeller(db, sellerId, work);
  const lineOf = () =>
    inside(async (tx) => {
      const [line] = await tx.select().from(returnLines).where(eq(returnLines.returnId, returnId));
      if (!line) throw new Error("a return has a line");
      return line;
    });
  const { id: lineId } = await lineOf();
  const authorize = (rest: Partial<RestForm> = {}, by: TestSeller = seller) =>
    authorizeReturn(
      { db, ...whoOf(by) },
      {
        ...{ returnId, mustOverride: false, rmaChoice: "generated", rma: "", label: "policy", labelFileId: null },
        ...{ labelCurrency: "USD", labelCost: "", labelCarrier: "", labelTracking: "" },
        ...{ addressId: "default", newAddress: NO_ADDRESS, instructions: "", overrideNote: "" },
        rest: { units: [{ lineId, quantity: 1 }], reason: "other", needsComment: true, comment: WORDS, ...rest },
      },
    );
  const moves = () =>
    inside((tx) =>
      tx
        .select({ kind: events.kind, data: events.data })
        .from(events)
        .where(and(eq(events.returnId, returnId), isNotNull(events.fromStatus)))
        .orderBy(asc(events.id)),
    );
  const row = () =>
    inside(async (tx) => {
      const [found] = await tx.select().from(returns).where(eq(returns.id, returnId));
      return found;
    });
  return { seller, channelId, returnId, lineId, inside, lineOf, authorize, moves, row };
}

test("S2-06 two of three units are authorized and one is closed in one decision, of which the buyer is told once", async () => {
  const { seller, channelId, returnId, inside, lineOf, authorize, moves, row } = await threeAsked();
  expect(await authorize()).toMatchObject({ ok: true });
  expect(await row()).toMatchObject({ status: "awaiting_return", closeReason: "other", closeComment: WORDS });
  expect(await lineOf()).toMatchObject({ quantity: 3, closedQuantity: 1 });
  expect(await moves()).toMatchObject([
    { kind: "authorize", data: { closedUnits: 1, reason: "other", comment: WORDS } },
  ]);
  const told = await inside((tx) => tx.select({ kind: outbox.kind }).from(outbox).where(eq(outbox.returnId, returnId)));
  expect(told).toEqual([{ kind: "buyer.authorized" }]);
  const facts = await inside((tx) => findLetterFacts(tx, seller.sellerId, returnId));
  if (!facts) throw new Error("there is such a return");
  const letter = JSON.stringify(
    buyerLetter("buyer.authorized", facts, { own: [], data: {}, attachments: [], href: null }),
  );
  expect(letter).toContain("Test item × 2");
  expect(letter).toContain("Test item × 1");
  expect(letter).toContain(WORDS);

  // P-11: what was closed may be asked for again.
  const order = await inside((tx) => findOrder(tx, seller.sellerId, { channelId, number: "SH-1" }));
  expect(order?.lines).toMatchObject([{ alreadyReturned: 2 }]);
});

test("P-03 undo takes both back, and the request is whole again", async () => {
  const { seller, returnId, lineOf, authorize, row } = await threeAsked();
  const done = await authorize();
  if (!done.ok) throw new Error(done.refusal.code);
  const undo = { move: "undo" as const, eventId: done.value.eventId };
  expect(await moveOne({ db, ...whoOf(seller) }, { returnId, ...undo })).toMatchObject({ ok: true });
  expect(await row()).toMatchObject({ status: "authorization_required", closeReason: null, closeComment: null });
  expect(await lineOf()).toMatchObject({ quantity: 3, closedQuantity: 0 });
});

test("P-19 on a mirrored channel the entry to do there says both", async () => {
  const { seller, channelId, inside, authorize } = await threeAsked({ mode: "mirrored" }, true);
  expect(await authorize()).toMatchObject({ ok: true });
  const view = { filter: { channel: null }, sort: "requested_on" as const, per: 50, after: null, before: null };
  const { rows } = await inside((tx) =>
    HANDOVER_LIST.page(tx, { sellerId: seller.sellerId, channelId, without: [] }, view as never),
  );
  expect(rows).toMatchObject([
    { move: "authorize", closeReason: "other", closeComment: WORDS, closedItems: [{ quantity: 1 }] },
  ]);
});

test("S2-02 S2-06 what cannot be split is refused, and nothing of it is done", async () => {
  const { lineId, lineOf, authorize, moves } = await threeAsked();
  const refused = async (rest: Partial<RestForm>) => {
    const answer = await authorize(rest);
    return answer.ok ? null : answer.refusal.code;
  };
  expect(await refused({ units: [{ lineId, quantity: 3 }] })).toBe("nothing_authorized");
  expect(await refused({ units: [{ lineId, quantity: 4 }] })).toBe("units_unknown");
  expect(await refused({ units: [{ lineId: newId(), quantity: 1 }] })).toBe("units_unknown");
  expect(await refused({ reason: "refund_without_return" })).toBe("rest_with_refund");
  expect(await refused({ comment: "" })).toBe("invalid");
  expect(await moves()).toEqual([]);
  expect(await lineOf()).toMatchObject({ closedQuantity: 0 });

  const prepaid = await threeAsked({ mode: "mirrored", plan: "professional", hasPrepaid: true }, true);
  expect(await prepaid.authorize()).toMatchObject({ refusal: { code: "prepaid_eligible" } });
});

test("of two at once one wins, with one event; another seller finds nothing", async () => {
  const { authorize, moves, lineOf } = await threeAsked();
  const answers = await Promise.all([authorize(), authorize()]);
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await moves()).toHaveLength(1);
  expect(await lineOf()).toMatchObject({ closedQuantity: 1 });
  const other = await threeAsked();
  expect(await other.authorize({}, await aSeller(db))).toMatchObject({ refusal: { code: "not_found" } });
});
