import { type SQL, type SQLWrapper, sql } from "drizzle-orm";
import { returns } from "@/db/schema";

/** The title of a return's first item, null where the report had none; for a select from returns of this seller. */
export const firstTitleOf = (sellerId: string | SQLWrapper): SQL<string | null> => sql<string | null>`(
  select o.title from return_lines l join order_lines o on o.seller_id = l.seller_id and o.id = l.order_line_id
  where l.seller_id = ${sellerId} and l.return_id = ${returns.id} order by l.position limit 1
)`;
