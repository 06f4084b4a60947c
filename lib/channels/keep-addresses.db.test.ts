import { beforeAll, expect, it } from "vitest";
import type { Db } from "@/db/client";
import { withSeller } from "@/db/tenant";
import { aChannel, anAddress, aReturn, aSeller, member, type TestSeller, testDb } from "@/db/testing";
import { newId } from "@/lib/kernel/ids";
import { product } from "@/lib/policy/actor";
import { moveOne } from "@/lib/returns/decide-return";
import { findReturnDetail } from "@/lib/returns/return-detail";
import { listAddressBook, listChannelAddresses } from "./address-book";
import type { AddressForm } from "./address-input";
import { listAddresses } from "./addresses";
import { retireAddress, saveAddress, setDefaultAddresses } from "./keep-addresses";
import { seenAddress } from "./seen-address";

let db: Db;
beforeAll(async () => {
  db = await testDb();
});

const NOW = new Date("2026-03-10T18:00:00Z");
const book = ({ sellerId }: TestSeller) => withSeller(db, sellerId, (tx) => listAddressBook(tx, sellerId));
const offered = ({ sellerId }: TestSeller) => withSeller(db, sellerId, (tx) => listAddresses(tx, sellerId));
const seenOf = async (seller: TestSeller, id: string) => {
  const row = (await book(seller)).find((address) => address.id === id);
  return row ? seenAddress(row) : null;
};
const form = (change: Partial<AddressForm> = {}): AddressForm => ({
  id: newId(),
  seen: null,
  label: "Depot",
  hours: "Mon–Fri 9–17",
  address: { ...anAddress, recipient: "Depot" },
  ...change,
});
const who = ({ sellerId, owner }: TestSeller) => ({ db, sellerId, actor: member(owner.id), now: NOW });
const save = (seller: TestSeller, change: AddressForm) => saveAddress(who(seller), change);
const retire = (seller: TestSeller, id: string, isRetired = true) => retireAddress(who(seller), { id, isRetired });

it("S1-15 an address is added once, however often its form is sent", async () => {
  const seller = await aSeller(db);
  const added = form();
  const answers = await Promise.all([save(seller, added), save(seller, added)]);
  expect(answers).toEqual([
    { ok: true, value: { id: added.id } },
    { ok: true, value: { id: added.id } },
  ]);
  expect((await book(seller)).filter(({ label }) => label === "Depot")).toHaveLength(1);
});

it("S1-14 an edited address serves decisions to come; what was decided keeps its copy", async () => {
  const seller = await aSeller(db);
  const channelId = await aChannel(db, seller);
  const { id } = await aReturn(db, seller, { channelId, now: NOW });
  const who = { sellerId: seller.sellerId, actor: product("rules"), now: NOW };
  await moveOne({ db, ...who }, { returnId: id, move: "authorize", address: null, label: { kind: "policy" } });
  const seen = await seenOf(seller, seller.addressId);
  const moved = { ...anAddress, line1: "2 New Road" };
  expect(await save(seller, form({ id: seller.addressId, seen, address: moved }))).toMatchObject({ ok: true });
  const item = await withSeller(db, seller.sellerId, (tx) => findReturnDetail(tx, seller.sellerId, id));
  expect(item?.address?.line1).toBe(anAddress.line1);
  expect((await offered(seller))[0]?.line1).toBe("2 New Road");
});

it("S1-14 of two who edit at once one wins, and the other sees what stands now", async () => {
  const seller = await aSeller(db);
  const seen = await seenOf(seller, seller.addressId);
  const answers = await Promise.all(
    ["Ada", "Bob"].map((label) => save(seller, form({ id: seller.addressId, seen, label }))),
  );
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(answers.find(({ ok }) => !ok)).toMatchObject({ refusal: { code: "changed_since" } });
});

it("S1-14 a default cannot be retired; another one is offered no more, and comes back", async () => {
  const seller = await aSeller(db);
  await aChannel(db, seller, { code: "shop" });
  const spare = form();
  await save(seller, spare);
  expect(await retire(seller, seller.addressId)).toMatchObject({
    refusal: { code: "address_in_use", uses: [{ channel: "shop", rule: null }] },
  });
  expect(await retire(seller, spare.id)).toEqual({ ok: true, value: null });
  expect((await offered(seller)).map(({ id }) => id)).toEqual([seller.addressId]);
  expect(await retire(seller, spare.id, false)).toEqual({ ok: true, value: null });
  expect(await offered(seller)).toHaveLength(2);
});

it("S1-14 a channel's default is set for all or none, and told who was slower", async () => {
  const seller = await aSeller(db);
  const channelId = await aChannel(db, seller);
  const spare = form();
  await save(seller, spare);
  const change = [{ channelId, addressId: spare.id, seen: seller.addressId }];
  const answers = await Promise.all([
    setDefaultAddresses(who(seller), { defaults: change }),
    setDefaultAddresses(who(seller), { defaults: change }),
  ]);
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(answers.find(({ ok }) => !ok)).toMatchObject({ refusal: { code: "default_changed" } });
  const [channel] = await withSeller(db, seller.sellerId, (tx) => listChannelAddresses(tx, seller.sellerId));
  expect(channel?.defaultAddressId).toBe(spare.id);
  expect(await retire(seller, seller.addressId)).toEqual({ ok: true, value: null });
  const back = [{ channelId, addressId: seller.addressId, seen: spare.id }];
  expect(await setDefaultAddresses(who(seller), { defaults: back })).toEqual({
    ok: false,
    refusal: { code: "not_found" },
  });
});

it("another seller's address is not found", async () => {
  const [seller, other] = [await aSeller(db), await aSeller(db)];
  const seen = await seenOf(seller, seller.addressId);
  const notFound = { ok: false, refusal: { code: "not_found" } };
  expect(await save(other, form({ id: seller.addressId, seen }))).toEqual(notFound);
  expect(await retire(other, seller.addressId)).toEqual(notFound);
  const channelId = await aChannel(db, other);
  const theirs = [{ channelId, addressId: seller.addressId, seen: other.addressId }];
  expect(await setDefaultAddresses(who(other), { defaults: theirs })).toEqual(notFound);
});
