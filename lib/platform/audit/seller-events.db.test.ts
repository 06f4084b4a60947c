import { beforeAll, expect, it } from "vitest";
import type { Db } from "@/db/client";
import { withSeller } from "@/db/tenant";
import { aChannel, aSeller, member, type TestSeller, testDb } from "@/db/testing";
import { changeOperation } from "@/lib/channels/change-operation";
import { pauseAutomation, resumeAutomation } from "@/lib/channels/pause-automation";
import type { AuditFilter } from "./audit";
import { shopAuditCsv } from "./audit-csv";
import { listSellerEvents } from "./seller-events";

let db: Db;
beforeAll(async () => {
  db = await testDb();
});

const all: AuditFilter = { kind: null, actor: null, from: null, until: null };
const read = ({ sellerId }: TestSeller, filter: Partial<AuditFilter> = {}, after: string | null = null) =>
  withSeller(db, sellerId, (tx) =>
    listSellerEvents(tx, sellerId, { ...all, ...filter }, { after, before: null, limit: 10 }),
  );
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
  expect(await read(seller, {}, newest?.id)).toHaveLength(2);
  expect(await read(seller, { kind: "automation_paused", from: at(0), until: at(2) })).toHaveLength(1);
  expect(await read(seller, { actor: { kind: "person", id: seller.sellerId } })).toEqual([]);
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
  for await (const part of shopAuditCsv({ db, sellerId: seller.sellerId }, all, tell)) csv += part;
  expect(csv.trim().split(/\r?\n/)).toHaveLength(4);
});
