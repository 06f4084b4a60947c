import { and, eq, inArray, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { channels, claims, orders, returns } from "@/db/schema";
import { paths } from "@/lib/i18n/paths";
import { eitherOf } from "@/lib/kernel/list/filters";
import { list } from "@/lib/kernel/list/list";
import { type Clauses, listSql } from "@/lib/platform/list/list-sql";
import { CLAIM_SHOWS, CLAIMS_SHOWN, type ClaimShow } from "@/lib/policy/machines/claim/statuses";
import { asksForPhoto } from "@/lib/policy/parcels/conditions";

/** More than this is not counted. */
export const CLAIMS_COUNTED_AT_MOST = 1000;

/** What whoever files it will be asked for and does not have yet. */
export const CLAIM_LACKS = ["date", "photo"] as const;
export type ClaimLack = (typeof CLAIM_LACKS)[number];

type Ctx = { sellerId: string; now: Date };

const readClaims = async (tx: Tx, { where, orderBy, limit, key }: Clauses, { sellerId }: Ctx) => {
  const rows = await tx
    .select({
      ...{ id: claims.id, returnId: claims.returnId, number: returns.number, orderNumber: orders.number },
      ...{ channelName: channels.name, marketplace: channels.marketplace, buyerName: orders.buyerName },
      ...{ status: claims.status, cause: claims.cause, bar: claims.bar, currency: claims.currency },
      ...{ amountMinor: claims.amountMinor, claimedMinor: claims.claimedMinor, grantedMinor: claims.grantedMinor },
      ...{ claimNumber: claims.claimNumber, reportedWord: claims.reportedWord, note: claims.note },
      ...{ refundedOn: claims.refundedOn, dueAt: claims.dueAt, endsAt: claims.endsAt },
      /** Units that came back worse, and how many of them have no picture. */
      conditions: sql<{ condition: string; hasPhoto: boolean }[]>`(
        select coalesce(json_agg(json_build_object('condition', u.condition, 'hasPhoto', exists (
          select from unit_photos p where p.seller_id = ${sellerId} and p.unit_id = u.id))), '[]')
        from received_units u where u.seller_id = ${sellerId} and u.return_id = ${claims.returnId})`,
      key,
    })
    .from(claims)
    .innerJoin(returns, and(eq(returns.sellerId, claims.sellerId), eq(returns.id, claims.returnId)))
    .innerJoin(orders, and(eq(orders.sellerId, returns.sellerId), eq(orders.id, returns.orderId)))
    .innerJoin(channels, and(eq(channels.sellerId, returns.sellerId), eq(channels.id, returns.channelId)))
    .where(where)
    .orderBy(...orderBy)
    .limit(limit);
  return rows.map(({ conditions, ...row }) => {
    const isBare = conditions.some(({ condition, hasPhoto }) => !hasPhoto && asksForPhoto(condition as never));
    const lacks: ClaimLack[] = [
      ...(row.refundedOn === null ? (["date"] as const) : []),
      ...(isBare ? (["photo"] as const) : []),
    ];
    return { ...row, lacks };
  });
};
export type ClaimRow = Omit<Awaited<ReturnType<typeof readClaims>>[number], "key">;

const sum = (amountMinor: number | null, currency: string) => (amountMinor === null ? null : { amountMinor, currency });

/** Money to ask back of marketplaces, what has to be filed first at its top. */
export const CLAIMS = list<ClaimRow>()({
  filter: { show: eitherOf(CLAIM_SHOWS) },
  columns: {
    return: { value: ({ number }) => `R-${number}` },
    order: { value: ({ orderNumber }) => orderNumber },
    channel: { value: ({ channelName }) => channelName },
    status: { value: ({ status }) => status },
    cause: { value: ({ cause }) => cause },
    not_paid_because: { value: ({ bar }) => bar },
    can_be_claimed: { value: ({ amountMinor, currency }) => sum(amountMinor, currency) },
    claimed: { value: ({ claimedMinor, currency }) => sum(claimedMinor, currency) },
    granted: { value: ({ grantedMinor, currency }) => sum(grantedMinor, currency) },
    currency: { value: ({ currency }) => currency },
    claim_number: { value: ({ claimNumber }) => claimNumber },
    reported: { value: ({ reportedWord }) => reportedWord },
    refunded_on: { value: ({ refundedOn }) => refundedOn },
    due_at: { value: ({ dueAt }) => dueAt, sort: "instant" },
    missing: { value: ({ lacks }) => lacks.join("; ") || null },
    note: { value: ({ note }) => note },
  },
  sort: (_filter) => "due_at",
  sizes: [25],
});

/** The address of one part of the list. */
export const claimsHref = (show: ClaimShow): string => `${paths.claims}${CLAIMS.query(CLAIMS.usual({ show }))}`;

export const CLAIMS_LIST = listSql(CLAIMS, {
  table: claims,
  id: claims.id,
  base: ({ sellerId }: Ctx) => eq(claims.sellerId, sellerId),
  filter: { show: (show) => inArray(claims.status, CLAIMS_SHOWN[show]) },
  sort: { due_at: claims.dueAt },
  read: readClaims,
});
