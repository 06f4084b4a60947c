import { and, asc, desc, eq, gt, ilike, lt, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { skuRules } from "@/db/schema";
import { insertion } from "@/db/write-set";
import type { SkuRule } from "@/lib/policy/terms/sku-rule";

const columns = {
  key: skuRules.skuKey,
  sku: skuRules.sku,
  exemptReason: skuRules.exemptReason,
  exemptFrom: skuRules.exemptFrom,
  exemptUntil: skuRules.exemptUntil,
  automation: skuRules.automation,
  updatedAt: skuRules.updatedAt,
};

/** `key` is the SKU as it compares. */
export type StoredSkuRule = SkuRule & { key: string; updatedAt: Date };

const ofChannel = (sellerId: string, channelId: string) =>
  and(eq(skuRules.sellerId, sellerId), eq(skuRules.channelId, channelId));

type Page = { search: string; after: string | null; before: string | null; limit: number };

/** Rules of a channel by SKU, after one key or the last before it; `search` is looked for anywhere in the SKU. */
export async function listSkuRulesPage(
  tx: Tx,
  sellerId: string,
  channelId: string,
  { search, after, before, limit }: Page,
): Promise<StoredSkuRule[]> {
  const pattern = `%${search.replaceAll(/[\\%_]/g, "\\$&")}%`;
  const rows = await tx
    .select(columns)
    .from(skuRules)
    .where(
      and(
        ofChannel(sellerId, channelId),
        search === "" ? undefined : ilike(skuRules.skuKey, pattern),
        after === null ? undefined : gt(skuRules.skuKey, after),
        before === null ? undefined : lt(skuRules.skuKey, before),
      ),
    )
    .orderBy(before === null ? asc(skuRules.skuKey) : desc(skuRules.skuKey))
    .limit(limit);
  return before === null ? rows : rows.reverse();
}

/** What a channel has for these keys already, however many they are. */
export function findSkuRules(
  tx: Tx,
  sellerId: string,
  channelId: string,
  keys: readonly string[],
): Promise<StoredSkuRule[]> {
  return tx
    .select(columns)
    .from(skuRules)
    .where(
      and(
        ofChannel(sellerId, channelId),
        sql`${skuRules.skuKey} in (select jsonb_array_elements_text(${JSON.stringify(keys)}::jsonb))`,
      ),
    );
}

type Written = SkuRule & { key: string };
type By = { channelId: string; updatedBy: string; updatedAt: Date };

/** Sets these rules, new ones and known ones alike, in one statement. */
export async function writeSkuRules(tx: Tx, sellerId: string, rules: readonly Written[], by: By): Promise<void> {
  if (rules.length === 0) return;
  const rows = rules.map(({ key, ...rule }) => ({ sellerId, skuKey: key, ...rule, ...by }));
  await tx.execute(sql`${insertion(skuRules, rows)}
    on conflict (seller_id, channel_id, sku_key) do update set
      sku = excluded.sku, exempt_reason = excluded.exempt_reason, exempt_from = excluded.exempt_from,
      exempt_until = excluded.exempt_until, automation = excluded.automation,
      updated_by = excluded.updated_by, updated_at = excluded.updated_at`);
}

export async function deleteSkuRule(tx: Tx, sellerId: string, channelId: string, key: string): Promise<void> {
  await tx.delete(skuRules).where(and(ofChannel(sellerId, channelId), eq(skuRules.skuKey, key)));
}
