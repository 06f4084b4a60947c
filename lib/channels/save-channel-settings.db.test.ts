import { beforeAll, expect, it } from "vitest";
import type { Db } from "@/db/client";
import { findChannelSettings, listChannelSettings } from "@/db/queries/channel-settings";
import { listMoveSubjects } from "@/db/queries/move-subjects";
import { policies } from "@/db/schema";
import { withSeller } from "@/db/tenant";
import { aChannel, aReturn, aSeller, type TestSeller, testDb } from "@/db/testing";
import type { ChannelSettings } from "./channel-settings-form";
import { saveChannelSettings } from "./save-channel-settings";

let db: Db;
beforeAll(async () => {
  db = await testDb();
});

const NOW = new Date("2026-02-10T02:00:00Z");

async function aStore() {
  const seller = await aSeller(db);
  return { seller, channelId: await aChannel(db, seller) };
}
const settings = (channelId: string, change: Partial<ChannelSettings> = {}): ChannelSettings => ({
  channelId,
  seen: { version: 1, replyTo: null },
  undoSeconds: 15,
  requestMail: { isOn: true, hasLinks: true },
  replyTo: null,
  instructions: "",
  ...change,
});
const save = ({ sellerId, owner }: TestSeller, form: ChannelSettings) =>
  saveChannelSettings(db, { sellerId, userId: owner.id, now: NOW }, form);
const find = ({ sellerId }: TestSeller, channelId: string) =>
  withSeller(db, sellerId, (tx) => findChannelSettings(tx, sellerId, channelId));

/** The form as the page draws it. */
async function asDrawn(seller: TestSeller, channelId: string): Promise<ChannelSettings> {
  const channel = await find(seller, channelId);
  if (!channel) throw new Error("no channel");
  const { undoSeconds, requestMail, instructions } = channel.written.operation;
  const { replyTo } = channel;
  return {
    channelId,
    seen: { version: channel.written.version, replyTo },
    undoSeconds,
    requestMail,
    replyTo,
    instructions,
  };
}

it("P-10 a saved setting is the next version of how the channel works, and its terms keep theirs", async () => {
  const { seller, channelId } = await aStore();
  const before = await find(seller, channelId);
  const saved = await save(seller, { ...(await asDrawn(seller, channelId)), undoSeconds: 0, instructions: "Wrap it." });
  expect(saved).toEqual({ ok: true, value: { version: 2, replyTo: null } });
  const after = await find(seller, channelId);
  expect(after?.written).toMatchObject({ version: 2, createdAt: NOW, createdByName: "Olive Owner" });
  expect(after?.written.operation).toEqual({
    ...before?.written.operation,
    undoSeconds: 0,
    instructions: "Wrap it.",
  });
  const versions = await withSeller(db, seller.sellerId, (tx) => tx.select({ id: policies.id }).from(policies));
  expect(versions).toHaveLength(1);
});

it("P-03 the undo window of a decision is the newest one, also for requests of before", async () => {
  const { seller, channelId } = await aStore();
  const { id } = await aReturn(db, seller, { channelId, now: NOW });
  await save(seller, { ...(await asDrawn(seller, channelId)), undoSeconds: 60 });
  const [subject] = await withSeller(db, seller.sellerId, (tx) => listMoveSubjects(tx, seller.sellerId, [id]));
  expect(subject?.operation.undoSeconds).toBe(60);
  const listed = await withSeller(db, seller.sellerId, (tx) => listChannelSettings(tx, seller.sellerId));
  expect(listed).toMatchObject([{ id: channelId, undoSeconds: 60 }]);
});

it("an unchanged form writes nothing, and an address alone no new version", async () => {
  const { seller, channelId } = await aStore();
  const drawn = await asDrawn(seller, channelId);
  const replyTo = "help@shop.example";
  expect(await save(seller, drawn)).toEqual({ ok: true, value: { version: 1, replyTo: null } });
  expect(await save(seller, { ...drawn, replyTo })).toEqual({ ok: true, value: { version: 1, replyTo } });
  expect(await find(seller, channelId)).toMatchObject({ replyTo: "help@shop.example", written: { version: 1 } });
});

it("of two who save at once one wins, and the other is told who did and what stands now", async () => {
  const { seller, channelId } = await aStore();
  const drawn = await asDrawn(seller, channelId);
  const answers = await Promise.all([
    save(seller, { ...drawn, undoSeconds: 30 }),
    save(seller, { ...drawn, undoSeconds: 60 }),
  ]);
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  const stands = (await asDrawn(seller, channelId)).undoSeconds;
  expect(answers.find(({ ok }) => !ok)).toMatchObject({
    refusal: { code: "changed_since", name: "Olive Owner", at: NOW, current: { undoSeconds: stands } },
  });
  const stale = await save(seller, { ...drawn, replyTo: "late@shop.example" });
  expect(stale).toMatchObject({ ok: false, refusal: { code: "changed_since" } });
});

it("another seller's channel is not found", async () => {
  const { channelId } = await aStore();
  const { seller } = await aStore();
  expect(await save(seller, settings(channelId, { undoSeconds: 0 }))).toEqual({
    ok: false,
    refusal: { code: "not_found" },
  });
  expect(await find(seller, channelId)).toBeNull();
});
