import { readdirSync, readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { deadlines } from "@/db/schema";
import { withSeller } from "@/db/tenant";
import { aChannel, aReturn, aSeller, ownerOf, testDb } from "@/db/testing";
import { findInsights } from "@/lib/insights/insights";
import { auditFileOf } from "@/lib/platform/audit/audit-testing";
import { type Actor, product } from "@/lib/policy/actor";
import type { MoveRequest } from "./move-request";
import { moveReturns } from "./move-returns";
import { findReturnDetail } from "./return-detail";
import { returnsCsv } from "./returns-csv";
import { listReturns } from "./returns-list";
import { emptyFilter } from "./shared/filter";

const db = await testDb();
const HOUR = 3_600_000;
const came = new Date("2026-11-20T10:00:00Z");
const after = (hours: number) => new Date(came.getTime() + hours * HOUR);
const CLOSE: MoveRequest = { move: "close", reason: "duplicate", comment: "Twice." };
const AUTHORIZE: MoveRequest = { move: "authorize", address: null, label: { kind: "policy" } };

async function aShop(channel: Parameters<typeof aChannel>[2] = {}) {
  const seller = await aSeller(db);
  const { sellerId, owner } = seller;
  const channelId = await aChannel(db, seller, channel);
  const person: Actor = { kind: "person", id: owner.id, name: owner.name };
  const request = () => aReturn(db, seller, { channelId, requestedAt: came, now: came });
  const move = (id: string, what: MoveRequest, hours: number, actor: Actor = person) =>
    moveReturns({ db, sellerId, actor, now: after(hours) }, { ids: [id], request: what });
  const answerOf = (id: string) =>
    withSeller(db, sellerId, async (tx) =>
      (await findReturnDetail(tx, sellerId, id))?.deadlines.find(({ kind }) => kind === "answer"),
    );
  const read = async (csv: AsyncIterable<string>) => {
    let text = "";
    for await (const part of csv) text += part;
    return parse(text, { bom: true, columns: true }) as Record<string, string>[];
  };
  return { sellerId, owner, request, move, answerOf, read };
}

it("P-32 a request answered after its time is answered late: on its page, in the list, its files and the figures", async () => {
  const { sellerId, owner, request, move, answerOf, read } = await aShop();
  const [late, onTime] = [await request(), await request()];
  await move(late.id, CLOSE, 25);
  await move(onTime.id, AUTHORIZE, 23);
  expect(await answerOf(late.id)).toMatchObject({ state: "late", closedAt: after(25), isKnownByReport: false });
  expect(await answerOf(onTime.id)).toMatchObject({ state: "met", closedAt: after(23) });

  const filter = { ...emptyFilter("all"), due: "late" } as const;
  const { rows } = await withSeller(db, sellerId, (tx) =>
    listReturns(tx, sellerId, filter, { now: after(30), per: 50 }),
  );
  expect(rows).toMatchObject([{ id: late.id, isAnsweredLate: true }]);

  const selection = { mode: "ids" as const, ids: [late.id, onTime.id] };
  const exported = await read(returnsCsv(db, { sellerId, userId: owner.id, selection, isOldestFirst: true }));
  expect(exported.map(({ id, answer, answer_due }) => [id, answer, answer_due])).toEqual([
    [late.id, "late", after(24).toISOString()],
    [onTime.id, "met", after(24).toISOString()],
  ]);
  const audit = await auditFileOf(db, sellerId);
  const told = audit.map(({ event, data }) => [event, JSON.parse(data ?? "{}").lateSince]);
  expect(told).toContainEqual(["close", after(24).toISOString()]);
  expect(told).toContainEqual(["authorize", undefined]);

  const period = { from: "2026-11-01", to: "2026-11-30", channel: null };
  const figures = await withSeller(db, sellerId, (tx) => findInsights(tx, sellerId, "channel", period));
  expect(figures.rows).toMatchObject([{ returns: 2, answered: 2, answeredLate: 1 }]);
});

it("P-32 an answer that a report told of late is told apart: it may have been given earlier", async () => {
  const { request, move, answerOf } = await aShop({ mode: "mirrored" });
  const { id } = await request();
  await move(id, { move: "adopt", status: "awaiting_return" }, 90, product("rules"));
  expect(await answerOf(id)).toMatchObject({ state: "late", isKnownByReport: true });
});

it("P-32 a late answer that is taken back leaves its clock running again", async () => {
  const { request, move, answerOf } = await aShop();
  const { id } = await request();
  await move(id, AUTHORIZE, 25);
  expect((await answerOf(id))?.state).toBe("late");
  await move(id, { move: "undo" }, 25);
  expect(await answerOf(id)).toMatchObject({ state: "open", closedAt: null });
});

it("P-32 what was kept as met before is set right by its own times", async () => {
  const { sellerId, request, move, answerOf } = await aShop();
  const [late, onTime] = [await request(), await request()];
  await move(late.id, CLOSE, 25);
  await move(onTime.id, CLOSE, 23);
  const answered = eq(deadlines.kind, "answer");
  await withSeller(db, sellerId, (tx) => tx.update(deadlines).set({ state: "met" }).where(answered));
  const owner = await ownerOf(db);
  const migration = readdirSync("db/migrations").find((name) => name.endsWith("_answered_late.sql"));
  const statements = readFileSync(`db/migrations/${migration}`, "utf8").split("--> statement-breakpoint");
  await owner.unsafe(statements.at(-1) ?? "");
  expect((await answerOf(late.id))?.state).toBe("late");
  expect((await answerOf(onTime.id))?.state).toBe("met");
});
