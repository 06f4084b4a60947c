import { and, eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import type { Db } from "@/db/client";
import { deadlines, workItems } from "@/db/schema";
import { withSeller } from "@/db/tenant";
import { aChannel, aReturn, aSeller, member, type TestSeller, testDb } from "@/db/testing";
import { defaultPolicy } from "@/lib/policy/judging/programmes/seller-fulfilled";
import { breachesOf } from "@/lib/policy/terms/rows";
import { listMoveSubjects } from "@/lib/returns/move-subjects";
import { listVersionsByNumber } from "@/lib/terms/terms-rows";
import { countRunning } from "./channel-clocks";
import type { NewChannel } from "./channel-facts-input";
import { findChannelSettings, listChannelSettings } from "./channel-settings";
import type { ChannelSettings } from "./channel-settings-input";
import { createChannel } from "./create-channel";
import { findFloor } from "./floors";
import { saveAutomation } from "./save-automation";
import { saveChannelSettings, settingsOf } from "./save-channel-settings";

let db: Db;
beforeAll(async () => {
  db = await testDb();
});

const NOW = new Date("2026-02-10T02:00:00Z");

async function aStore() {
  const seller = await aSeller(db);
  return { seller, channelId: await aChannel(db, seller) };
}
const whoOf = ({ sellerId, owner }: TestSeller) => ({ db, sellerId, actor: member(owner.id), now: NOW });
const save = (seller: TestSeller, form: ChannelSettings) => saveChannelSettings(whoOf(seller), form);
const find = ({ sellerId }: TestSeller, channelId: string) =>
  withSeller(db, sellerId, (tx) => findChannelSettings(tx, sellerId, channelId));
const rejudged = async ({ sellerId }: TestSeller) =>
  (
    await db
      .select({ id: workItems.id })
      .from(workItems)
      .where(and(eq(workItems.sellerId, sellerId), eq(workItems.kind, "rejudge")))
  ).map(({ id }) => id);

type Change = {
  facts?: Partial<ChannelSettings["facts"]>;
  replyTo?: string;
  operation?: Partial<ChannelSettings["operation"]>;
};

/** The form as the page draws it, with what a person changes in it. */
async function drawn(seller: TestSeller, channelId: string, change: Change = {}): Promise<ChannelSettings> {
  const channel = await find(seller, channelId);
  if (!channel) throw new Error("no channel");
  const { version, facts, replyTo, operation } = settingsOf(channel);
  return {
    channelId,
    seen: { version, replyTo, facts },
    facts: { ...facts, ...change.facts },
    replyTo: change.replyTo ?? replyTo,
    operation: { ...operation, ...change.operation },
  };
}

describe("the settings of a channel", () => {
  it("P-10 are the next version of its operation, in force at once, with automation left as it was", async () => {
    const { seller, channelId } = await aStore();
    const before = await find(seller, channelId);
    const saved = await save(
      seller,
      await drawn(seller, channelId, {
        operation: { undoSeconds: 0, instructions: { de: "Gut verpacken.", en: "Wrap it." } },
      }),
    );
    expect(saved).toMatchObject({ ok: true, value: { version: 2, replyTo: null } });
    const after = await find(seller, channelId);
    expect(after?.written).toMatchObject({ version: 2, createdByName: "Olive Owner", createdAt: NOW });
    expect(after?.written.operation).toEqual({
      ...before?.written.operation,
      undoSeconds: 0,
      instructions: { de: "Gut verpacken.", en: "Wrap it." },
    });
  });

  it("P-03 the undo window of a decision is the newest one, also for requests of before", async () => {
    const { seller, channelId } = await aStore();
    const { id } = await aReturn(db, seller, { channelId, now: NOW });
    await save(seller, await drawn(seller, channelId, { operation: { undoSeconds: 60 } }));
    const [subject] = await withSeller(db, seller.sellerId, (tx) => listMoveSubjects(tx, seller.sellerId, [id]));
    expect(subject?.operation.undoSeconds).toBe(60);
    const listed = await withSeller(db, seller.sellerId, (tx) => listChannelSettings(tx, seller.sellerId));
    expect(listed).toMatchObject([{ id: channelId, undoSeconds: 60 }]);
  });

  it("write nothing when nothing changed, and an address alone makes no new version", async () => {
    const { seller, channelId } = await aStore();
    const replyTo = "help@shop.example";
    expect(await save(seller, await drawn(seller, channelId))).toMatchObject({ ok: true, value: { version: 1 } });
    expect(await rejudged(seller)).toEqual([]);
    expect(await save(seller, await drawn(seller, channelId, { replyTo }))).toMatchObject({
      ok: true,
      value: { version: 1 },
    });
    expect(await find(seller, channelId)).toMatchObject({ replyTo, written: { version: 1 } });
  });

  it("P-26 another plan has undecided returns judged again, another name does not", async () => {
    const { seller, channelId } = await aStore();
    await save(seller, await drawn(seller, channelId, { facts: { name: "Corner shop" } }));
    expect(await rejudged(seller)).toEqual([]);
    await save(seller, await drawn(seller, channelId, { facts: { plan: "professional" } }));
    expect(await rejudged(seller)).toEqual([channelId]);
    expect(await find(seller, channelId)).toMatchObject({ name: "Corner shop", plan: "professional" });
  });

  it("let programme and currency change until there is an order", async () => {
    const { seller, channelId } = await aStore();
    const euro = await drawn(seller, channelId, { facts: { programme: "free_return", currency: "EUR" } });
    expect(await save(seller, euro)).toMatchObject({ ok: true });
    const changed = await find(seller, channelId);
    expect(changed?.written.operation.freeReturnCountries.length).toBeGreaterThan(20);
    await aReturn(db, seller, { channelId, now: NOW });
    const back = await drawn(seller, channelId, { facts: { currency: "USD" }, operation: { undoSeconds: 5 } });
    expect(await save(seller, back)).toEqual({ ok: false, refusal: { code: "channel_has_orders" } });
    expect(await find(seller, channelId)).toMatchObject({ currency: "EUR", written: { version: 2 } });
  });

  it("of two who save at once one wins, and the other is told who did and what stands now", async () => {
    const { seller, channelId } = await aStore();
    const one = await drawn(seller, channelId, { operation: { undoSeconds: 30 } });
    const two = await drawn(seller, channelId, { operation: { undoSeconds: 60 } });
    const answers = await Promise.all([save(seller, one), save(seller, two)]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    const stands = (await find(seller, channelId))?.written.operation.undoSeconds;
    expect(answers.find(({ ok }) => !ok)).toMatchObject({
      refusal: { code: "changed_since", name: "Olive Owner", at: NOW, current: { operation: { undoSeconds: stands } } },
    });
  });

  it("tell somebody who saw another plan or address that it changed since", async () => {
    const { seller, channelId } = await aStore();
    const [first, second] = [await drawn(seller, channelId), await drawn(seller, channelId)];
    await save(seller, { ...first, facts: { ...first.facts, plan: "professional" } });
    expect(await save(seller, { ...second, replyTo: "late@shop.example" })).toMatchObject({
      refusal: { code: "changed_since", current: { facts: { plan: "professional" } } },
    });
  });

  it("S1-14 name no address of another seller", async () => {
    const { seller, channelId } = await aStore();
    const foreign = await aSeller(db);
    const form = await drawn(seller, channelId, { facts: { defaultAddressId: foreign.addressId } });
    expect(await save(seller, form)).toEqual({
      ok: false,
      refusal: { code: "invalid", fields: { "facts.defaultAddressId": ["invalid"] } },
    });
  });

  it("P-10 other clocks leave what runs where it is, but nothing is authorized any more that was switched off", async () => {
    const seller = await aSeller(db);
    const { operation } = defaultPolicy;
    const authorizing = { ...operation, clocks: { ...operation.clocks, answerConsequence: "authorize" as const } };
    const [channelId, beside] = [
      await aChannel(db, seller, { operation: authorizing }),
      await aChannel(db, seller, { operation: authorizing }),
    ];
    const [ours, theirs] = [await aReturn(db, seller, { channelId }), await aReturn(db, seller, { channelId: beside })];
    const answerOf = async (returnId: string) => {
      const found = await withSeller(db, seller.sellerId, (tx) =>
        tx
          .select({ dueAt: deadlines.dueAt, consequence: deadlines.consequence })
          .from(deadlines)
          .where(and(eq(deadlines.returnId, returnId), eq(deadlines.kind, "answer"))),
      );
      return found[0];
    };
    const count = (of: string) => withSeller(db, seller.sellerId, (tx) => countRunning(tx, seller.sellerId, of));
    expect(await count(channelId)).toEqual({ undecided: 1, awaited: 0 });
    const before = await answerOf(ours.id);
    const clocks = { ...authorizing.clocks, answerHours: 48, answerConsequence: "nothing" as const };
    await save(seller, await drawn(seller, channelId, { operation: { clocks } }));
    expect(await answerOf(ours.id)).toEqual({ dueAt: before?.dueAt, consequence: "nothing" });
    expect((await answerOf(theirs.id))?.consequence).toBe("authorize");
    // Switched on again it counts for new requests only.
    const again = { ...clocks, answerConsequence: "authorize" as const };
    await save(seller, await drawn(seller, channelId, { operation: { clocks: again } }));
    expect((await answerOf(ours.id))?.consequence).toBe("nothing");
  });

  it("another seller's channel is not found", async () => {
    const { seller, channelId } = await aStore();
    const other = await aStore();
    const missing = { ok: false, refusal: { code: "not_found" } };
    expect(await save(other.seller, await drawn(seller, channelId, { operation: { undoSeconds: 0 } }))).toEqual(
      missing,
    );
    const automation = { choice: "all", withinDays: 7, exempt: "manual", isOnForMirrored: false } as const;
    expect(await saveAutomation(whoOf(other.seller), { channelId, seenVersion: 1, automation })).toEqual(missing);
    expect(await find(other.seller, channelId)).toBeNull();
  });

  it("S4-01 automation saved beside them is refused when it saw an older version", async () => {
    const { seller, channelId } = await aStore();
    await save(seller, await drawn(seller, channelId, { operation: { undoSeconds: 5 } }));
    const automation = { choice: "policy", withinDays: 30, exempt: "automatic", isOnForMirrored: false } as const;
    const form = { channelId, seenVersion: 1, automation };
    expect(await saveAutomation(whoOf(seller), form)).toMatchObject({
      refusal: { code: "changed_since", version: 2 },
    });
    expect(await saveAutomation(whoOf(seller), { ...form, seenVersion: 2 })).toMatchObject({
      value: { version: 3 },
    });
    expect((await find(seller, channelId))?.written.operation).toMatchObject({ automation, undoSeconds: 5 });
  });
});

describe("a new channel", () => {
  const facts: NewChannel = {
    marketplace: "aliexpress",
    name: "AliExpress Spain",
    programme: "free_return",
    plan: "individual",
    hasPrepaid: false,
    country: "ES",
    currency: "EUR",
    timeZone: "Europe/Madrid",
    defaultAddressId: null,
  };

  it("begins with version 1 of its programme, and of two at once each gets a code of its own", async () => {
    const { seller } = await aStore();
    const made = await Promise.all([1, 2].map(() => createChannel(whoOf(seller), facts)));
    const found = await Promise.all(made.map((answer) => find(seller, answer.ok ? answer.value.id : "")));
    expect(found.map((channel) => channel?.code).sort()).toEqual(["aliexpress-es", "aliexpress-es-2"]);
    expect(found[0]).toMatchObject({
      mode: "mirrored",
      programme: "free_return",
      written: { version: 1, operation: { clocks: { answerHours: 120 } } },
    });
  });

  it("S1-04 begins with what its marketplace asks for, so that its terms can be published", async () => {
    const { seller } = await aStore();
    const amazon = { ...facts, marketplace: "amazon", programme: "seller_fulfilled", country: "US" } as const;
    const made = await createChannel(whoOf(seller), { ...amazon, name: "Amazon US", currency: "USD" });
    if (!made.ok) throw new Error(made.refusal.code);
    const [floor, [version]] = await withSeller(db, seller.sellerId, async (tx) => [
      (await findFloor(tx, amazon))?.floor ?? null,
      await listVersionsByNumber(tx, seller.sellerId, made.value.id, [1]),
    ]);
    expect(floor).not.toBeNull();
    expect(version && breachesOf(version.terms, floor)).toEqual([]);
  });

  it("does not send its parcels to another seller's address", async () => {
    const { seller } = await aStore();
    const { addressId } = await aSeller(db);
    expect(await createChannel(whoOf(seller), { ...facts, defaultAddressId: addressId })).toMatchObject({
      refusal: { code: "invalid" },
    });
  });
});
