import { and, eq, inArray } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { orders, returns } from "@/db/schema";
import { withSeller } from "@/db/tenant";
import { aChannel, aReturn, aSeller, asOwner, testDb } from "@/db/testing";
import { newId } from "@/lib/kernel/ids";
import { findMessageManyOptions, messageBuyers, undoMessages } from "./message-buyers";

const db = await testDb();
const NOW = new Date("2026-02-10T10:00:00Z");
const later = new Date("2026-02-10T10:00:05Z");

const TEXTS = {
  en: { subject: "About {itemName}", text: "Hello {buyerName},\n\nwe look into {returnNumber}." },
  de: { subject: "Zu {itemName}", text: "Hallo {buyerName}, wir prüfen {returnNumber}." },
};

async function aShop() {
  const seller = await aSeller(db);
  const { sellerId } = seller;
  const channelId = await aChannel(db, seller, { undoSeconds: 30 });
  const mirrored = await aChannel(db, seller, { mode: "mirrored" });
  const who = asOwner(db, seller, NOW);
  const ask = async (buyer: { name: string; locale: string | null; email: string | null; channel?: string }) => {
    const made = await aReturn(db, seller, {
      channelId: buyer.channel ?? channelId,
      now: NOW,
      buyerName: buyer.name,
      ...(buyer.email && { buyerEmail: buyer.email }),
    });
    await withSeller(db, sellerId, async (tx) => {
      const [row] = await tx.select({ orderId: returns.orderId }).from(returns).where(eq(returns.id, made.id));
      await tx
        .update(orders)
        .set({ buyerLocale: buyer.locale })
        .where(and(eq(orders.sellerId, sellerId), inArray(orders.id, [row?.orderId ?? ""])));
    });
    return made;
  };
  const write = (ids: string[], key = newId(), at = NOW) =>
    messageBuyers({ ...who, now: at }, { key, selection: { mode: "ids", ids }, texts: TEXTS });
  const undo = (act: { batchId: string; at: Date }, by = who) => undoMessages({ ...by, now: later }, act);
  const outbox = () => withSeller(db, sellerId, (tx) => tx.query.outbox.findMany());
  const events = async () => {
    const rows = await withSeller(db, sellerId, (tx) => tx.query.events.findMany());
    return rows.filter(({ kind }) => kind === "messaged");
  };
  return { seller, mirrored, who, ask, write, undo, outbox, events };
}

const ada = { name: "Ada", locale: "en-GB", email: "ada@buyer.example" };
const emma = { name: "Emma", locale: "de", email: "emma@buyer.example" };

describe("a message to the buyers of many returns", () => {
  it("reaches each in their language with their own facts, and tells of whom it does not reach", async () => {
    const { ask, write, outbox, events, mirrored, who } = await aShop();
    const [one, two] = [await ask(ada), await ask(emma)];
    const mute = await ask({ name: "Max", locale: null, email: null });
    const theirs = await ask({ ...ada, channel: mirrored });
    const ids = [one.id, two.id, mute.id, theirs.id];
    const options = await findMessageManyOptions(who, { mode: "ids", ids });
    const unwritten = [
      { id: mute.id, number: mute.number, refusal: { code: "no_buyer_address" } },
      { id: theirs.id, number: theirs.number, refusal: { code: "marketplace_messages", marketplace: "amazon" } },
    ];
    expect(options).toMatchObject({ ok: true, value: { count: 2, undoSeconds: 30 } });
    if (options.ok) {
      expect(options.value.languages.map(({ language, count }) => [language, count])).toEqual([
        ["de", 1],
        ["en", 1],
      ]);
      expect(options.value.unwritten.toSorted((a, b) => a.number - b.number)).toEqual(unwritten);
    }
    const answer = await write(ids);
    expect(answer).toMatchObject({ ok: true, value: { sent: 2 } });
    const left = await outbox();
    const byReturn = new Map(left.map((row) => [row.returnId, row]));
    expect(byReturn.get(one.id)?.data.text).toBe(`Hello Ada,\n\nwe look into R-${one.number}.`);
    expect(byReturn.get(two.id)?.data.text).toBe(`Hallo Emma, wir prüfen R-${two.number}.`);
    expect(left.every(({ state, availableAt }) => state === "waiting" && availableAt > NOW)).toBe(true);
    expect(await events()).toHaveLength(2);
  });

  it("the same submit twice at once is one message to each", async () => {
    const { ask, write, outbox, events } = await aShop();
    const [one, two] = [await ask(ada), await ask(emma)];
    const key = newId();
    const answers = await Promise.all([write([one.id, two.id], key), write([two.id, one.id], key, later)]);
    expect(answers.map((answer) => answer.ok && answer.value.sent)).toEqual([2, 2]);
    expect(new Set(answers.map((answer) => answer.ok && answer.value.at.getTime())).size).toBe(1);
    expect(await outbox()).toHaveLength(2);
    expect(await events()).toHaveLength(2);
  });

  it("is taken back as far as it waits, by whoever wrote it and nobody else", async () => {
    const { seller, ask, write, undo, outbox, events } = await aShop();
    const [one, two] = [await ask(ada), await ask(emma)];
    const answer = await write([one.id, two.id]);
    if (!answer.ok) throw new Error("refused");
    const other = await aSeller(db);
    expect(await undo(answer.value, asOwner(db, other, later))).toMatchObject({ refusal: { code: "not_found" } });
    await withSeller(db, seller.sellerId, (tx) =>
      tx.execute(`update outbox set state = 'left' where return_id = '${one.id}'`),
    );
    expect(await undo(answer.value)).toEqual({ ok: true, value: { undone: 1, kept: 1 } });
    expect((await outbox()).map(({ state }) => state).sort()).toEqual(["cancelled", "left"]);
    expect((await events()).filter(({ data }) => data.isTakenBack)).toHaveLength(1);
    await undo(answer.value);
    expect((await events()).filter(({ data }) => data.isTakenBack)).toHaveLength(1);
  });

  it("refuses where nobody can be reached, and knows no return of another seller", async () => {
    const [own, other] = [await aShop(), await aShop()];
    const mute = await own.ask({ name: "Max", locale: null, email: null });
    expect(await own.write([mute.id])).toMatchObject({ refusal: { code: "no_buyer_address" } });
    const theirs = await other.ask(ada);
    expect(await own.write([theirs.id])).toMatchObject({ refusal: { code: "not_found" } });
    expect(await other.outbox()).toEqual([]);
  });
});
