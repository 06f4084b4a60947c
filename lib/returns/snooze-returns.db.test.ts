import { and, asc, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { events, returns } from "@/db/schema";
import { withSeller } from "@/db/tenant";
import { aChannel, aReturn, aSeller, type TestSeller, testDb } from "@/db/testing";
import type { Actor } from "@/lib/policy/actor";
import { isAsleep } from "@/lib/policy/machines/return/snooze";
import { announceParcel } from "../parcels/announce-parcel";
import type { MoveRequest } from "./move-request";
import { moveReturns } from "./move-returns";
import { findListFrame } from "./returns-frame";
import { listReturns } from "./returns-list";
import { emptyFilter, type ReturnFilter, type Tab } from "./shared/filter";
import { snoozeReturns } from "./snooze-returns";
import { listTeamDay, listToday } from "./today";

const db = await testDb();
const now = new Date("2026-11-20T10:00:00Z");
const HOUR = 3_600_000;
const later = (hours: number) => new Date(now.getTime() + hours * HOUR);
const personOf = ({ owner }: TestSeller): Actor => ({ kind: "person", id: owner.id, name: owner.name });
const CLOSE: MoveRequest = { move: "close", reason: "window_expired", comment: "The window closed." };
const AUTHORIZE: MoveRequest = { move: "authorize", address: null, label: { kind: "policy" } };

async function aShop() {
  const seller = await aSeller(db);
  const { sellerId } = seller;
  const channelId = await aChannel(db, seller);
  const actor = personOf(seller);
  const request = async (at = now) => (await aReturn(db, seller, { channelId, now: at, requestedAt: at })).id;
  const snooze = (ids: string[], until: Date | null, at = now) =>
    snoozeReturns({ db, sellerId, actor, now: at }, { selection: { mode: "ids", ids }, until });
  const listed = (rest: Partial<ReturnFilter> & { tab: Tab }, at = now) =>
    withSeller(db, sellerId, async (tx) => {
      const { rows } = await listReturns(tx, sellerId, { ...emptyFilter(rest.tab), ...rest }, { now: at, per: 50 });
      return rows.map(({ id }) => id);
    });
  const snoozedIn = (at = now) => listed({ tab: "authorization_required", isSnoozed: true }, at);
  const eventsOf = (id: string) =>
    withSeller(db, sellerId, (tx) =>
      tx
        .select({ actorName: events.actorName, data: events.data })
        .from(events)
        .where(and(eq(events.returnId, id), eq(events.kind, "snoozed")))
        .orderBy(asc(events.id)),
    );
  const act = (id: string, move: MoveRequest, at = now) =>
    moveReturns({ db, sellerId, actor, now: at }, { ids: [id], request: move });
  return { seller, sellerId, channelId, actor, request, snooze, listed, snoozedIn, eventsOf, act };
}

describe("snoozing", () => {
  it("takes a return out of its tab and its counts until the time has come, and a search finds it all the while", async () => {
    const { sellerId, request, snooze, listed, snoozedIn, eventsOf } = await aShop();
    const [away, here] = [await request(), await request()];
    expect(await snooze([away], later(5))).toMatchObject({ ok: true, value: { count: 1, left: [] } });
    expect(await listed({ tab: "authorization_required" })).toEqual([here]);
    expect(await snoozedIn()).toEqual([away]);
    expect(await listed({ tab: "all" })).toContain(away);
    const frame = await withSeller(db, sellerId, (tx) =>
      findListFrame(tx, sellerId, emptyFilter("authorization_required"), now),
    );
    expect(frame.counts.authorization_required).toBe(1);
    const [line, team] = await withSeller(db, sellerId, async (tx) => [
      (await listToday(tx, sellerId, now)).reduce((sum, { count }) => sum + count, 0),
      (await listTeamDay(tx, sellerId, now)).at(-1)?.open,
    ]);
    expect([line, team]).toEqual([1, 1]);
    expect(await eventsOf(away)).toMatchObject([{ data: { until: later(5).toISOString(), wasUntil: null } }]);
    expect(await listed({ tab: "authorization_required" }, later(5))).toHaveLength(2);
    expect(await snoozedIn(later(5))).toEqual([]);
  });

  it("ends with the deadline that passes, which is told by the row's own function alike", async () => {
    const { sellerId, request, snooze, listed } = await aShop();
    const id = await request();
    const until = later(24 * 60);
    await snooze([id], until);
    const [row] = await withSeller(db, sellerId, (tx) =>
      tx.select({ nextDueAt: returns.nextDueAt }).from(returns).where(eq(returns.id, id)),
    );
    const dueAt = row?.nextDueAt ?? now;
    expect(dueAt > now && dueAt < until).toBe(true);
    for (const ms of [-1, 0, 1]) {
      const at = new Date(dueAt.getTime() + ms);
      const isListed = (await listed({ tab: "authorization_required" }, at)).includes(id);
      expect([isListed, !isAsleep(until, dueAt, at)]).toEqual([ms >= 0, ms >= 0]);
    }
    expect(await listed({ tab: "authorization_required", due: "overdue" }, until)).toEqual([id]);
  });

  it("ends when somebody decides, when the buyer does something, and when somebody says so; it stays ended", async () => {
    const { sellerId, seller, request, snooze, snoozedIn, listed, eventsOf, act } = await aShop();
    const [decided, sent, woken] = [await request(), await request(), await request()];
    await act(sent, AUTHORIZE);
    await snooze([decided, sent, woken], later(24));
    await act(decided, AUTHORIZE, later(1));
    const said = { returnId: sent, carrier: "", tracking: "PARCEL-774411", isSure: true };
    const buyer: Actor = { kind: "buyer", id: null, name: "Dana" };
    expect((await announceParcel({ db, sellerId, actor: personOf(seller), now: later(1) }, said)).ok).toBe(true);
    expect(await listed({ tab: "awaiting_return" })).toEqual([decided]);
    expect(
      (await announceParcel({ db, sellerId, actor: buyer, now: later(2) }, { ...said, tracking: "PARCEL-774412" })).ok,
    ).toBe(true);
    expect((await listed({ tab: "awaiting_return" })).sort()).toEqual([decided, sent].sort());
    await snooze([woken], null, later(3));
    expect(await snoozedIn(later(3))).toEqual([]);
    expect(await eventsOf(woken)).toMatchObject([{}, { data: { until: null, wasUntil: later(24).toISOString() } }]);
    await snooze([woken], null, later(4));
    expect(await eventsOf(woken)).toHaveLength(2);
  });

  it("refuses a time that is past or too far, and leaves alone what is closed or overdue already", async () => {
    const { request, snooze, act, snoozedIn } = await aShop();
    const [open, closed] = [await request(), await request()];
    const late = await request(later(-24 * 30));
    await act(closed, CLOSE);
    expect(await snooze([open], now)).toMatchObject({ refusal: { code: "snooze_past" } });
    expect(await snooze([open], later(24 * 91))).toMatchObject({ refusal: { code: "snooze_too_far", days: 90 } });
    expect(await snooze([closed], later(1))).toMatchObject({ refusal: { code: "snooze_closed" } });
    expect(await snooze([late], later(1))).toMatchObject({ refusal: { code: "snooze_overdue" } });
    const many = await snooze([open, closed, late], later(1));
    expect(many).toMatchObject({ ok: true, value: { count: 1 } });
    expect(await snoozedIn()).toEqual([open]);
  });

  it("two who snooze the same return at once until the same time: one event", async () => {
    const { request, snooze, eventsOf, snoozedIn } = await aShop();
    const id = await request();
    await Promise.all([snooze([id], later(3)), snooze([id], later(3))]);
    expect(await eventsOf(id)).toHaveLength(1);
    expect(await snoozedIn()).toEqual([id]);
  });

  it("whoever snoozes while somebody closes never leaves a closed return away", async () => {
    const { request, snooze, act, snoozedIn, listed } = await aShop();
    const id = await request();
    await Promise.all([snooze([id], later(3)), act(id, CLOSE)]);
    expect(await snoozedIn()).toEqual([]);
    expect(await listed({ tab: "closed" })).toEqual([id]);
  });

  it("another seller's returns are not found", async () => {
    const [own, other] = [await aShop(), await aShop()];
    const id = await other.request();
    expect(await own.snooze([id], later(3))).toMatchObject({ refusal: { code: "not_found" } });
    expect(await other.snoozedIn()).toEqual([]);
  });
});
