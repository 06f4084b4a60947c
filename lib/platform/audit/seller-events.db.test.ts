import { beforeAll, expect, it } from "vitest";
import type { Db } from "@/db/client";
import { withSeller } from "@/db/tenant";
import { aChannel, aSeller, member, type TestSeller, testDb } from "@/db/testing";
import { changeOperation } from "@/lib/channels/change-operation";
import { pauseAutomation, resumeAutomation } from "@/lib/channels/pause-automation";
import { shopAuditOf } from "./audit-testing";
import { SHOP_AUDIT, SHOP_AUDIT_LIST } from "./seller-events";

let db: Db;
beforeAll(async () => {
  db = await testDb();
});

const read = ({ sellerId }: TestSeller, asked = {}) => shopAuditOf(db, sellerId, asked);
const at = (minute: number) => new Date(Date.UTC(2026, 2, 1, 12, minute));

async function aBusySeller() {
  const seller = await aSeller(db);
  const channelId = await aChannel(db, seller, { code: "store" });
  const { sellerId, owner } = seller;
  const who = { db, sellerId, actor: member(owner.id) };
  await pauseAutomation({ ...who, now: at(1) });
  await resumeAutomation({ ...who, now: at(2) });
  await withSeller(db, sellerId, (tx) =>
    changeOperation(tx, { ...who, now: at(3) }, { channelId, seenVersion: 1 }, (was) => ({ ...was, undoSeconds: 30 })),
  );
  return seller;
}

it("what is done to a shop stands in its audit, newest first, with who and about what", async () => {
  const seller = await aBusySeller();
  expect(await read(seller)).toMatchObject([
    {
      kind: "operation_changed",
      actorName: "Olive Owner",
      subjectName: "store",
      data: { version: 2, parts: ["undoSeconds"] },
    },
    { kind: "automation_resumed", actorName: "Olive Owner" },
    { kind: "automation_paused", actorName: "Olive Owner" },
  ]);
  const [newest] = await read(seller);
  expect(await read(seller, { after: newest?.key })).toHaveLength(2);
  expect(await read(seller, { kind: "automation_paused", from: "2026-03-01", to: "2026-03-01" })).toHaveLength(1);
  expect(await read(seller, { from: "2026-03-02" })).toEqual([]);
  expect(await read(seller, { to: "2026-02-28" })).toEqual([]);
  expect(await read(seller, { actor: seller.sellerId })).toEqual([]);
});

it("what was refused or changed nothing is not told", async () => {
  const seller = await aSeller(db);
  const { sellerId, owner } = seller;
  expect((await resumeAutomation({ db, sellerId, actor: member(owner.id), now: at(1) })).ok).toBe(false);
  expect(await read(seller)).toEqual([]);
});

it("nobody changes the audit of a shop, and another seller does not see it", async () => {
  const seller = await aBusySeller();
  expect(await read(await aSeller(db))).toEqual([]);
  const change = withSeller(db, seller.sellerId, (tx) => tx.execute("delete from seller_events"));
  await expect(change).rejects.toMatchObject({ cause: { code: "42501" } });
  let csv = "";
  const tell = () => ({ about: "=1+1", changes: "" });
  const ctx = { db, sellerId: seller.sellerId, timeZone: "UTC", tell };
  for await (const part of SHOP_AUDIT_LIST.csv(ctx, SHOP_AUDIT.usual())) csv += part;
  expect(csv.trim().split(/\r?\n/)).toHaveLength(4);
});
