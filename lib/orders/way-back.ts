import { sql } from "drizzle-orm";
import { channels, orders, returns } from "@/db/schema";
import type { Payer } from "@/lib/policy/judging/label-words";
import type { Operation } from "@/lib/policy/terms/terms";

/** P-33: who pays the way back as it was decided; before, and in decisions of before, as it was judged. */
export const paidBy = sql<Payer>`coalesce(${returns.labelPaidBy}, ${returns.evaluation}->'label'->>'paidBy')`;

export type FreeReturnPlace = Operation["freeReturnCountries"][number];

/** S0-24 to S0-28: who takes a free return in the buyer's country, how, and where it goes, as the channel works now. */
export const freeReturnPlace = (sellerId: string) => sql<FreeReturnPlace | null>`(
  select place from (
    select o.operation from operations o where o.seller_id = ${sellerId} and o.channel_id = ${returns.channelId}
    order by o.version desc limit 1) now, jsonb_array_elements(now.operation->'freeReturnCountries') place
  where ${channels.programme} = 'free_return' and place->>'country' = coalesce(${orders.shipCountry}, ${channels.country})
  limit 1)`;
