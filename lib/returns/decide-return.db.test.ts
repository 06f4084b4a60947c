import { and, eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import type { Db } from "@/db/client";
import { events, refunds, returns } from "@/db/schema";
import { withSeller } from "@/db/tenant";
import { aChannel, anAddress, aReturn, aSeller, inShop, type TestSeller, testDb } from "@/db/testing";
import { listAddresses } from "@/lib/channels/addresses";
import { newId } from "@/lib/kernel/ids";
import { insertFile } from "@/lib/platform/files/files";
import { rmaFor } from "@/lib/policy/machines/return/rma";
import { type AuthorizeForm, NO_ADDRESS } from "./authorize-form";
import { checkRma } from "./check-rma";
import { authorizeReturn, closeReturn, moveOne, tickReturn } from "./decide-return";
import { findDecisionOptions } from "./decision-options";

const now = new Date("2026-11-20T12:00:00Z");
const FRESH = { orderedOn: "2026-11-10", deliveredOn: "2026-11-15", now };
const NEW_ADDRESS = {
  ...NO_ADDRESS,
  recipient: "Depot",
  line1: "2 Quay",
  city: "Hull",
  postalCode: "HU1 1AA",
  country: "GB",
};

let db: Db;
beforeAll(async () => {
  db = await testDb();
});

const whoOf = ({ sellerId, owner }: TestSeller) => ({
  sellerId,
  actor: { kind: "person" as const, id: owner.id, name: owner.name },
  now,
});

async function shop(options: Parameters<typeof aChannel>[2] = {}) {
  const seller = await aSeller(db);
  const channelId = await aChannel(db, seller, options);
  const request = (rest: object = {}) => aReturn(db, seller, { channelId, ...FRESH, ...rest });
  const formOf = (returnId: string, rest: Partial<AuthorizeForm> = {}): AuthorizeForm => ({
    returnId,
    mustOverride: false,
    rmaChoice: "generated",
    rma: "",
    label: "policy",
    labelFileId: null,
    labelCurrency: "USD",
    labelCost: "",
    labelCarrier: "",
    labelTracking: "",
    addressId: "default",
    newAddress: NO_ADDRESS,
    instructions: "",
    overrideNote: "",
    ...rest,
  });
  const authorize = (returnId: string, rest: Partial<AuthorizeForm> = {}) =>
    authorizeReturn({ db, ...whoOf(seller) }, formOf(returnId, rest));
  const find = (id: string) =>
    withSeller(db, seller.sellerId, async (tx) => {
      const [row] = await tx.select().from(returns).where(eq(returns.id, id));
      return row;
    });
  const addresses = () => withSeller(db, seller.sellerId, (tx) => listAddresses(tx, seller.sellerId));
  return { seller, request, authorize, find, addresses };
}

describe("authorize one return", () => {
  test("S1-07 an own RMA is unique for the seller, and another seller may have the same", async () => {
    const { seller, request, authorize, find } = await shop();
    const [a, b] = [await request(), await request()];
    expect(await authorize(a.id, { rmaChoice: "own", rma: " rma-x1 " })).toMatchObject({ ok: true });
    expect((await find(a.id))?.rma).toBe("RMA-X1");
    const taken = { code: "rma_taken", rma: "RMA-X1" };
    expect(await authorize(b.id, { rmaChoice: "own", rma: "RMA-X1" })).toEqual({ ok: false, refusal: taken });
    const ask = { sellerId: seller.sellerId, returnId: b.id };
    expect(await checkRma(inShop(db, ask.sellerId), { ...ask, typed: "rma-x1" })).toEqual({
      ok: false,
      refusal: taken,
    });
    const reserved = rmaFor(a);
    expect(await checkRma(inShop(db, ask.sellerId), { ...ask, typed: reserved })).toEqual({
      ok: false,
      refusal: { code: "rma_reserved", rma: reserved },
    });
    expect(await checkRma(inShop(db, ask.sellerId), { ...ask, typed: "?" })).toMatchObject({
      refusal: { code: "rma_malformed" },
    });
    expect(await checkRma(inShop(db, ask.sellerId), { ...ask, typed: "rma-x2" })).toEqual({
      ok: true,
      value: "RMA-X2",
    });

    const other = await shop();
    const theirs = await other.request();
    expect(await other.authorize(theirs.id, { rmaChoice: "own", rma: "RMA-X1" })).toMatchObject({ ok: true });
    expect(await checkRma(inShop(db, other.seller.sellerId), { returnId: b.id, typed: "A-1" })).toEqual({
      ok: false,
      refusal: { code: "not_found" },
    });
  });

  test("S1-15 a new return address is used and saved, once however often it is typed", async () => {
    const { seller, request, authorize, find, addresses } = await shop();
    const [a, b] = [await request(), await request()];
    const typed = { addressId: "new", newAddress: NEW_ADDRESS };
    await authorize(a.id, typed);
    await authorize(b.id, typed);
    expect((await find(b.id))?.address).toMatchObject({ recipient: "Depot", line2: null, country: "GB" });
    expect((await addresses()).map(({ recipient }) => recipient)).toEqual([anAddress.recipient, "Depot"]);
    const events = await withSeller(db, seller.sellerId, (tx) => tx.query.sellerEvents.findMany());
    expect(events).toMatchObject([{ kind: "address_saved", actorName: "Olive Owner", data: { isNew: true } }]);
  });

  test("S1-15 a saved address of another seller is not found, and a refused decision saves no address", async () => {
    const { request, authorize, find, addresses } = await shop();
    const stranger = await aSeller(db);
    const { id } = await request();
    expect(await authorize(id, { addressId: stranger.addressId })).toEqual({
      ok: false,
      refusal: { code: "no_such_address" },
    });
    expect((await find(id))?.status).toBe("authorization_required");
    const old = await request({ orderedOn: "2026-01-01", deliveredOn: "2026-01-03" });
    expect(await authorize(old.id, { addressId: "new", newAddress: NEW_ADDRESS })).toMatchObject({
      refusal: { code: "needs_override" },
    });
    expect(await addresses()).toHaveLength(1);
  });

  test("S1-12 the seller's own label is the seller's own file", async () => {
    const { seller, request, authorize, find } = await shop();
    const file = {
      id: newId(),
      name: "l.pdf",
      mime: "application/pdf",
      size: 9,
      sha256: "0",
      uploadedBy: seller.owner.id,
    };
    await withSeller(db, seller.sellerId, (tx) => insertFile(tx, seller.sellerId, file));
    const { id } = await request();
    const missing = { ok: false, refusal: { code: "label_file_missing" } };
    expect(await authorize(id, { label: "own", labelFileId: newId() })).toEqual(missing);
    const other = await shop();
    const theirs = await other.request();
    expect(await other.authorize(theirs.id, { label: "own", labelFileId: file.id })).toEqual(missing);
    expect(await authorize(id, { label: "own", labelFileId: file.id })).toMatchObject({ ok: true });
    expect(await find(id)).toMatchObject({ labelKind: "own", labelFileId: file.id });
  });

  test("P-01 a prepaid label is refused where the programme is off", async () => {
    const { request, authorize } = await shop();
    const { id } = await request();
    expect(await authorize(id, { label: "prepaid" })).toEqual({
      ok: false,
      refusal: { code: "prepaid_not_available" },
    });
  });
});

test("S4-04 a buyer without an address: the dialog says before that nothing is sent", async () => {
  const { seller, request } = await shop();
  const isKept = async (rest: object) => {
    const { id } = await request(rest);
    return (await findDecisionOptions({ db, ...whoOf(seller) }, { ...whoOf(seller), returnId: id }))?.isKept;
  };
  expect(await isKept({ buyerEmail: null })).toBe(true);
  expect(await isKept({ buyerEmail: "mei@buyers.example" })).toBe(true);
  expect(await isKept({ buyerEmail: "mei@mail.net" })).toBe(false);
  const mirrored = await shop({ mode: "mirrored" });
  const { id } = await mirrored.request({ buyerEmail: null });
  expect(
    (await findDecisionOptions({ db, ...whoOf(mirrored.seller) }, { ...whoOf(mirrored.seller), returnId: id }))?.isKept,
  ).toBe(false);
});

describe("close one request", () => {
  const CLOSE = { reason: "other" as const, comment: "Sorry.", note: "internal" };

  test("S2-02 a prepaid-eligible request is not closed, and its dialog says so before", async () => {
    const { seller, request, find } = await shop({ hasPrepaid: true });
    const { id } = await request();
    const refusal = { code: "prepaid_eligible" };
    const options = await findDecisionOptions({ db, ...whoOf(seller) }, { ...whoOf(seller), returnId: id });
    expect(options?.refusals).toEqual({ authorize: null, close: refusal });
    expect(await closeReturn({ db, ...whoOf(seller) }, { returnId: id, ...CLOSE })).toEqual({ ok: false, refusal });
    expect((await find(id))?.status).toBe("authorization_required");
  });

  test("S2-03 refund without return carries the seller's intent to refund, and moves no money", async () => {
    const { seller, request } = await shop();
    const { id } = await request();
    const form = { returnId: id, ...CLOSE, reason: "refund_without_return" as const };
    expect(await closeReturn({ db, ...whoOf(seller) }, form)).toMatchObject({ ok: true });
    const intents = await withSeller(db, seller.sellerId, (tx) =>
      tx
        .select({ state: refunds.state, amountMinor: refunds.amountMinor })
        .from(refunds)
        .where(eq(refunds.returnId, id)),
    );
    expect(intents).toEqual([{ state: "intended", amountMinor: null }]);
  });

  test("S3-12 a parcel counts as stopped only where no carrier has it: else the reason is refused and not offered", async () => {
    const { seller, request, find } = await shop();
    const stopped = { ...CLOSE, reason: "intercepted" as const };
    const offered = async (returnId: string) =>
      (await findDecisionOptions({ db, ...whoOf(seller) }, { ...whoOf(seller), returnId }))?.closeReasons.map(
        ({ code }) => code,
      );
    for (const deliveredOn of [FRESH.deliveredOn, null]) {
      const { id } = await request({ deliveredOn });
      expect(await closeReturn({ db, ...whoOf(seller) }, { returnId: id, ...stopped })).toEqual({
        ok: false,
        refusal: { code: "parcel_left" },
      });
      expect((await find(id))?.status).toBe("authorization_required");
      expect(await offered(id)).not.toContain("intercepted");
    }
  });

  test("S2-06 reason and comments are kept, and the internal note apart from them", async () => {
    const { seller, request, find } = await shop();
    const { id } = await request();
    await closeReturn({ db, ...whoOf(seller) }, { returnId: id, ...CLOSE });
    expect(await find(id)).toMatchObject({ status: "closed", closeReason: "other", closeComment: "Sorry." });
    const [event] = await withSeller(db, seller.sellerId, (tx) =>
      tx
        .select({ data: events.data })
        .from(events)
        .where(and(eq(events.returnId, id), eq(events.kind, "close"))),
    );
    expect(event?.data).toMatchObject({ reason: "other", comment: "Sorry.", note: "internal" });
  });

  test("S2-06 the dialog offers the template of each reason in the buyer's language", async () => {
    const { seller, request } = await shop();
    const { id } = await request({ buyerName: "Ada" });
    const options = await findDecisionOptions({ db, ...whoOf(seller) }, { ...whoOf(seller), returnId: id });
    expect(options?.language).toBe("en");
    expect(options?.closeTemplates.window_expired?.text).toContain("Ada");
    expect(options?.closeTemplates.window_expired?.text).not.toContain("{");
  });
});

test("another seller's return is not found, whatever is asked of it", async () => {
  const { seller, request, find } = await shop();
  const { id } = await request();
  const stranger = await shop();
  const who = whoOf(stranger.seller);
  const notFound = { ok: false, refusal: { code: "not_found" } };
  expect(await stranger.authorize(id)).toEqual(notFound);
  expect(await closeReturn({ db, ...who }, { returnId: id, reason: "other", comment: "x", note: "" })).toEqual(
    notFound,
  );
  for (const move of ["withdraw", "adopt", "undo"] as const)
    expect(await moveOne({ db, ...who }, { returnId: id, move })).toEqual(notFound);
  expect(await tickReturn({ db, ...who }, { returnId: id })).toEqual(notFound);
  expect(await findDecisionOptions({ db, ...who }, { ...who, returnId: id })).toBeNull();
  expect((await find(id))?.status).toBe("authorization_required");
  expect(seller.sellerId).not.toBe(stranger.seller.sellerId);
});
