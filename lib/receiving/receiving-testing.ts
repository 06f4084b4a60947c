import { eq } from "drizzle-orm";
import type { Db } from "@/db/client";
import { deadlines, events, parcels, returnLines, returns } from "@/db/schema";
import { withSeller } from "@/db/tenant";
import { aChannel, aReturn, aSeller } from "@/db/testing";
import { newId } from "@/lib/kernel/ids";
import { moveReturns } from "@/lib/returns/move-returns";
import { findReturnDetail } from "@/lib/returns/return-detail";
import { checkIn } from "./check-in";
import { correctReceipt } from "./correct-receipt";
import { findScanned } from "./find-scanned";

/** Two numbers of UPS with right check digits. */
export const UPS = "1Z5R89390357567127";
export const OTHER = "1Z879E930346834440";

/** Why not all has come. */
const REST_FOLLOWS = { reason: "rest_follows", note: null } as const;

/** A managed shop with a bench: what is authorized, comes back and is looked at. */
export async function aBench(db: Db) {
  const seller = await aSeller(db);
  const { sellerId } = seller;
  const channelId = await aChannel(db, seller);
  const actor = { kind: "person" as const, id: seller.owner.id, name: seller.owner.name };
  const ctx = (now = new Date()) => ({ db, sellerId, actor, now });
  const read = <Row>(query: Parameters<typeof withSeller<Row>>[2]) => withSeller(db, sellerId, query);
  const move = (id: string, request: Parameters<typeof moveReturns>[1]["request"], now = new Date()) =>
    moveReturns({ db, sellerId, actor, now }, { ids: [id], request });
  /** An authorized return of so many units of one line. */
  const anAwaited = async (quantity = 1) => {
    const { id } = await aReturn(db, seller, { channelId, quantity });
    await move(id, { move: "authorize", address: null, label: { kind: "unpaid" } });
    return id;
  };
  const lineOf = (returnId: string) =>
    read(async (tx) => {
      const [line] = await tx.select().from(returnLines).where(eq(returnLines.returnId, returnId));
      if (!line) throw new Error("a return without a line");
      return line.id;
    });
  const unit = (lineId: string | null, rest: object = {}) => ({
    id: newId(),
    lineId,
    title: null,
    condition: "new" as const,
    disposition: "restock" as const,
    note: null,
    photoIds: [],
    ...rest,
  });
  const received = async (returnId: string, count: number, tracking: string | null = null) => {
    const lineId = await lineOf(returnId);
    const units = Array.from({ length: count }, () => unit(lineId));
    return { units, answer: await checkIn(ctx(), { returnId, tracking, units, difference: REST_FOLLOWS }) };
  };
  /** Units that were not received after all. */
  const takeOut = (returnId: string, units: readonly { id: string }[]) => {
    const changes = units.map(({ id: unitId }) => {
      return { unitId, condition: "new" as const, disposition: "hold" as const, isTakenBack: true };
    });
    return correctReceipt(ctx(), { returnId, changes, note: null });
  };
  const parcelsOf = () => read((tx) => tx.select().from(parcels));
  const statusOf = (id: string) =>
    read(async (tx) => (await tx.select({ s: returns.status }).from(returns).where(eq(returns.id, id)))[0]?.s);
  const numberOf = (id: string) =>
    read(async (tx) => {
      const [row] = await tx.select({ number: returns.number }).from(returns).where(eq(returns.id, id));
      return `R-${row?.number}`;
    });
  const quantities = (id: string) =>
    read(async (tx) => {
      const [line] = (await findReturnDetail(tx, sellerId, id))?.lines ?? [];
      return [line?.requested, line?.received, line?.refunded];
    });
  const clock = (id: string) =>
    read(async (tx) => {
      const rows = await tx.select().from(deadlines).where(eq(deadlines.returnId, id));
      return rows.find(({ kind }) => kind === "send_back");
    });
  const scanned = (text: string) => read((tx) => findScanned(tx, sellerId, text, "person", new Date()));
  const history = (id: string) =>
    read((tx) => tx.select().from(events).where(eq(events.threadId, id)).orderBy(events.id));
  return {
    ...{ seller, sellerId, channelId, ctx, read, move, anAwaited, lineOf, unit, received, takeOut },
    ...{ parcels: parcelsOf, statusOf, numberOf, quantities, clock, scanned, history },
  };
}
