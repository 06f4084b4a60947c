import { sql } from "drizzle-orm";
import { rowsOf } from "@/db/rows-of";
import { orders, returns } from "@/db/schema";
import type { Verdict } from "@/lib/policy/judging/verdict";
import { RELATED_AT_MOST } from "@/lib/policy/limits";
import type { Status } from "@/lib/policy/machines/return/statuses";

/** Another return of the same order or buyer; `isSameItem` when it is about one of the same order lines. */
type RelatedReturn = {
  id: string;
  number: number;
  status: Status;
  reportedStatus: string | null;
  isLabelTaken: boolean;
  verdict: Verdict;
  requestedOn: string;
  isSameOrder: boolean;
  isSameItem: boolean;
};

/**
 * The buyer is who bears the same whole name, and the same address where both are known: the longest of a return's keys of
 * that kind is the whole name, and finds the others in the index.
 */
export const related = (sellerId: string) =>
  rowsOf<RelatedReturn>(
    sql`r.id, r.number, r.status, r.reported_status as "reportedStatus", r.label_fetched_at is not null as "isLabelTaken",
    r.verdict, r.requested_on as "requestedOn",
    r.order_id = ${returns.orderId} as "isSameOrder",
    exists (
      select from return_lines a join return_lines b on b.seller_id = a.seller_id and b.order_line_id = a.order_line_id
      where a.seller_id = ${sellerId} and a.return_id = r.id and b.return_id = ${returns.id}
    ) as "isSameItem"`,
    sql`from (
      select o.id from returns o where o.seller_id = ${sellerId} and o.order_id = ${returns.orderId}
      union
      (select k.return_id from return_keys k where k.seller_id = ${sellerId} and k.kind = 'buyer'
        and k.key = (select own.key from return_keys own where own.seller_id = ${sellerId}
          and own.return_id = ${returns.id} and own.kind = 'buyer' order by length(own.key) desc limit 1)
        order by k.return_id desc limit ${RELATED_AT_MOST * 2})
    ) found
    join returns r on r.seller_id = ${sellerId} and r.id = found.id
    join orders o on o.seller_id = r.seller_id and o.id = r.order_id
    where r.id <> ${returns.id} and (r.order_id = ${returns.orderId} or o.buyer_name = ${orders.buyerName})
      and coalesce(o.buyer_email = ${orders.buyerEmail}, true)
    order by r.order_id <> ${returns.orderId}, r.requested_on desc, r.id desc limit ${RELATED_AT_MOST}`,
  );
