import { z } from "zod";
import { withSeller } from "@/db/tenant";
import { ok, type Result, refuse } from "@/lib/kernel/result";
import { addSellerEvent } from "@/lib/platform/audit/add-seller-event";
import type { Ctx } from "@/lib/platform/ctx";
import * as queries from "./demo";

export type DemoRefusal = { code: "not_demo" | "demo_name_differs" };

/** The shop's name as somebody typed it who means it. */
export const removeDemoSchema = z.strictObject({ name: z.string().trim().max(200) });

type Removed = { returns: number; channels: number };

/** Takes all demo data out of a shop in one act, and nothing else; of two who do it at once one does. */
export const removeDemo = (
  { db, sellerId, actor, now }: Ctx,
  { name }: z.infer<typeof removeDemoSchema>,
): Promise<Result<Removed, DemoRefusal>> =>
  withSeller(db, sellerId, async (tx) => {
    const shop = await queries.lockDemoName(tx, sellerId);
    if (shop === null) return refuse({ code: "not_demo" });
    if (name !== shop.trim()) return refuse({ code: "demo_name_differs" });
    const removed = {
      returns: await queries.deleteDemoReturns(tx, sellerId),
      channels: await queries.deleteDemoChannels(tx, sellerId),
    };
    await queries.deleteDemoAddresses(tx, sellerId);
    await queries.clearDemoMark(tx, sellerId);
    await addSellerEvent(tx, { sellerId, kind: "demo_removed", actor, now, data: removed });
    return ok(removed);
  });
