import { eq } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import type { Db } from "@/db/client";
import { returns } from "@/db/schema";
import { withSeller } from "@/db/tenant";
import { aChannel, aReturn, aSeller, type TestSeller, testDb } from "@/db/testing";
import { newId } from "@/lib/kernel/ids";
import { runBulk, undoBulkAct } from "./returns-in-bulk";

const NOW = new Date("2026-11-20T12:00:00Z");
const after = (seconds: number): Date => new Date(NOW.getTime() + seconds * 1000);
const ctxOf = ({ sellerId, owner }: TestSeller, now: Date) => ({
  ...{ db, sellerId, now },
  actor: { kind: "person" as const, id: owner.id, name: owner.name },
});

let db: Db;
beforeAll(async () => {
  db = await testDb();
});

test("P-03 a job can be taken back whole while its decisions can, and not by another seller", async () => {
  const seller = await aSeller(db);
  const stranger = await aSeller(db);
  const channelId = await aChannel(db, seller);
  const made = [await aReturn(db, seller, { channelId, now: NOW }), await aReturn(db, seller, { channelId, now: NOW })];
  const authorize = async (now: Date) => {
    const selection = { mode: "ids" as const, ids: made.map(({ id }) => id) };
    const request = { move: "authorize" as const, address: null };
    const answer = await runBulk(ctxOf(seller, now), { key: newId(), selection, request });
    if (!answer.ok) throw new Error(answer.refusal.code);
    return answer.value.bulkActId;
  };
  const undo = (who: TestSeller, bulkActId: string, now: Date) => undoBulkAct(ctxOf(who, now), { bulkActId });

  const first = await authorize(after(0));
  expect(await undo(stranger, first, after(5))).toEqual({ ok: false, refusal: { code: "not_found" } });
  expect(await undo(seller, first, after(14))).toEqual({ ok: true, value: { undone: 2, kept: 0 } });
  const open = await withSeller(db, seller.sellerId, (tx) =>
    tx.$count(returns, eq(returns.status, "authorization_required")),
  );
  expect(open).toBe(2);

  const second = await authorize(after(20));
  expect(await undo(seller, second, after(36))).toMatchObject({ ok: false, refusal: { code: "undo_over" } });
});
