import { beforeAll, expect, it } from "vitest";
import type { Db } from "@/db/client";
import { aSeller, testDb } from "@/db/testing";
import { findSession } from "@/lib/platform/sessions";
import { aPerson, asOwn, entered } from "./accounts-testing";
import { endSessions } from "./end-sessions";
import { addMember } from "./members";
import { listSellersOf } from "./people";
import { switchSeller } from "./switch-seller";

let db: Db;
beforeAll(async () => {
  db = await testDb();
});

const now = new Date();
const notFound = { ok: false, refusal: { code: "not_found" } };
const chosenBy = async (ids: { userId: string; sessionId: string }) => (await findSession(db, ids))[0]?.chosen?.id;

it("turns a member's session to another of their sellers, and later sign-ins follow", async () => {
  const [one, two] = [await aSeller(db), await aSeller(db)];
  const { userId, email } = await aPerson(db, { sellerId: one.sellerId });
  await addMember({ db, sellerId: two.sellerId, now: new Date() }, { userId, role: "viewer" });
  for (const { sellerId } of [one, two, one]) {
    const ids = await entered(db, email);
    expect(await switchSeller(asOwn(db, ids, now), { sellerId })).toMatchObject({ ok: true });
    expect(await chosenBy(ids)).toBe(sellerId);
    expect(await chosenBy(await entered(db, email))).toBe(sellerId);
  }
  expect((await listSellersOf(db, userId)).map(({ id }) => id).sort()).toEqual([one.sellerId, two.sellerId].sort());
});

it("does not find a seller one does not belong to", async () => {
  const [own, foreign] = [await aSeller(db), await aSeller(db)];
  const ids = await entered(db, (await aPerson(db, { sellerId: own.sellerId })).email);
  expect(await switchSeller(asOwn(db, ids, now), { sellerId: foreign.sellerId })).toEqual(notFound);
  expect(await chosenBy(ids)).toBe(own.sellerId);
});

it("turns neither an ended session nor somebody else's", async () => {
  const seller = await aSeller(db);
  const [one, two] = [await aPerson(db, seller), await aPerson(db, seller)];
  const ids = await entered(db, one.email);
  expect(await switchSeller(asOwn(db, { ...ids, userId: two.userId }, now), { sellerId: seller.sellerId })).toEqual(
    notFound,
  );
  await endSessions(db, ids, new Date());
  expect(await switchSeller(asOwn(db, ids, now), { sellerId: seller.sellerId })).toEqual(notFound);
});
