import { type SQL, type SQLWrapper, sql } from "drizzle-orm";
import { UNITS_FREED_IN } from "@/lib/policy/machines/return/statuses";

/** As a parameter that compares with a status. */
export const freed = sql.param(`{${UNITS_FREED_IN.join(",")}}`);

type Request = { requestedOn: SQLWrapper | string; id: SQLWrapper | string };

/** That `e` was asked for before a request and still stands (P-11, S0-13); of two of one day, the one that came first. */
export const standsBefore = ({ requestedOn, id }: Request): SQL =>
  sql`not e.status = any(${freed}) and (e.requested_on, e.id) < (${requestedOn}::date, ${id}::uuid)`;

/** How many free returns of its order were asked for before a request and still stand (S0-13). */
export const earlierFreeReturns = (of: Request & { sellerId: SQLWrapper; orderId: SQLWrapper }) =>
  sql<number>`(
  select count(*)::int from returns e
  where e.seller_id = ${of.sellerId} and e.order_id = ${of.orderId} and ${standsBefore(of)}
    and e.evaluation->'label'->>'paidBy' = 'marketplace')`;
