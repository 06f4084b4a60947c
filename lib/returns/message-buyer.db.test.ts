import { beforeAll, expect, it } from "vitest";
import type { Db } from "@/db/client";
import { orders } from "@/db/schema";
import { withSeller } from "@/db/tenant";
import { aChannel, aReturn, aSeller, asOwner, inShop, testDb } from "@/db/testing";
import { newId } from "@/lib/kernel/ids";
import { saveTemplate } from "@/lib/messages/save-template";
import { defaultPolicy } from "@/lib/policy/judging/programmes/seller-fulfilled";
import { messageBuyer, undoMessage } from "./message-buyer";
import { findMessageOptions } from "./message-options";

let db: Db;
beforeAll(async () => {
  db = await testDb();
});

const NOW = new Date("2026-02-10T10:00:00Z");

async function aRequest(
  channel: Parameters<typeof aChannel>[2] = {},
  buyerEmail: string | null = "ada@buyer.example",
  reason = "CR-UNWANTED_ITEM",
) {
  const seller = await aSeller(db);
  const channelId = await aChannel(db, seller, { undoSeconds: 30, ...channel });
  const buyer = { buyerName: "Ada", reason, ...(buyerEmail ? { buyerEmail } : {}) };
  const { id, number } = await aReturn(db, seller, { channelId, now: NOW, ...buyer });
  const { sellerId } = seller;
  const who = asOwner(db, seller, NOW);
  const form = { returnId: id, key: newId(), subject: "A question", text: "What does not match?" };
  return {
    seller,
    id,
    number,
    form,
    write: (change: Partial<typeof form> = {}) => messageBuyer(who, { ...form, ...change }),
    undo: (eventId: string) => undoMessage(who, { returnId: id, eventId }),
    outbox: () => withSeller(db, sellerId, (tx) => tx.query.outbox.findMany()),
    events: async () => {
      const rows = await withSeller(db, sellerId, (tx) => tx.query.events.findMany());
      return rows.filter(({ kind }) => kind === "messaged");
    },
  };
}

it("S4-10 a message to the buyer waits for as long as it can be taken back, and stands in the history", async () => {
  const { write, outbox, events, id, form } = await aRequest();
  const sent = await write();
  expect(await outbox()).toMatchObject([
    {
      kind: "buyer.message",
      returnId: id,
      state: "waiting",
      data: { subject: form.subject, text: form.text },
      availableAt: new Date(NOW.getTime() + 30_000),
    },
  ]);
  const [event, ...more] = await events();
  expect(sent).toEqual({ ok: true, value: { eventId: event?.id } });
  expect(event).toMatchObject({ actorName: "Olive Owner", data: { subject: form.subject, locale: "en" } });
  expect(more).toEqual([]);
});

it("S4-10 the same submit twice, also at once, is one message", async () => {
  const { write, outbox, events } = await aRequest();
  const answers = await Promise.all([write(), write()]);
  expect([...answers, await write()]).toEqual(Array(3).fill(answers[0]));
  expect(await outbox()).toHaveLength(1);
  expect(await events()).toHaveLength(1);
});

it("P-03 a waiting message is taken back once, and one that left is not", async () => {
  const { seller, write, undo, outbox, events } = await aRequest();
  const [first, second] = [await write(), await write({ key: newId() })];
  if (!first.ok || !second.ok) throw new Error("refused");
  expect(await Promise.all([undo(first.value.eventId), undo(first.value.eventId)])).toEqual(
    Array(2).fill({ ok: true, value: null }),
  );
  expect((await events()).map(({ data }) => data.isTakenBack ?? false)).toEqual([false, false, true]);
  await withSeller(db, seller.sellerId, (tx) => tx.execute("update outbox set state = 'left' where state = 'waiting'"));
  expect(await undo(second.value.eventId)).toEqual({ ok: false, refusal: { code: "message_left" } });
  expect((await outbox()).map(({ state }) => state).sort()).toEqual(["cancelled", "left"]);
});

it("P-19 on a mirrored channel the marketplace carries the messages, and the text is there to copy", async () => {
  const { write, outbox, seller, id } = await aRequest({ mode: "mirrored" });
  const refusal = { code: "marketplace_messages", marketplace: "amazon" };
  expect(await write()).toEqual({ ok: false, refusal });
  const options = await findMessageOptions(inShop(db, seller.sellerId), { returnId: id });
  expect(options).toMatchObject({ refusal, language: "en" });
  expect(options?.texts.find(({ reason }) => reason === "what_does_not_match")?.body).toContain("Hello Ada,");
  expect(await outbox()).toEqual([]);
});

it("S4-10 without the buyer's address nothing is promised", async () => {
  const { write, events } = await aRequest({}, null);
  expect(await write()).toEqual({ ok: false, refusal: { code: "no_buyer_address" } });
  expect(await events()).toEqual([]);
});

it("S4-10 the dialog offers the seller's own words, filled in", async () => {
  const { seller, id, number } = await aRequest();
  const { sellerId } = seller;
  await saveTemplate(asOwner(db, seller, NOW), {
    kind: "buyer.message",
    locale: "en",
    reason: "",
    seen: 0,
    subject: "{returnNumber}",
    body: "Hi {buyerName}",
  });
  const options = await findMessageOptions(inShop(db, sellerId), { returnId: id });
  expect(options?.texts[0]).toEqual({ reason: "", language: "en", subject: `R-${number}`, body: "Hi Ada" });
  expect(options?.texts[1]?.body).not.toContain("Hi Ada");
});

it("S4-04 the dialog names the language that the buyer reads, and the one that each text is in", async () => {
  const { seller, id, write, events } = await aRequest();
  const { sellerId } = seller;
  await withSeller(db, sellerId, (tx) => tx.update(orders).set({ buyerName: null, buyerLocale: "de-AT" }));
  await saveTemplate(asOwner(db, seller, NOW), {
    kind: "buyer.message",
    locale: "de",
    reason: "",
    seen: 0,
    subject: "{itemName}",
    body: "Hallo {buyerName}",
  });
  const options = await findMessageOptions(inShop(db, sellerId), { returnId: id });
  expect(options?.language).toBe("de");
  expect(options?.texts.map(({ reason, language }) => [reason, language])).toContainEqual(["", "de"]);
  expect(options?.texts.map(({ reason, language }) => [reason, language])).toContainEqual([
    "what_does_not_match",
    "en",
  ]);
  expect(options?.texts[0]?.body).toBe("Hallo Kunde");
  await write();
  expect((await events())[0]).toMatchObject({ data: { locale: "de" } });
});

it("S2-11 the cost of the way back is told only where the buyer bears it, and S4-10 who is not content is asked first", async () => {
  const optionsFor = async (reason: string) => {
    const { seller, id } = await aRequest({}, "ada@buyer.example", reason);
    const options = await findMessageOptions(inShop(db, seller.sellerId), { returnId: id });
    return { suggested: options?.suggested, offered: options?.texts.map((text) => text.reason) };
  };
  expect(await optionsFor("CR-UNWANTED_ITEM")).toEqual({
    suggested: "",
    offered: ["", "what_does_not_match", "shipping_cost"],
  });
  expect(await optionsFor("CR-NOT_AS_DESCRIBED")).toEqual({
    suggested: "what_does_not_match",
    offered: ["", "what_does_not_match"],
  });
});

it("S2-11 the text tells the usual cost where the seller has said it", async () => {
  const textFor = async (costMinor: number | null) => {
    const operation = { ...defaultPolicy.operation, labels: { ...defaultPolicy.operation.labels, costMinor } };
    const { seller, id } = await aRequest({ operation });
    const options = await findMessageOptions(inShop(db, seller.sellerId), { returnId: id });
    return options?.texts.find(({ reason }) => reason === "shipping_cost")?.body;
  };
  expect(await textFor(1200)).toContain("It is usually US$12.00,");
  expect(await textFor(null)).toContain("It is usually what the carrier asks for,");
});

it("another seller's return is not found, to write or to take back", async () => {
  const [one, other] = [await aRequest(), await aRequest()];
  const sent = await one.write();
  if (!sent.ok) throw new Error("refused");
  const notFound = { ok: false, refusal: { code: "not_found" } };
  expect(await other.write({ returnId: one.id })).toEqual(notFound);
  expect(await other.undo(sent.value.eventId)).toEqual(notFound);
  const foreign = { sellerId: other.seller.sellerId, returnId: one.id };
  expect(await findMessageOptions(inShop(db, foreign.sellerId), foreign)).toBeNull();
  expect(
    await undoMessage(
      { db, ...foreign, actor: { kind: "person", id: newId(), name: "X" }, now: NOW },
      { returnId: one.id, eventId: sent.value.eventId },
    ),
  ).toEqual(notFound);
  expect((await one.outbox()).map(({ state }) => state)).toEqual(["waiting"]);
});
