import { and, asc, eq, inArray, sql } from "drizzle-orm";
import type { Operation, Terms } from "../../lib/policy/terms";
import type { Tx } from "../client";
import { channels, returnAddresses } from "../schema";

type PolicyVersion = { id: string; version: number; effectiveFrom: string; terms: Terms; operation: Operation };

const versions = sql<PolicyVersion[]>`(
  select json_agg(json_build_object('id', p.id, 'version', p.version, 'effectiveFrom', p.effective_from, 'terms', p.terms, 'operation', p.operation) order by p.version)
  from policies p where p.seller_id = ${channels.sellerId} and p.channel_id = ${channels.id}
)`;

/** Channels of a seller with every version of their policy: all that judging a request of theirs needs. */
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
      versions,
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
