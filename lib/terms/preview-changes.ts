import { and, eq, type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { orders, previewChanges, returns } from "@/db/schema";
import { oneOf } from "@/lib/kernel/list/filters";
import { type Cell, list } from "@/lib/kernel/list/list";
import { firstTitleOf } from "@/lib/orders/first-title";
import { type Clauses, listSql } from "@/lib/platform/list/list-sql";
import { IMPACT_KINDS, type ImpactChange, type ImpactKind } from "@/lib/policy/judging/impact";

/** Which of the changes are of a kind, by what `changeOf` writes. */
const IS_OF_KIND: Record<ImpactKind, SQL> = {
  verdicts: sql`${previewChanges.change} ? 'verdict'`,
  more: sql`${previewChanges.change}->'automation'->>1 = 'authorize'`,
  fewer: sql`${previewChanges.change}->'automation'->>1 <> 'authorize'`,
  labels: sql`${previewChanges.change} ? 'label'`,
  deadlines: sql`(${previewChanges.change} ? 'answerBy' or ${previewChanges.change} ? 'sendBackBy')`,
};

const readChanges = (tx: Tx, { where, orderBy, limit, key }: Clauses) =>
  tx
    .select({
      key,
      position: previewChanges.position,
      returnId: previewChanges.returnId,
      change: sql<ImpactChange>`${previewChanges.change}`,
      number: returns.number,
      requestedOn: returns.requestedOn,
      orderNumber: orders.number,
      title: firstTitleOf(returns.sellerId),
    })
    .from(previewChanges)
    .innerJoin(returns, and(eq(returns.sellerId, previewChanges.sellerId), eq(returns.id, previewChanges.returnId)))
    .innerJoin(orders, and(eq(orders.sellerId, returns.sellerId), eq(orders.id, returns.orderId)))
    .where(where)
    .orderBy(...orderBy)
    .limit(limit);
type PreviewChangeRow = Omit<Awaited<ReturnType<typeof readChanges>>[number], "key">;

type Pair = readonly [string | null, string | null];
const from = (pairOf: (change: ImpactChange) => Pair | undefined) => ({
  value: ({ change }: PreviewChangeRow): Cell => pairOf(change)?.[0] ?? null,
});
const to = (pairOf: (change: ImpactChange) => Pair | undefined) => ({
  value: ({ change }: PreviewChangeRow): Cell => pairOf(change)?.[1] ?? null,
});
const labelKind = ({ label }: ImpactChange): Pair | undefined => label && [label[0].kind, label[1].kind];
const labelPaidBy = ({ label }: ImpactChange): Pair | undefined => label && [label[0].paidBy, label[1].paidBy];

/** An amount that nobody knows is told as such; an empty cell stays what it was. */
const amountOf = (amountMinor: number | null | undefined, currency: string | undefined): Cell =>
  amountMinor === undefined || currency === undefined
    ? null
    : amountMinor === null
      ? "unknown"
      : { amountMinor, currency };

/** The requests that would have gone another way, in the preview's order. */
export const PREVIEW_CHANGES = list<PreviewChangeRow>()({
  filter: { kind: oneOf(IMPACT_KINDS) },
  columns: {
    position: { sort: "number", only: "screen" },
    return: { value: ({ number }) => `R-${number}` },
    order: { value: ({ orderNumber }) => orderNumber },
    requested_on: { value: ({ requestedOn }) => requestedOn },
    item: { value: ({ title }) => title },
    verdict_before: from(({ verdict }) => verdict),
    verdict_after: to(({ verdict }) => verdict),
    automation_before: from(({ automation }) => automation),
    automation_after: to(({ automation }) => automation),
    label_before: from(labelKind),
    label_after: to(labelKind),
    label_paid_by_before: from(labelPaidBy),
    label_paid_by_after: to(labelPaidBy),
    answer_by_before: from(({ answerBy }) => answerBy),
    answer_by_after: to(({ answerBy }) => answerBy),
    send_back_by_before: from(({ sendBackBy }) => sendBackBy),
    send_back_by_after: to(({ sendBackBy }) => sendBackBy),
    currency: { value: ({ change }) => change.cost?.currency ?? null },
    goods: { value: ({ change: { cost } }) => amountOf(cost?.goodsMinor, cost?.currency) },
    return_shipping: { value: ({ change: { cost } }) => amountOf(cost?.freightMinor, cost?.currency) },
  },
  sort: (_filter) => "position",
  sizes: [50],
});

export const PREVIEW_CHANGE_LIST = listSql(PREVIEW_CHANGES, {
  table: previewChanges,
  id: previewChanges.returnId,
  base: ({ sellerId, previewId }: { sellerId: string; previewId: string }) =>
    and(eq(previewChanges.sellerId, sellerId), eq(previewChanges.previewId, previewId)),
  filter: { kind: (kind) => IS_OF_KIND[kind] },
  sort: { position: previewChanges.position },
  read: readChanges,
});
