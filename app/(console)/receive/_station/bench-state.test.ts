import { describe, expect, it } from "vitest";
import {
  type BenchReturn,
  commandOf,
  commandOfKey,
  graded,
  opened,
  openedOrder,
  stepped,
  toCheckIn,
  unitsToGo,
} from "./bench-state";

let made = 0;
const newId = () => `id-${++made}`;
const FOUND: BenchReturn = {
  id: "return-1",
  number: 1042,
  comment: null,
  buyerName: "Ada",
  channelName: "Own shop",
  status: "awaiting_return",
  isReceivable: true,
  lines: [
    { id: "press", title: "Press", sku: "KIT-70", quantity: 3, closed: 1 },
    { id: "bag", title: "Bag", sku: "BAG-05", quantity: 2, closed: 0 },
  ],
  units: [{ id: "unit-0", lineId: "bag" }],
};

describe("an order on the bench that nobody asked back", () => {
  const ORDER = {
    ...{ id: "order-1", number: "SH-1", buyerName: "Ada", channelName: "Own shop" },
    lines: [
      { id: "press", title: "Press", sku: "KIT-70", left: 2 },
      { id: "bag", title: "Bag", sku: "BAG-05", left: 0 },
      { id: "cup", title: null, sku: "CUP-1", left: null },
    ],
  };

  it("P-11 has a place for each unit that may come, of which only those are told that were graded", () => {
    let bench = openedOrder(ORDER, { id: "parked-1", scanned: "LP1" }, newId);
    expect(bench.slots.map(({ lineId }) => lineId)).toEqual(["press", "press", "cup"]);
    expect(unitsToGo(bench)).toBe(0);
    bench = stepped(bench, { kind: "sku", sku: "CUP-1" });
    bench = stepped(bench, { kind: "grade", condition: "new" });
    bench = stepped(bench, { kind: "go", place: 0 });
    bench = stepped(bench, { kind: "grade", condition: "opened" });
    expect(bench.current).toBe(1);
    expect(toCheckIn(bench)).toMatchObject({
      ...{ orderId: "order-1", parkedId: "parked-1", tracking: "LP1" },
      units: [
        { lineId: "press", condition: "opened" },
        { lineId: "cup", condition: "new" },
      ],
    });
  });
});

describe("a return on the bench", () => {
  it("P-11 has a place for each unit that is still awaited, and none for what was closed or has come", () => {
    const { slots } = opened(FOUND, null, newId);
    expect(slots.map(({ lineId, index, of }) => [lineId, index, of])).toEqual([
      ["press", 1, 2],
      ["press", 2, 2],
      ["bag", 2, 2],
    ]);
  });

  it("goes on by itself after a grade, and stays where a picture is asked for", () => {
    let bench = opened(FOUND, "UPS1", newId);
    bench = stepped(bench, { kind: "grade", condition: "new" });
    expect([bench.current, unitsToGo(bench)]).toEqual([1, 2]);
    bench = stepped(bench, { kind: "grade", condition: "damaged" });
    expect(bench.current).toBe(1);
    bench = stepped(bench, { kind: "photo", id: bench.slots[1]?.id ?? "", fileId: "file-1" });
    bench = stepped(bench, { kind: "sku", sku: "BAG-05" });
    bench = stepped(bench, { kind: "absent" });
    expect(unitsToGo(bench)).toBe(0);
    expect(toCheckIn(bench)).toMatchObject({
      returnId: "return-1",
      tracking: "UPS1",
      units: [
        { lineId: "press", condition: "new", disposition: "restock", title: null, photoIds: [] },
        { lineId: "press", condition: "damaged", disposition: "hold", photoIds: ["file-1"] },
      ],
    });
  });

  it("takes a grade back where the unit was not in the parcel, and an extra item beyond what was asked", () => {
    let bench = opened(FOUND, null, newId);
    bench = stepped(bench, { kind: "grade", condition: "new" });
    bench = stepped(stepped(bench, { kind: "go", place: 0 }), { kind: "absent" });
    expect(graded(bench)).toEqual([]);
    bench = stepped(bench, { kind: "extra", id: "extra-1", title: "" });
    bench = stepped(bench, { kind: "title", place: bench.current, title: "A blue mug" });
    bench = stepped(bench, { kind: "grade", condition: "not_ours" });
    expect(toCheckIn(bench).units).toMatchObject([{ id: "extra-1", lineId: null, title: "A blue mug" }]);
  });
});

describe("commands", () => {
  it("come from barcodes and from keys by their place, and from nothing else", () => {
    expect(commandOf(" hw-grade-4 ")).toEqual({ kind: "grade", condition: "damaged" });
    expect(commandOf("HW-OK")).toEqual({ kind: "ok" });
    expect(commandOf("HW-GRADE-9")).toBeNull();
    expect(commandOfKey("Digit1")).toEqual({ kind: "grade", condition: "new" });
    expect(commandOfKey("Numpad0")).toEqual({ kind: "absent" });
    expect(commandOfKey("Digit9")).toBeNull();
    expect(commandOfKey("KeyQ")).toBeNull();
  });
});
