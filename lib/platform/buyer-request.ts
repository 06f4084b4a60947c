import "server-only";
import { cookies } from "next/headers";
import { z } from "zod";
import { knowBuyer } from "./buyers";
import { publicCtx } from "./ctx";
import { env } from "./env";
import type { BuyerCtx } from "./needs";
import { buyerCookieName } from "./session-cookie";

const namedSchema = z.object({ portal: z.string(), number: z.string() });

/** The buyer whose cookie opens the return that an address names; null: nobody, whatever else they are signed in to. */
export async function buyerAt(params: unknown): Promise<BuyerCtx | null> {
  const named = namedSchema.safeParse(params);
  const shown = (await cookies()).get(buyerCookieName())?.value;
  if (!named.success || !shown) return null;
  const ctx = publicCtx();
  const buyer = await knowBuyer(ctx.db, { secret: env.NEXTAUTH_SECRET, shown, now: ctx.now, ...named.data });
  return buyer && { ...ctx, ...buyer };
}
