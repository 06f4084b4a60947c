import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { orders, outbox, returns } from "@/db/schema";
import { aChannel, aReturn, testDb } from "@/db/testing";
import { extendMany, remindMany } from "@/lib/bulk/decide-many";
import { findOutcome } from "@/lib/bulk/find-outcome";
import { preflight } from "@/lib/bulk/preflight";
import { undoBulkAct } from "@/lib/bulk/returns-in-bulk";
import { addDaysTo, todayIn } from "@/lib/kernel/calendar";
import { addDays } from "@/lib/kernel/dates";
import { newId } from "@/lib/kernel/ids";
import { announceParcel } from "@/lib/parcels/announce-parcel";
import { type Handler, workOnce } from "@/lib/platform/queue/work";
import { correctReceipt } from "@/lib/receiving/correct-receipt";
import { aBench, UPS } from "@/lib/receiving/receiving-testing";
import { fireDeadline } from "./fire-deadline";
import { findReturnDetail } from "./return-detail";

const db = await testDb();
const never = new AbortController().signal;
const fire: Handler = (database, { sellerId, id, now }) =>
  fireDeadline({ db: database, sellerId, now }, { deadlineId: id });

async function aShop() {
  const shop = await aBench(db);
  const { read } = shop;
  await read((tx) => tx.update(orders).set({ buyerEmail: "mei@buyers.test" }));
  const mails = (returnId: string) =>
    read(async (tx) => {
      const rows = await tx
        .select({ kind: outbox.kind, state: outbox.state })
        .from(outbox)
        .where(eq(outbox.returnId, returnId))
        .orderBy(outbox.id);
      return rows.filter(({ kind }) => kind !== "buyer.authorized" && !kind.startsWith("team."));
    });
  const anAwaited = async (quantity = 1) => {
    const id = await shop.anAwaited(quantity);
    await read((tx) => tx.update(orders).set({ buyerEmail: "mei@buyers.test" }));
    return id;
  };
  const mirrored = async () => {
    const channelId = await aChannel(db, shop.seller, { mode: "mirrored" });
    const { id } = await aReturn(db, shop.seller, { channelId });
    await shop.move(id, { move: "authorize", address: null, label: { kind: "unpaid" } });
    return id;
  };
  const nextDue = (id: string) =>
    read(async (tx) => (await tx.select({ at: returns.nextDueAt }).from(returns).where(eq(returns.id, id)))[0]?.at);
  /** What the worker does when it looks at the clock of the goods then. */
  const lookAt = async (id: string, now: Date) =>
    fireDeadline({ db, sellerId: shop.sellerId, now }, { deadlineId: (await shop.clock(id))?.id ?? "" });
  return { ...shop, mails, anAwaited, mirrored, nextDue, lookAt };
}

const inDays = (days: number) => addDays(todayIn(new Date(), "UTC"), days);

describe("more time for the buyer", () => {
  it("S1-21 moves the clock with a mail that says so; the worker waits until then, and lapses it once", async () => {
    const shop = await aShop();
    const id = await shop.anAwaited();
    const before = (await shop.clock(id))?.dueAt ?? new Date(0);
    const extend = (sendBy: string) => shop.move(id, { move: "extend", sendBy });
    expect((await extend(inDays(1))).refused).toMatchObject([{ refusal: { code: "not_later" } }]);
    expect((await extend(inDays(900))).refused).toMatchObject([{ refusal: { code: "too_much_time", days: 365 } }]);
    expect((await extend(inDays(120))).moved).toEqual([id]);
    const after = (await shop.clock(id))?.dueAt ?? new Date(0);
    expect(after.getTime()).toBeGreaterThan(before.getTime());
    expect(await shop.nextDue(id)).toEqual(after);
    expect(await shop.mails(id)).toEqual([{ kind: "buyer.extended", state: "waiting" }]);
    const look = (now: Date) => shop.lookAt(id, now);
    await expect(look(new Date(before.getTime() + 1))).rejects.toMatchObject({ dueAt: after });
    expect(await shop.statusOf(id)).toBe("awaiting_return");
    await look(new Date(after.getTime() + 1));
    await look(new Date(after.getTime() + 2));
    expect(await shop.statusOf(id)).toBe("lapsed");
    expect((await shop.history(id)).filter(({ kind }) => kind === "lapse")).toHaveLength(1);
    expect((await extend(inDays(130))).refused).toMatchObject([{ refusal: { code: "wrong_status" } }]);
  });

  it("S1-21 is taken back like any act, mail and clock, and of two at once the same is given once", async () => {
    const shop = await aShop();
    const id = await shop.anAwaited();
    const before = (await shop.clock(id))?.dueAt;
    const both = await Promise.all([1, 2].map(() => shop.move(id, { move: "extend", sendBy: inDays(100) })));
    expect(both.flatMap(({ moved }) => moved)).toEqual([id]);
    await shop.move(id, { move: "undo" });
    expect((await shop.clock(id))?.dueAt).toEqual(before);
    expect(await shop.nextDue(id)).toEqual(before);
    expect(await shop.mails(id)).toEqual([{ kind: "buyer.extended", state: "cancelled" }]);
    while (await workOnce(db, "deadline", fire, never));
    expect(await shop.statusOf(id)).toBe("awaiting_return");
  });

  it("P-19 is the marketplace's to give where it decides, and another shop's return is not found", async () => {
    const shop = await aShop();
    const request = { move: "extend" as const, sendBy: inDays(100) };
    expect((await shop.move(await shop.mirrored(), request)).refused).toMatchObject([
      { refusal: { code: "marketplace_decides" } },
    ]);
    const stranger = await aShop();
    expect((await shop.move(await stranger.anAwaited(), request)).refused).toMatchObject([
      { refusal: { code: "not_found" } },
    ]);
  });
});

describe("a reminder", () => {
  it("is mailed once in 24 hours, by whoever is first, and not counted once it is taken back", async () => {
    const shop = await aShop();
    const id = await shop.anAwaited();
    const remind = (now = new Date()) => shop.move(id, { move: "remind" }, now);
    const answers = await Promise.all([remind(), remind()]);
    expect(answers.flatMap(({ moved }) => moved)).toEqual([id]);
    expect(answers.flatMap(({ refused }) => refused)).toMatchObject([{ refusal: { code: "reminded_today" } }]);
    const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000);
    expect((await remind(inHours(23))).moved).toEqual([]);
    expect((await remind(inHours(25))).moved).toEqual([id]);
    expect((await shop.mails(id)).map(({ kind }) => kind)).toEqual(["buyer.reminded", "buyer.reminded"]);
    await shop.move(id, { move: "undo" }, inHours(25));
    expect((await shop.mails(id)).map(({ state }) => state)).toEqual(["waiting", "cancelled"]);
    expect((await remind(inHours(25.1))).moved).toEqual([id]);
    expect((await shop.history(id)).filter(({ kind }) => kind === "remind")).toHaveLength(3);
    expect(await shop.statusOf(id)).toBe("awaiting_return");
  });

  it("is refused where a number is known, nothing is awaited, the marketplace writes, or it is another shop's", async () => {
    const shop = await aShop();
    const returnId = await shop.anAwaited();
    const refused = async (id: string) => (await shop.move(id, { move: "remind" })).refused[0]?.refusal.code;
    await announceParcel(shop.ctx(), { returnId, tracking: UPS, carrier: "UPS", isSure: false });
    expect(await refused(returnId)).toBe("parcel_announced");
    const { id: undecided } = await aReturn(db, shop.seller, { channelId: shop.channelId });
    expect(await refused(undecided)).toBe("wrong_status");
    expect(await refused(await shop.mirrored())).toBe("marketplace_messages");
    expect(await refused(await (await aShop()).anAwaited())).toBe("not_found");
    const mute = await shop.anAwaited();
    await shop.read((tx) => tx.update(orders).set({ buyerEmail: null }));
    expect(await refused(mute)).toBe("no_buyer_address");
  });
});

describe("many at once", () => {
  it("reminds whom it can, says of each other why not, and is taken back whole", async () => {
    const shop = await aShop();
    const [one, two, announced] = [await shop.anAwaited(), await shop.anAwaited(), await shop.anAwaited()];
    await announceParcel(shop.ctx(), { returnId: announced, tracking: UPS, carrier: "UPS", isSure: false });
    const key = newId();
    const remind = () => remindMany(shop.ctx(), { key, selection: { mode: "ids", ids: [one, two, announced] } });
    const started = await remind();
    if (!started.ok) throw new Error(started.refusal.code);
    const { bulkActId } = started.value;
    expect(await remind()).toMatchObject({ value: { bulkActId } });
    const outcome = await findOutcome(db, shop.sellerId, bulkActId, { after: -1 });
    expect(outcome).toMatchObject({ kind: "remind", moved: 2, refused: 1 });
    expect(outcome?.refusedItems).toMatchObject([{ returnId: announced, refusal: { code: "parcel_announced" } }]);
    const mails = [...(await shop.mails(one)), ...(await shop.mails(two))];
    expect(mails.map(({ kind }) => kind)).toEqual(["buyer.reminded", "buyer.reminded"]);
    expect(await shop.mails(announced)).toEqual([]);
    const undone = await undoBulkAct(shop.ctx(), { bulkActId });
    expect(undone).toEqual({ ok: true, value: { undone: 2, kept: 0 } });
    expect((await shop.mails(one)).map(({ state }) => state)).toEqual(["cancelled"]);
  });

  it("S1-21 gives each so many days more than it had, another shop's are not found", async () => {
    const shop = await aShop();
    const stranger = await (await aShop()).anAwaited();
    const [one, two] = [await shop.anAwaited(), await shop.anAwaited()];
    await shop.move(one, { move: "extend", sendBy: inDays(100) });
    const dueOf = async (id: string) => (await shop.clock(id))?.dueAt ?? new Date(0);
    const before = [await dueOf(one), await dueOf(two)];
    const selection = { mode: "ids" as const, ids: [one, two, stranger] };
    const planned = await preflight(shop.ctx(), { selection, request: { move: "extend", days: 365 } });
    expect(planned).toMatchObject({ value: { ready: { count: 0 }, skipped: { count: 3 } } });
    const started = await extendMany(shop.ctx(), { key: newId(), selection, days: 10 });
    if (!started.ok) throw new Error(started.refusal.code);
    const outcome = await findOutcome(db, shop.sellerId, started.value.bulkActId, { after: -1 });
    expect(outcome).toMatchObject({ kind: "extend", moved: 2, refused: 0, notFound: 1 });
    const zone = (await shop.read((tx) => findReturnDetail(tx, shop.sellerId, one)))?.channel.timeZone ?? "UTC";
    expect([await dueOf(one), await dueOf(two)]).toEqual(before.map((due) => addDaysTo(due, 10, zone)));
    const told = (await shop.history(one)).filter(({ kind }) => kind === "extend").at(-1);
    expect(told?.data).toMatchObject({ sendBy: addDays(inDays(100), 10) });
    expect((await shop.mails(two)).map(({ kind }) => kind)).toEqual(["buyer.extended"]);
  });
});

describe("that the parcel came", () => {
  it("is mailed with the first goods and never again, held back while it can be undone", async () => {
    const shop = await aShop();
    const id = await shop.anAwaited(3);
    await shop.received(id, 1);
    await shop.received(id, 1);
    expect(await shop.mails(id)).toEqual([{ kind: "buyer.received", state: "waiting" }]);
    const undone = await shop.anAwaited();
    await shop.received(undone, 1);
    await shop.move(undone, { move: "undo" });
    expect(await shop.mails(undone)).toEqual([{ kind: "buyer.received", state: "cancelled" }]);
    const wrong = await shop.anAwaited();
    const { units } = await shop.received(wrong, 1);
    const changes = units.map(({ id: unitId }) => {
      return { unitId, condition: "new" as const, disposition: "restock" as const, isTakenBack: true };
    });
    await correctReceipt(shop.ctx(), { returnId: wrong, changes, note: null });
    expect(await shop.mails(wrong)).toEqual([{ kind: "buyer.received", state: "cancelled" }]);
  });

  it("P-19 is not mailed on a channel that is mirrored", async () => {
    const shop = await aShop();
    const id = await shop.mirrored();
    await shop.received(id, 1);
    expect(await shop.statusOf(id)).toBe("received");
    expect(await shop.mails(id)).toEqual([]);
  });
});
