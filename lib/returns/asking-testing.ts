import { eq } from "drizzle-orm";
import type { Db } from "@/db/client";
import { orderLines, orders, returns } from "@/db/schema";
import { withSeller } from "@/db/tenant";
import { aChannel, aSeller } from "@/db/testing";
import { newId } from "@/lib/kernel/ids";
import type { Actor } from "@/lib/policy/actor";
import type { MoveRequest } from "./move-request";
import { moveReturns } from "./move-returns";
import { requestReturn } from "./request-return";
import { listReturnEvents } from "./return-detail";

type Ordered = Partial<Omit<typeof orders.$inferInsert, "sellerId" | "id" | "channelId">>;
type Item = Partial<Omit<typeof orderLines.$inferInsert, "sellerId" | "id" | "orderId">> & {
  reason?: string;
  asked?: number;
};

export const NOW = new Date("2026-11-20T18:00:00Z");
export const AUTHORIZE: MoveRequest = { move: "authorize", address: null, label: { kind: "policy" } };

/** A store and its buyers, who order and ask as they do: what is judged is read back from what was written. */
export async function aStore(db: Db, options: Parameters<typeof aChannel>[2] = {}) {
  const seller = await aSeller(db);
  const { sellerId } = seller;
  const channelId = await aChannel(db, seller, options);
  const person: Actor = { kind: "person", id: seller.owner.id, name: seller.owner.name };

  const order = async (ordered: Ordered = {}, items: readonly Item[] = [{}]) => {
    const orderId = newId();
    const lines = items.map((item) => ({ id: newId(), ...item }));
    await withSeller(db, sellerId, async (tx) => {
      const known = {
        orderedOn: "2026-11-01",
        deliveredOn: "2026-11-10",
        currency: "USD",
        buyerEmail: "dana@mail.net",
      };
      await tx.insert(orders).values({ ...known, ...ordered, sellerId, id: orderId, channelId, number: orderId });
      await tx.insert(orderLines).values(
        lines.map(({ reason: _, asked: __, ...line }) => ({
          title: "Mug",
          sku: "SKU-1",
          quantity: 2,
          amountMinor: 8000,
          ...line,
          sellerId,
          orderId,
        })),
      );
    });
    return { orderId, lines };
  };
  const find = (id: string) =>
    withSeller(db, sellerId, async (tx) => {
      const [row] = await tx.select().from(returns).where(eq(returns.id, id));
      if (!row) throw new Error("nothing came of it");
      return { ...row, events: await listReturnEvents(tx, sellerId, id, null) };
    });
  /** Asks for all lines of an order, and answers the return as it then stands. */
  const ask = async ({ orderId, lines }: Awaited<ReturnType<typeof order>>, now = NOW) => {
    const answer = await requestReturn(
      { db, sellerId, actor: { kind: "buyer", id: null, name: "Dana" }, now },
      {
        orderId,
        source: "portal",
        lines: lines.map(({ id, reason = "UNWANTED_ITEM", asked = 1 }) => ({
          orderLineId: id,
          quantity: asked,
          reason,
        })),
        buyerComment: null,
      },
    );
    if (!answer.ok) throw new Error(answer.refusal.code);
    return find(answer.value.id);
  };
  const request = async (ordered?: Ordered, ...items: Item[]) =>
    ask(await order(ordered, items.length > 0 ? items : undefined));
  const move = (id: string, what: MoveRequest, now = NOW) =>
    moveReturns({ db, sellerId, actor: person, now }, { ids: [id], request: what });
  return { seller, sellerId, channelId, person, order, ask, request, find, move };
}
