import { expect } from "vitest";
import type { Db } from "@/db/client";
import { aReturn, type TestSeller } from "@/db/testing";
import type { Address } from "@/lib/kernel/address";
import { product } from "@/lib/policy/actor";
import type { LabelChoice } from "../returns/move-request";
import { moveReturns } from "../returns/move-returns";

type Given = { rma?: string; address?: Address; label?: LabelChoice; instructions?: string };

/** Authorizes returns as their tests of labels ask for it. */
export const labelDesk = (db: Db) => {
  const authorize = async (seller: TestSeller, id: string, given: Given = {}) => {
    const { moved } = await moveReturns(
      { db, sellerId: seller.sellerId, actor: product("rules"), now: new Date() },
      { ids: [id], request: { move: "authorize", address: null, label: { kind: "unpaid" }, ...given } },
    );
    expect(moved).toEqual([id]);
  };
  const anAuthorized = async (seller: TestSeller, channelId: string, given: Given = {}) => {
    const { id, orderId } = await aReturn(db, seller, { channelId, buyerName: "Jordan Rivera" });
    await authorize(seller, id, given);
    return { id, orderId };
  };
  return { authorize, anAuthorized };
};
