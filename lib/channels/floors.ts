import { and, eq, inArray, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { type channels, marketplaceFloors } from "@/db/schema";
import type { Floor } from "@/lib/policy/terms/rows";

type Sold = Pick<typeof channels.$inferSelect, "marketplace" | "programme" | "country">;

/** What a channel's marketplace asks of every seller at least, in its country or else everywhere; null: nothing (S1-04). */
export async function findFloor(
  tx: Tx,
  { marketplace, programme, country }: Sold,
): Promise<{ floor: Floor; source: string } | null> {
  const [row] = await tx
    .select({ floor: marketplaceFloors.floor, source: marketplaceFloors.source })
    .from(marketplaceFloors)
    .where(
      and(
        eq(marketplaceFloors.marketplace, marketplace),
        eq(marketplaceFloors.programme, programme),
        inArray(marketplaceFloors.country, [country, "*"]),
      ),
    )
    .orderBy(sql`${marketplaceFloors.country} = '*'`)
    .limit(1);
  return row ?? null;
}
