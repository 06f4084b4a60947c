import { eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { channels, deadlines, events, returns } from "@/db/schema";
import { withSeller } from "@/db/tenant";
import { aSeller, testDb } from "@/db/testing";
import { insertOperation } from "@/lib/channels/channel-settings";
import { endOfDay } from "@/lib/kernel/calendar";
import { newId } from "@/lib/kernel/ids";
import { announceParcel } from "@/lib/parcels/announce-parcel";
import { recordScans } from "@/lib/parcels/record-scans";
import { type Handler, workOnce } from "@/lib/platform/queue/work";
import { defaultPolicy } from "@/lib/policy/judging/programmes/seller-fulfilled";
import { checkIn } from "@/lib/receiving/check-in";
import { UPS } from "@/lib/receiving/receiving-testing";
import { moveOne } from "@/lib/returns/decide-return";
import { fireDeadline } from "@/lib/returns/fire-deadline";
import { followArrival } from "@/lib/returns/follow-arrival";
import { makeRefund } from "./make-refund";
import { failRefund, tickRefund } from "./move-refund";
import { aTill } from "./refund-testing";

const db = await testDb();
const never = new AbortController().signal;
/** A Friday afternoon in Los Angeles. */
const FRIDAY = new Date("2026-11-27T22:00:00Z");
const codeOf = (answer: { ok: boolean; refusal?: { code: string } }) => answer.refusal?.code ?? "done";

async function aDesk() {
  const till = await aTill(db);
  const { sellerId, channelId, read } = till;
  await read((tx) => tx.update(channels).set({ timeZone: "America/Los_Angeles" }).where(eq(channels.id, channelId)));
  const clocks = async (returnId: string) => {
    const rows = await read((tx) => tx.select().from(deadlines).where(eq(deadlines.returnId, returnId)));
    return Object.fromEntries(rows.map(({ kind, state, dueAt }) => [kind, { state, dueAt }]));
  };
  const looked = async (kind: "deadline" | "arrival") => {
    const handlers: Record<typeof kind, Handler> = {
      deadline: (database, { id, now }) => fireDeadline({ db: database, sellerId, now }, { deadlineId: id }),
      arrival: (database, { id, now }) => followArrival({ db: database, sellerId, now }, { parcelId: id }),
    };
    while (await workOnce(db, kind, handlers[kind], never));
  };
  const paid = async (item: Parameters<typeof till.asked>[0], amountMinor: number, rest: object = {}) => {
    const made = await makeRefund(till.ctx(), till.asked(item, amountMinor, rest));
    if (!made.ok) throw new Error(made.refusal.code);
    const { refundId } = made.value;
    expect(await tickRefund(till.ctx(), { refundId, reference: "" })).toEqual({ ok: true, value: null });
    return refundId;
  };
  const complete = (returnId: string, rest: object = {}) =>
    moveOne(till.ctx(), { returnId, move: "complete", ...rest });
  return { ...till, clocks, looked, paid, complete };
}

describe("the clock of a refund", () => {
  it("P-04, P-12 runs from the check-in to the end of the second working day of the channel's calendar", async () => {
    const desk = await aDesk();
    const received = async (now: Date) => {
      const id = await desk.anAwaited();
      const units = [desk.unit(await desk.lineOf(id))];
      await checkIn(desk.ctx(now), { returnId: id, tracking: null, units });
      return (await desk.clocks(id)).refund;
    };
    expect(await received(FRIDAY)).toEqual({ state: "open", dueAt: endOfDay("2026-12-01", "America/Los_Angeles") });
    const closed = {
      ...defaultPolicy.operation,
      calendar: { restDays: [6, 7], closedOn: [{ on: "2026-11-30", label: "" }] },
      clocks: { ...defaultPolicy.operation.clocks, refundDays: 3 },
    };
    await withSeller(db, desk.sellerId, (tx) =>
      insertOperation(tx, desk.sellerId, {
        ...{ id: newId(), channelId: desk.channelId, version: 2, operation: closed, note: "" },
      }),
    );
    expect((await received(FRIDAY))?.dueAt).toEqual(endOfDay("2026-12-03", "America/Los_Angeles"));
  });

  it("P-04, P-12 runs from the carrier's delivery where that was first, and stops where it was none after all", async () => {
    const desk = await aDesk();
    const id = await desk.anAwaited();
    await announceParcel(desk.ctx(), { returnId: id, carrier: "UPS", tracking: UPS, isSure: false });
    const tell = async (status: string, at: Date) => {
      const ctx = { ...desk.ctx(new Date("2026-11-30T12:00:00Z")), channelId: desk.channelId };
      await recordScans(ctx, { scans: [{ tracking: UPS, at, status }] });
      await desk.looked("arrival");
      return (await desk.clocks(id)).refund;
    };
    const due = endOfDay("2026-12-01", "America/Los_Angeles");
    expect(await tell("Delivered", FRIDAY)).toEqual({ state: "open", dueAt: due });
    expect(await desk.statusOf(id)).toBe("awaiting_return");
    const later = new Date(FRIDAY.getTime() + 3_600_000);
    expect((await tell("In Transit", later))?.state).toBe("cancelled");
    const again = new Date(FRIDAY.getTime() + 48 * 3_600_000);
    await tell("Delivered", again);
    const units = [desk.unit(await desk.lineOf(id))];
    await checkIn(desk.ctx(new Date("2026-12-04T12:00:00Z")), { returnId: id, tracking: UPS, units });
    const rows = await desk.read((tx) => tx.select().from(deadlines).where(eq(deadlines.returnId, id)));
    const open = rows.filter(({ kind, state }) => kind === "refund" && state === "open");
    expect(open.map(({ dueAt }) => dueAt)).toEqual([due]);
  });
});

describe("the end of a return", () => {
  it("P-05, S4-13 comes when all that came is refunded, and not while part of it is", async () => {
    const desk = await aDesk();
    const item = await desk.aReceived(2, "new", 9179);
    await desk.paid(item, 2145);
    expect(await desk.statusOf(item.returnId)).toBe("received");
    expect(await desk.clocks(item.returnId)).toMatchObject({ refund: { state: "open" }, complete: { state: "open" } });
    await desk.paid(item, 2145);
    expect(await desk.statusOf(item.returnId)).toBe("completed");
    expect(await desk.clocks(item.returnId)).toMatchObject({
      ...{ refund: { state: "met" }, complete: { state: "cancelled" } },
    });
    const [row] = await desk.read((tx) => tx.select().from(returns).where(eq(returns.id, item.returnId)));
    expect(row?.nextDueAt).toBeNull();
  });

  it("P-05 a return that was refunded in part completes after 30 days without change, once, by the worker", async () => {
    const desk = await aDesk();
    const item = await desk.aReceived(2, "new", 9179);
    await desk.paid(item, 500, { units: [], concession: "5" });
    const day = 24 * 3_600_000;
    const left = ((await desk.clocks(item.returnId)).complete?.dueAt.getTime() ?? 0) - Date.now();
    expect(Math.round(left / day)).toBe(30);
    await desk.looked("deadline");
    expect(await desk.statusOf(item.returnId)).toBe("received");
    await desk.read(async (tx) => {
      await tx.execute(sql`update deadlines set due_at = due_at - interval '31 days' where kind = 'complete'`);
      await tx.execute(
        sql`update work_items set due_at = due_at - interval '31 days' where seller_id = ${desk.sellerId}`,
      );
    });
    await Promise.all([desk.looked("deadline"), desk.looked("deadline")]);
    expect(await desk.statusOf(item.returnId)).toBe("completed");
    const ends = (await desk.history(item.returnId)).filter(({ kind }) => kind === "complete");
    expect(ends.map(({ actorKind, data }) => [actorKind, data])).toMatchObject([
      ["product", { why: null, note: null, left: 2 }],
    ]);
    expect((await desk.clocks(item.returnId)).complete?.state).toBe("fired");
  });

  it("P-11 a missing unit is no bar once it is awaited no longer", async () => {
    const desk = await aDesk();
    const id = await desk.anAwaited(2);
    await desk.read((tx) => tx.execute(sql`update orders set paid_minor = 9179, shipping_minor = 599`));
    await desk.received(id, 1);
    const item = { returnId: id, orderId: await desk.orderOf(id), lineId: await desk.lineOf(id) };
    await desk.paid(item, 2145);
    expect(await desk.statusOf(id)).toBe("received");
    await desk.read((tx) =>
      tx.execute(sql`update deadlines set due_at = due_at - interval '200 days' where kind = 'send_back'`),
    );
    await desk.read((tx) =>
      tx.execute(sql`update work_items set due_at = due_at - interval '200 days' where seller_id = ${desk.sellerId}`),
    );
    await desk.looked("deadline");
    expect((await desk.clocks(id)).send_back?.state).toBe("fired");
    expect(await desk.statusOf(id)).toBe("completed");
  });

  it("P-11 a person ends it with a reason for what is not refunded, not while a refund is open, and may undo it", async () => {
    const desk = await aDesk();
    const item = await desk.aReceived();
    expect(codeOf(await desk.complete(item.returnId))).toBe("completion_unexplained");
    const asked = await makeRefund(desk.ctx(), desk.asked(item, 500, { units: [], concession: "5" }));
    const reason = { why: "not_ours" as const, note: "Another watch" };
    expect(codeOf(await desk.complete(item.returnId, reason))).toBe("refund_open");
    const refundId = asked.ok ? asked.value.refundId : "";
    await tickRefund(desk.ctx(), { refundId, reference: "" });
    const done = await desk.complete(item.returnId, reason);
    expect(await desk.statusOf(item.returnId)).toBe("completed");
    const stranger = await aSeller(db);
    const other = { ...desk.ctx(), sellerId: stranger.sellerId };
    expect(codeOf(await moveOne(other, { returnId: item.returnId, move: "complete", ...reason }))).toBe("not_found");
    const eventId = done.ok ? done.value.eventId : newId();
    await moveOne(desk.ctx(), { returnId: item.returnId, move: "undo", eventId });
    expect(await desk.statusOf(item.returnId)).toBe("received");
    expect((await desk.clocks(item.returnId)).refund?.state).toBe("open");
  });

  it("opens again when the money that ended it comes back", async () => {
    const desk = await aDesk();
    const item = await desk.aReceived();
    const refundId = await desk.paid(item, 4290);
    expect(await desk.statusOf(item.returnId)).toBe("completed");
    await failRefund(desk.ctx(), { refundId, failure: "Card closed" });
    expect(await desk.statusOf(item.returnId)).toBe("received");
    const kinds = await desk.read((tx) =>
      tx.select({ kind: events.kind }).from(events).where(eq(events.returnId, item.returnId)),
    );
    expect(kinds.filter(({ kind }) => kind === "follow_refund")).toHaveLength(2);
  });

  it("comes once, however many tick it at the same time", async () => {
    const desk = await aDesk();
    const item = await desk.aReceived();
    const made = await makeRefund(desk.ctx(), desk.asked(item, 4290));
    const refundId = made.ok ? made.value.refundId : "";
    const ticks = await Promise.all([1, 2, 3].map(() => tickRefund(desk.ctx(), { refundId, reference: "" })));
    expect(ticks.filter(({ ok }) => ok)).toHaveLength(1);
    const ends = (await desk.history(item.returnId)).filter(({ kind }) => kind === "follow_refund");
    expect(ends).toHaveLength(1);
  });
});
