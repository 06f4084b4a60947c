import fc from "fast-check";
import { expect, it } from "vitest";
import { OUTBOUND_STATES } from "@/lib/policy/judging/facts";
import type { KnownOrder } from "./import-world";
import { planOrders } from "./plan-orders";
import type { OrderRow } from "./read/words/order-row";

const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null });
const day = fc.constantFrom("2026-07-01", "2026-07-05", "2026-07-09");
const amount = fc.integer({ min: 0, max: 100_000 });

const line = fc.record({
  itemId: maybe(fc.constantFrom("1", "2", "3")),
  sku: maybe(fc.constantFrom("A", "B")),
  asin: fc.constant(null),
  title: fc.constantFrom("Lamp", "Cable"),
  category: maybe(fc.constantFrom("Home", "Toys")),
  quantity: maybe(fc.integer({ min: 1, max: 9 })),
  amountMinor: maybe(amount),
  shippingMinor: maybe(amount),
  paidMinor: maybe(amount),
  hasFreeReturn: maybe(fc.boolean()),
});

const row: fc.Arbitrary<OrderRow> = fc.record({
  source: fc.constant({ file: "orders.txt", line: 2 }),
  orderNumber: fc.constantFrom("1001", "1002"),
  orderedOn: maybe(day),
  promisedOn: maybe(day),
  shippedOn: maybe(day),
  deliveredOn: maybe(day),
  isCancelled: maybe(fc.boolean()),
  cancelledOn: maybe(day),
  outbound: maybe(fc.constantFrom(...OUTBOUND_STATES)),
  currency: maybe(fc.constantFrom("USD", "EUR")),
  paidMinor: maybe(amount),
  shippingMinor: maybe(amount),
  subtotalMinor: maybe(amount),
  tender: maybe(
    fc.record({
      ...{ tender: fc.constantFrom("card", "gift_card"), reference: fc.constantFrom("", "pi_1") },
      amountMinor: maybe(amount),
    }),
  ),
  buyerName: fc.constant(null),
  buyerEmail: maybe(fc.constantFrom("a@example.com", "b@example.com")),
  shipCountry: maybe(fc.constantFrom("US", "DE")),
  line: maybe(line),
});
const file = fc.array(row, { minLength: 1, maxLength: 6 });

const channel = { currency: "USD" };
type World = Map<string, KnownOrder>;

const after = (world: World, rows: OrderRow[]): World => {
  const { plans } = planOrders(world, rows, channel);
  return new Map([...world, ...plans.map((plan) => [plan.after.number, plan.after] as const)]);
};

it("changes nothing by the same file twice", () => {
  fc.assert(
    fc.property(file, file, (earlier, rows) => {
      const world = after(after(new Map(), earlier), rows);
      const again = planOrders(world, rows, channel);
      expect(again.plans.map(({ kind }) => kind).filter((kind) => kind !== "unchanged")).toEqual([]);
    }),
  );
});

it("S3-09 never turns a parcel back, and never erases a fact", () => {
  const rank = ({ outbound }: KnownOrder) => (outbound === null ? -1 : OUTBOUND_STATES.indexOf(outbound));
  fc.assert(
    fc.property(file, file, (earlier, later) => {
      const before = after(new Map(), earlier);
      for (const [number, order] of after(before, later)) {
        const was = before.get(number);
        if (!was) continue;
        expect(rank(order)).toBeGreaterThanOrEqual(rank(was));
        const erased = Object.entries(was).filter(
          ([fact, value]) => value !== null && order[fact as keyof KnownOrder] === null,
        );
        expect(erased).toEqual([]);
      }
    }),
  );
});

it("refuses the rows of an order that is new and has no date, and only those", () => {
  fc.assert(
    fc.property(file, (rows) => {
      const { plans, refused } = planOrders(new Map(), rows, channel);
      const dated = new Set(rows.filter(({ orderedOn }) => orderedOn !== null).map(({ orderNumber }) => orderNumber));
      expect(new Set(plans.map(({ after }) => after.number))).toEqual(dated);
      const unknown = refused.filter(({ code }) => code === "unknown_order");
      expect(unknown).toHaveLength(rows.filter(({ orderNumber }) => !dated.has(orderNumber)).length);
    }),
  );
});
