import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { deadlines, outbox, receivedUnits } from "@/db/schema";
import { aChannel, aReturn, testDb } from "@/db/testing";
import { announceParcel } from "@/lib/parcels/announce-parcel";
import { parcelIdOf } from "@/lib/parcels/announcements";
import { loseParcel } from "@/lib/parcels/lose-parcel";
import { recordScans } from "@/lib/parcels/record-scans";
import { fireDeadline } from "@/lib/returns/fire-deadline";
import { checkIn } from "./check-in";
import { correctReceipt } from "./correct-receipt";
import { aBench, UPS } from "./receiving-testing";

const db = await testDb();
const aShop = () => aBench(db);

describe("a wrong check-in", () => {
  it("is corrected: another grade, or not received after all, and its return is awaited as before", async () => {
    const shop = await aShop();
    const id = await shop.anAwaited(2);
    const { units } = await shop.received(id, 2);
    const [first, second] = units;
    const change = (unitId: string | undefined, isTakenBack: boolean) => ({
      ...{ unitId: unitId ?? "", condition: "damaged" as const, disposition: "hold" as const, isTakenBack },
    });
    await correctReceipt(shop.ctx(), { returnId: id, changes: [change(first?.id, false)], note: "scratched" });
    const rows = await shop.read((tx) => tx.select().from(receivedUnits));
    expect(rows.map(({ condition }) => condition).sort()).toEqual(["damaged", "new"]);
    await correctReceipt(shop.ctx(), { returnId: id, changes: [change(second?.id, true)], note: null });
    expect(await shop.statusOf(id)).toBe("received");
    expect((await shop.clock(id))?.state).toBe("open");
    await correctReceipt(shop.ctx(), { returnId: id, changes: [change(first?.id, true)], note: null });
    expect(await shop.statusOf(id)).toBe("awaiting_return");
    expect(await shop.quantities(id)).toEqual([2, 0, 0]);
    expect(
      await correctReceipt(shop.ctx(), { returnId: id, changes: [change(first?.id, false)], note: null }),
    ).toMatchObject({ ok: false });
    // The same act told late brings nothing back.
    expect(await checkIn(shop.ctx(), { returnId: id, tracking: null, units })).toEqual({
      ok: true,
      value: { units: 0 },
    });
    expect(await shop.quantities(id)).toEqual([2, 0, 0]);
  });

  it("P-15 taken back of a free return whose label nobody had fetched, has its first clock again", async () => {
    const shop = await aShop();
    const channelId = await aChannel(db, shop.seller, { programme: "free_return" });
    const { id } = await aReturn(db, shop.seller, { channelId });
    await shop.move(id, { move: "authorize", address: null, label: { kind: "policy" } });
    const { units } = await shop.received(id, 1);
    const changes = units.map((unit) => {
      return { unitId: unit.id, condition: "new" as const, disposition: "hold" as const, isTakenBack: true };
    });
    await correctReceipt(shop.ctx(), { returnId: id, changes, note: null });
    expect(await shop.statusOf(id)).toBe("awaiting_return");
    const clocks = await shop.read((tx) => tx.select().from(deadlines).where(eq(deadlines.returnId, id)));
    expect(clocks.find(({ kind }) => kind === "fetch_label")?.state).toBe("open");
  });

  it("P-11 undone, is awaited again beside what had come before", async () => {
    const shop = await aShop();
    const id = await shop.anAwaited(2);
    await shop.received(id, 1);
    await shop.received(id, 1);
    expect((await shop.clock(id))?.state).toBe("met");
    expect((await shop.move(id, { move: "undo" })).moved).toEqual([id]);
    expect(await shop.quantities(id)).toEqual([2, 1, 0]);
    expect((await shop.clock(id))?.state).toBe("open");
  });

  it("S1-21 leaves its parcel where it was: on its way, given up or seen since, and what waits for it goes on waiting", async () => {
    const shop = await aShop();
    const statusOf = async () => (await shop.parcels()).find(({ tracking }) => tracking === UPS)?.status;
    const scan = (status: string, at = new Date()) =>
      recordScans({ ...shop.ctx(), channelId: shop.channelId }, { scans: [{ tracking: UPS, at, status }] });
    const [id, beside] = [await shop.anAwaited(2), await shop.anAwaited()];
    for (const returnId of [id, beside])
      await announceParcel(shop.ctx(), { returnId, tracking: UPS, carrier: "UPS", isSure: true });
    await scan("in transit");
    const due = await shop.clock(id);
    const late = new Date((due?.dueAt.getTime() ?? 0) + 1);
    await shop.received(id, 2, UPS);
    expect(await statusOf()).toBe("checked_in");
    await shop.move(id, { move: "undo" });
    expect(await statusOf()).toBe("on_its_way");
    expect((await shop.history(id)).at(-1)).toMatchObject({
      ...{ kind: "shut", fromStatus: "checked_in", toStatus: "on_its_way" },
    });
    await fireDeadline({ db, sellerId: shop.sellerId, now: late }, { deadlineId: due?.id ?? "" });
    expect(await shop.statusOf(id)).toBe("awaiting_return");

    const { units } = await shop.received(id, 1, UPS);
    const { units: others } = await shop.received(beside, 1, UPS);
    await shop.takeOut(id, units);
    expect(await statusOf()).toBe("checked_in");
    await scan("delivered", new Date(Date.now() + 1000));
    await shop.takeOut(beside, others);
    expect(await statusOf()).toBe("delivered");

    await loseParcel(shop.ctx(), { parcelId: parcelIdOf(UPS) });
    await shop.received(id, 1, UPS);
    await shop.move(id, { move: "undo" });
    expect(await statusOf()).toBe("lost");
  });

  it("S1-21 tells of one parcel that two returns open and leave at once as it stands", async () => {
    const shop = await aShop();
    const [id, beside] = [await shop.anAwaited(), await shop.anAwaited()];
    for (let round = 0; round < 4; round++) {
      const tracking = `TOGETHER ${round}`;
      await announceParcel(shop.ctx(), { returnId: beside, tracking, carrier: "", isSure: true });
      await shop.received(id, 1, tracking);
      const [undone, { answer, units }] = await Promise.all([
        shop.move(id, { move: "undo" }),
        shop.received(beside, 1, tracking),
      ]);
      expect([undone.moved, answer.ok]).toEqual([[id], true]);
      expect((await shop.parcels()).find((parcel) => parcel.tracking === tracking)?.status).toBe("checked_in");
      await shop.takeOut(beside, units);
      expect((await shop.parcels()).find((parcel) => parcel.tracking === tracking)?.status).toBe("announced");
    }
  });

  it("is told to no buyer, however many receipts there were", async () => {
    const shop = await aShop();
    const id = await shop.anAwaited(2);
    const { units: first } = await shop.received(id, 1);
    const { units: second } = await shop.received(id, 1);
    const states = async () =>
      (await shop.read((tx) => tx.select().from(outbox).where(eq(outbox.returnId, id)))).flatMap(({ kind, state }) =>
        kind === "buyer.received" ? [state] : [],
      );
    await shop.takeOut(id, first);
    expect(await states()).toEqual(["waiting"]);
    await shop.takeOut(id, second);
    expect(await shop.statusOf(id)).toBe("awaiting_return");
    expect(await states()).toEqual(["cancelled"]);
    await shop.received(id, 1);
    expect((await states()).toSorted()).toEqual(["cancelled", "waiting"]);
  });

  it("is undone in its time like any other act", async () => {
    const shop = await aShop();
    const id = await shop.anAwaited(1);
    await shop.received(id, 1);
    expect((await shop.move(id, { move: "undo" })).moved).toEqual([id]);
    expect(await shop.statusOf(id)).toBe("awaiting_return");
    expect(await shop.quantities(id)).toEqual([1, 0, 0]);
    expect((await shop.clock(id))?.state).toBe("open");
  });
});
