import { and, eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { returns } from "@/db/schema";
import { withSeller } from "@/db/tenant";
import { aChannel, aReturn, aSeller, testDb } from "@/db/testing";
import type { Actor } from "@/lib/policy/actor";
import { type AuthorizeForm, NO_ADDRESS } from "./authorize-form";
import { authorizeReturn, moveOne } from "./decide-return";
import { listReturnEvents } from "./return-detail";
import { matchingReturns } from "./returns-list";
import { emptyFilter } from "./shared/filter";

const db = await testDb();

async function shop() {
  const seller = await aSeller(db);
  const { sellerId } = seller;
  const channelId = await aChannel(db, seller, { hasPrepaid: true, currency: "EUR" });
  const { id } = await aReturn(db, seller, { channelId });
  const actor: Actor = { kind: "person", id: seller.owner.id, name: seller.owner.name };
  const who = { sellerId, actor, now: new Date() };
  const form: AuthorizeForm = {
    returnId: id,
    mustOverride: false,
    rmaChoice: "generated",
    rma: "",
    label: "prepaid",
    labelFileId: null,
    labelCurrency: "EUR",
    labelCost: "",
    labelCarrier: "",
    labelTracking: "",
    addressId: "default",
    newAddress: NO_ADDRESS,
    instructions: "",
    overrideNote: "",
  };
  return {
    id,
    authorize: (rest: Partial<AuthorizeForm>) => authorizeReturn({ db, ...who }, { ...form, ...rest }),
    undo: () => moveOne({ db, ...who }, { returnId: id, move: "undo" }),
    search: (q: string) =>
      withSeller(db, sellerId, (tx) =>
        matchingReturns(
          tx,
          sellerId,
          { ...emptyFilter("all"), q },
          { snapshotAt: new Date(Date.now() + 60_000), excludedIds: [], limit: 5 },
        ),
      ),
    label: () =>
      withSeller(db, sellerId, async (tx) => {
        const [row] = await tx
          .select({
            kind: returns.labelKind,
            costMinor: returns.labelCostMinor,
            currency: returns.labelCurrency,
            carrier: returns.labelCarrier,
            tracking: returns.labelTracking,
          })
          .from(returns)
          .where(and(eq(returns.sellerId, sellerId), eq(returns.id, id)));
        return row;
      }),
    events: () => withSeller(db, sellerId, (tx) => listReturnEvents(tx, sellerId, id, null)),
  };
}

const NOTHING = { costMinor: null, currency: null, carrier: null, tracking: null };

describe("a label that was bought", () => {
  test("P-01 its cost, carrier and number are recorded, told in the history and found by search, until it is undone", async () => {
    const { id, authorize, label, events, search, undo } = await shop();
    const paid = { labelCost: "6,50", labelCarrier: "DHL", labelTracking: "jd 0146 0000 1234" };
    expect(await authorize(paid)).toMatchObject({ ok: true });
    expect(await label()).toEqual({
      kind: "prepaid",
      costMinor: 650,
      currency: "EUR",
      carrier: "DHL",
      tracking: "jd 0146 0000 1234",
    });
    expect((await events())[0]?.data).toMatchObject({
      costMinor: 650,
      currency: "EUR",
      carrier: "DHL",
      tracking: "jd 0146 0000 1234",
    });
    expect(await search("JD014600001234")).toEqual([id]);
    expect(await undo()).toMatchObject({ ok: true });
    expect(await label()).toEqual({ kind: null, ...NOTHING });
    expect(await search("JD014600001234")).toEqual([]);
  });

  test("P-01 what is unknown of it stays unknown, and an unpaid label takes nothing of it", async () => {
    const first = await shop();
    await first.authorize({});
    expect(await first.label()).toEqual({ kind: "prepaid", ...NOTHING });
    const second = await shop();
    await second.authorize({ label: "unpaid", labelCost: "9.99", labelTracking: "T1" });
    expect(await second.label()).toEqual({ kind: "unpaid", ...NOTHING });
  });

  test("P-01 the prepaid label that policy chooses takes them too", async () => {
    const { authorize, label } = await shop();
    await authorize({ label: "policy", labelCost: "4" });
    expect(await label()).toMatchObject({ kind: "prepaid", costMinor: 400 });
  });
});
