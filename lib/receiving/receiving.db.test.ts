import { describe, expect, it } from "vitest";
import { receivedUnits, unidentifiedParcels } from "@/db/schema";
import { aReturn, testDb } from "@/db/testing";
import { newId } from "@/lib/kernel/ids";
import { announceParcel } from "@/lib/parcels/announce-parcel";
import { recordScans } from "@/lib/parcels/record-scans";
import { type Handler, workOnce } from "@/lib/platform/queue/work";
import type { Condition } from "@/lib/policy/parcels/conditions";
import type { DifferenceReason } from "@/lib/policy/parcels/differences";
import { fireDeadline } from "@/lib/returns/fire-deadline";
import { findReturnDetail } from "@/lib/returns/return-detail";
import { checkIn } from "./check-in";
import { correctReceipt } from "./correct-receipt";
import { aBench, OTHER, UPS } from "./receiving-testing";
import { matchParcel, parkParcel } from "./unidentified";

const db = await testDb();
const aShop = () => aBench(db);
const never = new AbortController().signal;
const fire: Handler = (database, { sellerId, id, now }) =>
  fireDeadline({ db: database, sellerId, now }, { deadlineId: id });

describe("what is checked in", () => {
  it("P-11 moves its return on with the first unit and counts each one; what is missing stays awaited", async () => {
    const shop = await aShop();
    const id = await shop.anAwaited(3);
    expect((await shop.received(id, 1, UPS)).answer).toEqual({ ok: true, value: { units: 1 } });
    expect(await shop.statusOf(id)).toBe("received");
    expect(await shop.quantities(id)).toEqual([3, 1, 0]);
    expect((await shop.clock(id))?.state).toBe("open");
    expect((await shop.received(id, 2)).answer).toEqual({ ok: true, value: { units: 2 } });
    expect(await shop.quantities(id)).toEqual([3, 3, 0]);
    expect((await shop.clock(id))?.state).toBe("met");
    const kinds = (await shop.history(id)).map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === "receive")).toHaveLength(2);
    expect(kinds).toContain("check_in");
  });

  it("P-11 is never more than was asked for, and what came beyond it is a unit without a line", async () => {
    const shop = await aShop();
    const id = await shop.anAwaited(2);
    expect((await shop.received(id, 3)).answer).toEqual({
      ok: false,
      refusal: { code: "more_than_requested", left: 2 },
    });
    expect(await shop.statusOf(id)).toBe("awaiting_return");
    const lineId = await shop.lineOf(id);
    const units = [shop.unit(lineId), shop.unit(null, { title: "A blue mug", condition: "not_ours" })];
    const act = { returnId: id, tracking: null, units };
    const why = { ok: false, refusal: { code: "difference_unexplained" } };
    const saying = (reason: DifferenceReason, note: string | null = null) =>
      checkIn(shop.ctx(), { ...act, difference: { reason, note } });
    expect(await checkIn(shop.ctx(), act)).toEqual(why);
    // Of what was said nothing fits, or it says nothing.
    expect(await saying("something_else")).toEqual(why);
    expect(await shop.statusOf(id)).toBe("awaiting_return");
    expect(await saying("something_else", "A mug instead of the lamp")).toMatchObject({ ok: true });
    const told = (await shop.history(id)).find(({ kind }) => kind === "receive");
    expect(told?.data).toMatchObject({ difference: { reason: "something_else", note: "A mug instead of the lamp" } });
    const detail = await shop.read((tx) => findReturnDetail(tx, shop.sellerId, id));
    expect(detail?.difference).toMatchObject({ reason: "something_else", by: shop.seller.owner.name });
    expect(await shop.quantities(id)).toEqual([2, 1, 0]);
    const foreign = [shop.unit(await shop.lineOf(await shop.anAwaited()))];
    expect(await checkIn(shop.ctx(), { returnId: id, tracking: null, units: foreign })).toEqual({
      ok: false,
      refusal: { code: "not_its_line" },
    });
  });

  it("P-11 asks why fewer came, or others than were sold, and nothing of what came as asked", async () => {
    const shop = await aShop();
    const id = await shop.anAwaited(2);
    const lineId = await shop.lineOf(id);
    const coming = (condition: Condition, reason: DifferenceReason | null) => {
      const difference = reason ? { reason, note: null } : null;
      return checkIn(shop.ctx(), {
        returnId: id,
        tracking: null,
        units: [shop.unit(lineId, { condition })],
        difference,
      });
    };
    const why = { ok: false, refusal: { code: "difference_unexplained" } };
    expect(await coming("new", null)).toEqual(why);
    expect(await coming("new", "sent_too_much")).toEqual(why);
    expect(await coming("new", "rest_follows")).toMatchObject({ ok: true });
    expect(await coming("incomplete", null)).toEqual(why);
    expect(await coming("incomplete", "by_the_buyer")).toMatchObject({ ok: true });
    const whole = await shop.anAwaited();
    const units = [shop.unit(await shop.lineOf(whole), { condition: "used" })];
    expect(await checkIn(shop.ctx(), { returnId: whole, tracking: null, units })).toMatchObject({ ok: true });
  });

  it("P-11 is of no unit that was closed while the others were authorized", async () => {
    const shop = await aShop();
    const { id } = await aReturn(db, shop.seller, { channelId: shop.channelId, quantity: 2 });
    const rest = { units: [{ lineId: await shop.lineOf(id), quantity: 1 }], reason: "other", comment: "Not this one." };
    await shop.move(id, { move: "authorize", address: null, label: { kind: "unpaid" }, rest });
    expect((await shop.received(id, 2)).answer).toEqual({
      ok: false,
      refusal: { code: "more_than_requested", left: 1 },
    });
    expect((await shop.received(id, 1)).answer.ok).toBe(true);
    expect((await shop.clock(id))?.state).toBe("met");
  });

  it("is one, however often it is told, by two stations at once too", async () => {
    const shop = await aShop();
    const id = await shop.anAwaited(2);
    const lineId = await shop.lineOf(id);
    const act = { returnId: id, tracking: UPS, units: [shop.unit(lineId), shop.unit(lineId)] };
    const answers = await Promise.all([1, 2, 3].map(() => checkIn(shop.ctx(), act)));
    expect(answers.map((answer) => (answer.ok ? answer.value.units : answer.refusal.code)).sort()).toEqual([0, 0, 2]);
    expect(await shop.quantities(id)).toEqual([2, 2, 0]);
    const [one, other] = await Promise.all([shop.received(await shop.anAwaited(), 1), shop.received(id, 1)]);
    expect([one.answer.ok, other.answer]).toEqual([
      true,
      { ok: false, refusal: { code: "more_than_requested", left: 0 } },
    ]);
  });

  it("is of one return: a unit that is told of two, at once or later, is refused to the other", async () => {
    const shop = await aShop();
    for (let round = 0; round < 3; round++) {
      const ids = [await shop.anAwaited(), await shop.anAwaited()];
      const unitId = newId();
      const acts = await Promise.all(
        ids.map(async (returnId) => {
          const units = [shop.unit(await shop.lineOf(returnId), { id: unitId })];
          return { returnId, tracking: null, units };
        }),
      );
      const answers = await Promise.all(acts.map((act) => checkIn(shop.ctx(), act)));
      const elsewhere = { ok: false, refusal: { code: "unit_elsewhere" } };
      expect(answers).toContainEqual({ ok: true, value: { units: 1 } });
      expect(answers).toContainEqual(elsewhere);
      const later = await Promise.all(acts.map((act) => checkIn(shop.ctx(), act)));
      expect(later.map((answer) => (answer.ok ? answer.value.units : answer.refusal.code))).toEqual(
        answers.map(({ ok }) => (ok ? 0 : "unit_elsewhere")),
      );
    }
  });

  it("is another shop's business alone", async () => {
    const shop = await aShop();
    const stranger = await aShop();
    const id = await shop.anAwaited();
    const units = [shop.unit(await shop.lineOf(id))];
    const notFound = { ok: false, refusal: { code: "not_found" } };
    expect(await checkIn(stranger.ctx(), { returnId: id, tracking: null, units })).toEqual(notFound);
    const { units: mine } = await shop.received(id, 1);
    const changes = mine.map((unit) => {
      return { unitId: unit.id, condition: "used" as const, disposition: "hold" as const, isTakenBack: false };
    });
    expect(await correctReceipt(stranger.ctx(), { returnId: id, changes, note: null })).toEqual(notFound);
    await parkParcel(shop.ctx(), { id: newId(), scanned: "X1", note: null, photoIds: [] });
    const [parked] = await shop.read((tx) => tx.select().from(unidentifiedParcels));
    expect(
      await matchParcel(stranger.ctx(), {
        id: parked?.id ?? "",
        number: await stranger.numberOf(await stranger.anAwaited()),
      }),
    ).toEqual(notFound);
  });

  it("names pictures that are there", async () => {
    const shop = await aShop();
    const id = await shop.anAwaited();
    const units = [shop.unit(await shop.lineOf(id), { condition: "damaged", photoIds: [newId()] })];
    expect(await checkIn(shop.ctx(), { returnId: id, tracking: null, units })).toEqual({
      ok: false,
      refusal: { code: "photo_missing" },
    });
    expect(await shop.read((tx) => tx.$count(receivedUnits))).toBe(0);
  });
});

describe("the clock of goods that were authorized", () => {
  it("S1-21 never lapses what is on its way, and what has lapsed or was withdrawn is received all the same", async () => {
    const shop = await aShop();
    const id = await shop.anAwaited();
    await announceParcel(shop.ctx(), { returnId: id, tracking: UPS, carrier: "UPS", isSure: false });
    const scan = { tracking: UPS, at: new Date(), status: "in transit" };
    await recordScans({ ...shop.ctx(), channelId: shop.channelId }, { scans: [scan] });
    const due = await shop.clock(id);
    const late = new Date((due?.dueAt.getTime() ?? 0) + 1);
    const fire = () => fireDeadline({ db, sellerId: shop.sellerId, now: late }, { deadlineId: due?.id ?? "" });
    await fire();
    expect(await shop.statusOf(id)).toBe("awaiting_return");
    await recordScans(
      { ...shop.ctx(), channelId: shop.channelId },
      { scans: [{ ...scan, at: new Date(Date.now() + 1000), status: "lost" }] },
    );
    await fire();
    expect(await shop.statusOf(id)).toBe("lapsed");
    expect((await shop.received(id, 1, UPS)).answer.ok).toBe(true);
    expect(await shop.statusOf(id)).toBe("received");
    const withdrawn = await shop.anAwaited();
    await shop.move(withdrawn, { move: "withdraw", note: "changed their mind" } as never);
    await shop.received(withdrawn, 1);
    expect(await shop.statusOf(withdrawn)).toBe("received");
  });

  it("S1-21 never lapses what lies at the bench and was told to be of it, and it is received when it is opened", async () => {
    const shop = await aShop();
    const id = await shop.anAwaited();
    const parked = { id: newId(), scanned: "LP00556677889CN", note: null, photoIds: [] };
    await parkParcel(shop.ctx(), parked);
    await matchParcel(shop.ctx(), { id: parked.id, number: await shop.numberOf(id) });
    expect(await shop.parcels()).toMatchObject([{ tracking: "LP00556677889CN", status: "delivered" }]);
    const due = await shop.clock(id);
    const late = new Date((due?.dueAt.getTime() ?? 0) + 1);
    await fireDeadline({ db, sellerId: shop.sellerId, now: late }, { deadlineId: due?.id ?? "" });
    expect([await shop.statusOf(id), (await shop.clock(id))?.state]).toEqual(["awaiting_return", "open"]);
    const { returns: meant, tracking } = await shop.scanned("LP00556677889CN");
    expect([meant.map((one) => one.id), tracking]).toEqual([[id], "LP00556677889CN"]);
    expect((await shop.received(id, 1, tracking)).answer.ok).toBe(true);
    expect([await shop.statusOf(id), (await shop.parcels())[0]?.status]).toEqual(["received", "checked_in"]);
  });

  it("S1-21 ends the waiting for the rest of what came in part, and leaves it received", async () => {
    const shop = await aShop();
    const id = await shop.anAwaited(2);
    await shop.received(id, 1);
    const due = await shop.clock(id);
    const late = new Date((due?.dueAt.getTime() ?? 0) + 1);
    await fireDeadline({ db, sellerId: shop.sellerId, now: late }, { deadlineId: due?.id ?? "" });
    expect(await shop.statusOf(id)).toBe("received");
    expect((await shop.clock(id))?.state).toBe("fired");
    expect((await shop.history(id)).at(-1)).toMatchObject({ kind: "lapse", toStatus: "received" });
  });

  it("S1-21 waits for nothing more of what came in part once its other parcel is lost, in whichever order the two were told", async () => {
    const shop = await aShop();
    const scans = { ...shop.ctx(), channelId: shop.channelId };
    const lost = (tracking: string) => recordScans(scans, { scans: [{ tracking, at: new Date(), status: "lost" }] });
    const aParted = async (first: string, second: string) => {
      const id = await shop.anAwaited(2);
      for (const tracking of [first, second])
        await announceParcel(shop.ctx(), { returnId: id, tracking, carrier: "", isSure: true });
      return id;
    };
    const doAll = async () => {
      while (await workOnce(db, "deadline", fire, never));
    };
    const one = await aParted("FIRST 1", "SECOND 1");
    await lost("SECOND 1");
    await doAll();
    // Nothing has come yet: the buyer has until the clock ends.
    expect(await shop.statusOf(one)).toBe("awaiting_return");
    await shop.received(one, 1, "FIRST 1");
    await doAll();
    expect((await shop.clock(one))?.state).toBe("fired");
    const two = await aParted("FIRST 2", "SECOND 2");
    await shop.received(two, 1, "FIRST 2");
    await doAll();
    expect((await shop.clock(two))?.state).toBe("open");
    await lost("SECOND 2");
    await Promise.all([doAll(), doAll()]);
    for (const id of [one, two]) {
      expect(await shop.statusOf(id)).toBe("received");
      expect((await shop.history(id)).filter(({ kind }) => kind === "lapse")).toHaveLength(1);
    }
    expect((await shop.clock(two))?.state).toBe("fired");
  });

  it("stays over for what is closed: its parcel is kept with it and begins nothing anew", async () => {
    const shop = await aShop();
    const { id } = await aReturn(db, shop.seller, { channelId: shop.channelId });
    await shop.move(id, { move: "close", reason: "other", comment: "No.", note: null } as never);
    expect(await shop.statusOf(id)).toBe("closed");
    await shop.received(id, 1, OTHER);
    expect(await shop.statusOf(id)).toBe("closed");
    expect(await shop.quantities(id)).toEqual([1, 1, 0]);
  });
});
