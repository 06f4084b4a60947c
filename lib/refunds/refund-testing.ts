import { eq, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { ledger, memberships, orders, payments, refunds, returns, users } from "@/db/schema";
import { insertion } from "@/db/write-set";
import { newId } from "@/lib/kernel/ids";
import type { Condition } from "@/lib/policy/parcels/conditions";
import { checkIn } from "@/lib/receiving/check-in";
import { aBench } from "@/lib/receiving/receiving-testing";
import type { RefundInput } from "./refund-input";

/** A managed shop whose orders were paid, with what its team refunds. */
export async function aTill(db: Db) {
  const bench = await aBench(db);
  const { sellerId, read } = bench;
  const orderOf = (returnId: string) =>
    read(async (tx) => {
      const [row] = await tx.select({ id: returns.orderId }).from(returns).where(eq(returns.id, returnId));
      if (!row) throw new Error("a return without an order");
      return row.id;
    });
  /** A received return of so many units of an item for 42.90, paid with 5.99 of shipping. */
  const aReceived = async (quantity = 1, condition: Condition = "new", paidMinor: number | null = 4889) => {
    const returnId = await bench.anAwaited(quantity);
    const orderId = await orderOf(returnId);
    await read((tx) => tx.update(orders).set({ paidMinor, shippingMinor: 599 }).where(eq(orders.id, orderId)));
    const lineId = await bench.lineOf(returnId);
    const units = Array.from({ length: quantity }, () => bench.unit(lineId, { condition }));
    await checkIn(bench.ctx(), { returnId, tracking: null, units });
    return { returnId, orderId, lineId };
  };
  const asked = (
    { returnId, orderId, lineId }: { returnId: string; orderId: string; lineId: string },
    amountMinor: number,
    rest: Partial<RefundInput> = {},
  ): RefundInput => ({
    ...{ key: newId(), orderId, returnId, amountMinor },
    units: [{ returnLineId: lineId, condition: "new", quantity: 1, given: null }],
    ...{ shipping: null, deductsLabel: null, concession: null, faults: {}, faultNote: "", note: "", paid: null },
    ...{ confirmsReported: false, difference: null, ...rest },
  });
  type Limits = Record<string, number>;
  const limit = (refundLimits: Limits, refundDayLimits: Limits = {}) =>
    read((tx) =>
      tx.update(memberships).set({ refundLimits, refundDayLimits }).where(eq(memberships.sellerId, sellerId)),
    );
  /** A second person of the team, as who acts. */
  const another = async () => {
    const user = { id: newId(), name: "Mia Manager", email: `${newId()}@team.example.net`, passwordHash: "none" };
    await db.execute(insertion(users, [user]));
    await read((tx) => tx.insert(memberships).values({ sellerId, userId: user.id, role: "manager" }));
    return { ...bench.ctx(), actor: { kind: "person" as const, id: user.id, name: user.name } };
  };
  const made = () => read((tx) => tx.select().from(refunds).orderBy(refunds.id));
  const paid = () => read((tx) => tx.select().from(payments));
  /** What stands in each account, and whether the books say the same as payments and refunds. */
  const books = () =>
    read(async (tx) => {
      const entries = await tx.select().from(ledger);
      const at = { cash: 0, sales: 0, promised: 0, claims: 0 };
      for (const { debit, credit, amountMinor } of entries) {
        at[debit] += amountMinor;
        at[credit] -= amountMinor;
      }
      const [sums] = await tx.execute<{ held: string; gone: string }>(sql`
        select coalesce(sum(amount_minor) filter (where state in ('asked', 'pending', 'unknown')), 0) as held,
          coalesce(sum(amount_minor) filter (where state = 'succeeded'), 0) as gone from refunds`);
      return { ...at, isHeld: -at.promised === Number(sums?.held), refunded: Number(sums?.gone) };
    });
  return { ...bench, orderOf, aReceived, asked, limit, another, made, paid, books };
}
