import { beforeAll, expect, it } from "vitest";
import type { Db } from "@/db/client";
import { withSeller } from "@/db/tenant";
import { aChannel, aSeller, type TestSeller, testDb } from "@/db/testing";
import { newId } from "@/lib/kernel/ids";
import { shopAuditOf } from "@/lib/platform/audit/audit-testing";
import { knowKey } from "@/lib/platform/keys";
import { LIMITS } from "@/lib/platform/throttle";
import { issueChannelKey, listChannelKeys, revokeChannelKey } from "./channel-keys";

let db: Db;
beforeAll(async () => {
  db = await testDb();
});

const NOW = new Date("2026-11-20T12:00:00Z");
const DAY = 24 * 3_600_000;
const inDays = (days: number): Date => new Date(NOW.getTime() + days * DAY);

const ctxOf = ({ sellerId, owner }: TestSeller, now = NOW) => ({
  ...{ db, sellerId, now },
  actor: { kind: "person" as const, id: owner.id, name: owner.name },
});
let last = 0;
const show = (key: string, now = NOW, from = `ip:203.0.113.${++last}`) =>
  knowKey(db, { shown: `Bearer ${key}`, from, now });

async function aKey() {
  const seller = await aSeller(db);
  const channelId = await aChannel(db, seller);
  const made = await issueChannelKey(ctxOf(seller), { channelId, replaces: null });
  if (!made.ok) throw new Error(made.refusal.code);
  const list = (now = NOW) =>
    withSeller(db, seller.sellerId, (tx) => listChannelKeys(tx, seller.sellerId, channelId, now));
  const [row] = await list();
  return { seller, channelId, key: made.value.key, keyId: row?.id ?? "", list };
}

it("is shown once: what is kept of it is a hash, and how it ends", async () => {
  const { seller, key, channelId, list } = await aKey();
  const rows = await withSeller(db, seller.sellerId, (tx) => tx.query.channelKeys.findMany());
  expect(JSON.stringify(rows)).not.toContain(key.slice(0, 60));
  expect(await list()).toMatchObject([{ hint: key.slice(-4), endsAt: null, usedAt: null }]);
  expect(await show(key)).toMatchObject({ ok: true, value: { sellerId: seller.sellerId, channelId } });
  expect(await list()).toMatchObject([{ usedAt: NOW }]);
});

it("counts beside the one that takes its place for 7 days, and no longer", async () => {
  const { seller, channelId, key, keyId } = await aKey();
  const next = await issueChannelKey(ctxOf(seller), { channelId, replaces: keyId });
  if (!next.ok) throw new Error(next.refusal.code);
  for (const one of [key, next.value.key]) expect(await show(one, inDays(6.9))).toMatchObject({ ok: true });
  expect(await show(key, inDays(7))).toMatchObject({ refusal: { code: "key_unknown" } });
  expect(await show(next.value.key, inDays(400))).toMatchObject({ ok: true });
});

it("made or replaced by two at once is one new key", async () => {
  const { seller, channelId, keyId, list } = await aKey();
  const twice = () => issueChannelKey(ctxOf(seller), { channelId, replaces: keyId });
  const answers = await Promise.all([twice(), twice()]);
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(answers).toContainEqual({ ok: false, refusal: { code: "key_changed" } });
  expect(await list()).toHaveLength(2);
});

it("ends at once when it is revoked, once, and the shop reads who did what", async () => {
  const { seller, channelId, key, keyId } = await aKey();
  const revoke = () => revokeChannelKey(ctxOf(seller), { channelId, keyId });
  const answers = await Promise.all([revoke(), revoke()]);
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await show(key)).toMatchObject({ refusal: { code: "key_unknown" } });
  expect(await issueChannelKey(ctxOf(seller), { channelId, replaces: null })).toMatchObject({ ok: true });
  const told = await shopAuditOf(db, seller.sellerId, { kind: "keys" });
  expect(told.map(({ kind, actorName }) => `${kind} ${actorName}`).sort()).toEqual(
    ["channel_key_issued", "channel_key_issued", "channel_key_revoked"].map((kind) => `${kind} ${seller.owner.name}`),
  );
  expect(JSON.stringify(told)).not.toContain(key);
});

it("of another shop's channel is not found, and none is made or ended there", async () => {
  const { seller, channelId, key, keyId } = await aKey();
  const stranger = ctxOf(await aSeller(db));
  const notFound = { ok: false, refusal: { code: "not_found" } };
  expect(await issueChannelKey(stranger, { channelId, replaces: null })).toEqual(notFound);
  expect(await issueChannelKey(stranger, { channelId, replaces: keyId })).toEqual(notFound);
  expect(await revokeChannelKey(stranger, { channelId, keyId })).toEqual(notFound);
  const elsewhere = await aChannel(db, seller);
  expect(await revokeChannelKey(ctxOf(seller), { channelId: elsewhere, keyId })).toEqual(notFound);
  expect(await show(key)).toMatchObject({ ok: true });
});

it("that is none is refused, and who goes on trying has to wait, while a right one is let in", async () => {
  const { key } = await aKey();
  const other = await aKey();
  const from = "ip:198.51.100.77";
  const swapped = `${key.slice(0, 46)}${other.key.slice(46)}`;
  const wrong = ["", "x", `hw_${"A".repeat(86)}`, key.slice(0, -1), `${key.slice(0, -2)}AA`, swapped, newId()];
  for (const one of wrong) expect(await show(one, NOW, from), one).toMatchObject({ refusal: { code: "key_unknown" } });
  expect(await knowKey(db, { shown: null, from, now: NOW })).toMatchObject({ refusal: { code: "key_unknown" } });
  for (let tries = wrong.length + 1; tries < LIMITS.key; tries++) await show("x", NOW, from);
  expect(await show("x", NOW, from)).toMatchObject({ refusal: { code: "locked", until: expect.any(Date) } });
  expect(await show(key, NOW, from)).toMatchObject({ ok: true });
  expect(await show("x")).toMatchObject({ refusal: { code: "key_unknown" } });
});
