import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { HOLDS } from "@/lib/policy/judging/automation-causes";
import { OLDEST_ORDER_DAYS, type RequestGroup } from "@/lib/policy/judging/automation-history";
import { UNDECIDED } from "@/lib/policy/machines/return/statuses";
import { MODES_THAT_CARRY_OUT } from "@/lib/policy/reach";

type Asked = { channelId: string; since: string; limit: number };

const hasReason = (condition: string) =>
  sql.raw(`jsonb_path_exists(r.evaluation, '$.lines[*].reasons[*] ? (${condition})')`);

/** The first of the reasons that hold a request back, as `holdOf` finds it. */
const heldBy = sql`case ${sql.join(
  HOLDS.map(
    ({ rule, effect, because }) =>
      sql`when ${hasReason(`@.rule == "${rule}" && @.effect == "${effect}"`)} then ${sql.raw(`'${because}'`)}`,
  ),
  sql` `,
)} end`;

/**
 * The newest requests of a channel since a date, at most `limit`, grouped by all that automation looks at. Of a mirrored
 * channel only those count that its marketplace left pending (P-20). SKU rules are those of today.
 */
export function listRequestGroups(tx: Tx, sellerId: string, { channelId, since, limit }: Asked) {
  return tx.execute<RequestGroup>(sql`
    with recent as materialized (
      select r.id, r.order_id, r.requested_on, r.verdict, r.evaluation
      from returns r join channels c on c.seller_id = r.seller_id and c.id = r.channel_id
      where r.seller_id = ${sellerId} and r.channel_id = ${channelId} and r.requested_on >= ${since}::date
        and (c.mode in ${MODES_THAT_CARRY_OUT} or exists (
          select from events e where e.seller_id = ${sellerId} and e.return_id = r.id and e.kind = 'requested'
            and e.data->>'status' = ${UNDECIDED}))
      order by r.requested_on desc, r.id desc limit ${limit}
    )
    select r.verdict,
      ${hasReason('@.rule == "prepaid" && @.exemptBy == "sku"')} as "isExemptSku",
      ${hasReason('@.rule == "prepaid" && @.exemptBy == "category"')} as "isExemptCategory",
      ${heldBy} as "heldBy",
      coalesce(r.evaluation #>> '{keepItem,because}', 'cost') <> 'cost' as "isReturnless",
      coalesce(sku.is_manual, false) as "isSkuManual",
      coalesce(sku.is_automatic, false) as "isSkuAutomatic",
      least(greatest(r.requested_on - o.ordered_on, 0), ${OLDEST_ORDER_DAYS}::int) as "orderAgeDays",
      count(*)::int as count
    from recent r
    join orders o on o.seller_id = ${sellerId} and o.id = r.order_id
    left join lateral (
      select bool_or(s.automation = 'manual') as is_manual,
        bool_and(s.automation is not distinct from 'automatic') as is_automatic
      from return_lines l
      join order_lines ol on ol.seller_id = l.seller_id and ol.id = l.order_line_id
      left join sku_rules s on s.seller_id = l.seller_id and s.channel_id = ${channelId}
        and s.sku_key = lower(btrim(ol.sku))
      where l.seller_id = ${sellerId} and l.return_id = r.id
    ) sku on true
    group by 1, 2, 3, 4, 5, 6, 7, 8`);
}
