import { beforeAll, expect, it } from "vitest";
import type { Db } from "@/db/client";
import { aSeller, testDb } from "@/db/testing";
import { accountEventsOf, shopAuditOf } from "@/lib/platform/audit/audit-testing";
import { findSession } from "@/lib/platform/sessions";
import { aPerson, asOwn, entered } from "./accounts-testing";
import { leaveSeller, switchSeller } from "./switch-seller";

let db: Db;
beforeAll(async () => {
  db = await testDb();
});

const now = new Date();
const refused = (code: string) => ({ ok: false, refusal: { code } });
const eventsOf = async (sellerId: string) => {
  const rows = await shopAuditOf(db, sellerId, { kind: "support" });
  return rows.toReversed().map(({ kind, actorName, data }) => ({ kind, actorName, data }));
};
const looksAt = async (ids: { userId: string; sessionId: string }) => {
  const [row] = await findSession(db, ids);
  return row?.isVisiting ? row.chosen?.id : null;
};

async function someSupport() {
  const { email, userId } = await aPerson(db, { isSupport: true });
  return { email, userId, ids: await entered(db, email) };
}

it("platform support enters a shop for a reason, for an hour, and the shop reads both", async () => {
  const { sellerId } = await aSeller(db);
  const { ids, userId } = await someSupport();
  expect(await looksAt(ids)).toBeNull();
  for (const reason of [undefined, "", "  \n"]) {
    expect(await switchSeller(asOwn(db, ids, now), { sellerId, reason })).toEqual(refused("reason_needed"));
  }
  expect(await eventsOf(sellerId)).toEqual([]);
  expect(await switchSeller(asOwn(db, ids, now), { sellerId, reason: " ticket 12 " })).toMatchObject({ ok: true });
  expect(await looksAt(ids)).toBe(sellerId);
  const [row] = await findSession(db, ids);
  expect(row?.visitUntil).toEqual(new Date(now.getTime() + 3_600_000));
  const entering = { kind: "support_entered", actorName: "Pat Person", data: { reason: "ticket 12", minutes: 60 } };
  expect(await eventsOf(sellerId)).toEqual([entering]);
  expect(await leaveSeller(asOwn(db, ids, now))).toMatchObject({ ok: true });
  expect(await leaveSeller(asOwn(db, ids, now))).toEqual(refused("not_found"));
  expect(await looksAt(ids)).toBeNull();
  expect((await eventsOf(sellerId)).map(({ kind }) => kind)).toEqual(["support_entered", "support_left"]);
  const own = (await accountEventsOf(db, userId)).rows.map(({ kind }) => kind);
  expect(own.sort()).toEqual(["shop_entered", "shop_left", "signed_in"]);
});

it("a visit is over after its hour", async () => {
  const { sellerId } = await aSeller(db);
  const { ids } = await someSupport();
  await switchSeller(asOwn(db, ids, new Date(now.getTime() - 3_601_000)), { sellerId, reason: "a look" });
  expect(await looksAt(ids)).toBeNull();
});

it("platform support is in one shop at a time, whatever browsers it has open and however fast it is", async () => {
  const [one, two] = [await aSeller(db), await aSeller(db)];
  const { email, ids } = await someSupport();
  const other = await entered(db, email);
  const reason = "a look";
  await Promise.all([
    switchSeller(asOwn(db, ids, now), { sellerId: one.sellerId, reason }),
    switchSeller(asOwn(db, other, now), { sellerId: two.sellerId, reason }),
  ]);
  const seen = [await looksAt(ids), await looksAt(other)].filter((place) => place !== null);
  expect(seen).toHaveLength(1);
  const told = [...(await eventsOf(one.sellerId)), ...(await eventsOf(two.sellerId))].map(({ kind }) => kind);
  expect(told.sort()).toEqual(["support_entered", "support_entered", "support_left"]);
});

it("a member needs no reason, and nobody but platform support gets in with one", async () => {
  const [own, foreign] = [await aSeller(db), await aSeller(db)];
  const ids = await entered(db, (await aPerson(db, { sellerId: own.sellerId })).email);
  expect(await switchSeller(asOwn(db, ids, now), { sellerId: foreign.sellerId, reason: "let me" })).toEqual(
    refused("not_found"),
  );
  expect(await switchSeller(asOwn(db, ids, now), { sellerId: own.sellerId })).toMatchObject({ ok: true });
  expect(await eventsOf(own.sellerId)).toEqual([]);
});
