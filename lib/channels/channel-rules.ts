import { and, asc, eq, inArray, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { channels, returnAddresses, skuRules } from "@/db/schema";
import { plainName } from "@/lib/policy/judging/listed";
import type { ReasonLabels } from "@/lib/policy/judging/own-reasons";
import { TERMS } from "@/lib/policy/terms/rows";
import type { SkuRule } from "@/lib/policy/terms/sku-rule";
import type { Fault } from "@/lib/policy/terms/term-choices";
import type { Operation } from "@/lib/policy/terms/terms";
import type { TermsVersion } from "@/lib/policy/terms/versions";

type CurrentOperation = { id: string; version: number; operation: Operation };

const versionsOf = (sellerId: string) =>
  sql<TermsVersion[]>`(
  select json_agg(json_build_object('id', p.id, 'version', p.version, 'effectiveFrom', p.effective_from, 'terms', p.terms) order by p.version)
  from policies p where p.seller_id = ${sellerId} and p.channel_id = ${channels.id}
)`.mapWith((rows: TermsVersion[]) => rows.map((version) => ({ ...version, terms: TERMS.completed(version.terms) })));

const currentOf = (sellerId: string) => sql<CurrentOperation>`(
  select json_build_object('id', o.id, 'version', o.version, 'operation', o.operation) from operations o
  where o.seller_id = ${sellerId} and o.channel_id = ${channels.id} order by o.version desc limit 1
)`;

/** Whose fault the seller's own return reasons are, by their code (P-07). */
const reasonFaultsOf = (sellerId: string) => sql<Record<string, Fault>>`(
  select coalesce(json_object_agg(r.code, r.fault), '{}') from reasons r
  where r.seller_id = ${sellerId} and r.kind = 'return' and r.fault is not null
)`;

type OwnReason = { labels: ReasonLabels; isRetired: boolean };

/** What the seller calls return reasons, by code: of their own, or another name for one of ours. */
const ownReasonsOf = (sellerId: string) => sql<Record<string, OwnReason>>`(
  select coalesce(json_object_agg(r.code, json_build_object('labels', r.labels, 'isRetired', r.retired_at is not null)), '{}')
  from reasons r where r.seller_id = ${sellerId} and r.kind = 'return'
)`;

/** Channels of a seller with every version of their terms and how they work now: with the rules of single SKUs, all that judging a request of theirs needs. */
export function listChannelRules(tx: Tx, sellerId: string, only?: readonly string[]) {
  return tx
    .select({
      id: channels.id,
      code: channels.code,
      name: channels.name,
      marketplace: channels.marketplace,
      mode: channels.mode,
      programme: channels.programme,
      plan: channels.plan,
      hasPrepaid: channels.hasPrepaid,
      country: channels.country,
      currency: channels.currency,
      timeZone: channels.timeZone,
      dataAsOf: channels.dataAsOf,
      returnCountry: returnAddresses.country,
      versions: versionsOf(sellerId),
      current: currentOf(sellerId),
      reasonFaults: reasonFaultsOf(sellerId),
      ownReasons: ownReasonsOf(sellerId),
      isAutomationPaused: sql<boolean>`(
        select s.automation_paused_at is not null from sellers s where s.id = ${sellerId})`,
    })
    .from(channels)
    .leftJoin(
      returnAddresses,
      and(eq(returnAddresses.sellerId, channels.sellerId), eq(returnAddresses.id, channels.defaultAddressId)),
    )
    .where(and(eq(channels.sellerId, sellerId), only ? inArray(channels.id, [...only]) : undefined))
    .orderBy(asc(channels.code));
}

export type ChannelRules = Awaited<ReturnType<typeof listChannelRules>>[number];

/** The rules that a channel has for some SKUs, by plainName. */
export async function listSkuRules(
  tx: Tx,
  sellerId: string,
  channelId: string,
  skus: readonly (string | null)[],
): Promise<ReadonlyMap<string, SkuRule>> {
  const keys = [...new Set(skus.flatMap((sku) => (sku === null ? [] : [plainName(sku)])))];
  if (keys.length === 0) return new Map();
  const rows = await tx
    .select({
      key: skuRules.skuKey,
      sku: skuRules.sku,
      exemptReason: skuRules.exemptReason,
      exemptFrom: skuRules.exemptFrom,
      exemptUntil: skuRules.exemptUntil,
      automation: skuRules.automation,
    })
    .from(skuRules)
    .where(and(eq(skuRules.sellerId, sellerId), eq(skuRules.channelId, channelId), inArray(skuRules.skuKey, keys)));
  return new Map(rows.map(({ key, ...rule }) => [key, rule]));
}
