import { and, eq, ilike, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { skuRules } from "@/db/schema";
import { insertion } from "@/db/write-set";
import { text } from "@/lib/kernel/list/filters";
import { type ListColumn, list } from "@/lib/kernel/list/list";
import { type Clauses, listSql } from "@/lib/platform/list/list-sql";
import type { SkuRule } from "@/lib/policy/terms/sku-rule";
import type { SKU_COLUMNS } from "./sku-file";

const columns = {
  skuKey: skuRules.skuKey,
  sku: skuRules.sku,
  exemptReason: skuRules.exemptReason,
  exemptFrom: skuRules.exemptFrom,
  exemptUntil: skuRules.exemptUntil,
  automation: skuRules.automation,
  updatedAt: skuRules.updatedAt,
};

/** `skuKey` is the SKU as it compares. */
export type StoredSkuRule = SkuRule & { skuKey: string; updatedAt: Date };

const ofChannel = (sellerId: string, channelId: string) =>
  and(eq(skuRules.sellerId, sellerId), eq(skuRules.channelId, channelId));

const readRules = (tx: Tx, { where, orderBy, limit, key }: Clauses) =>
  tx
    .select({ ...columns, key })
    .from(skuRules)
    .where(where)
    .orderBy(...orderBy)
    .limit(limit);

/** Rules of a channel by SKU; `q` is looked for anywhere in it. The file can be uploaded again. */
export const SKU_RULES = list<StoredSkuRule>()({
  filter: { q: text() },
  columns: {
    SKU: { value: ({ sku }) => sku, sort: "text" },
    exempt: { value: ({ exemptReason }) => (exemptReason === null ? "no" : "yes") },
    reason: { value: ({ exemptReason }) => exemptReason },
    from: { value: ({ exemptFrom }) => exemptFrom },
    until: { value: ({ exemptUntil }) => exemptUntil },
    automation: { value: ({ automation }) => automation },
  } satisfies Record<(typeof SKU_COLUMNS)[number], ListColumn<StoredSkuRule>>,
  sort: (_filter) => "SKU",
  sizes: [50],
});

export const SKU_RULE_LIST = listSql(SKU_RULES, {
  table: skuRules,
  // A channel has one rule for a SKU: beside its key, the channel says which it is.
  id: skuRules.channelId,
  base: ({ sellerId, channelId }: { sellerId: string; channelId: string }) => ofChannel(sellerId, channelId),
  filter: { q: (q) => ilike(skuRules.skuKey, `%${q.toLowerCase().replaceAll(/[\\%_]/g, "\\$&")}%`) },
  sort: { SKU: skuRules.skuKey },
  read: readRules,
});

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
