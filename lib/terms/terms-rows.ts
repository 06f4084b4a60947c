import { aliasedTable, and, desc, eq, gt, inArray, or, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Tx } from "@/db/client";
import { channels, operations, policies, policyDrafts, users } from "@/db/schema";
import { list } from "@/lib/kernel/list/list";
import { type Clauses, listSql } from "@/lib/platform/list/list-sql";
import { diffOperation } from "@/lib/policy/terms/diff-operation";

const author = aliasedTable(users, "author");
const before = alias(operations, "before");

/** One channel with the draft of its terms; null when it is not the seller's. */
export async function findChannelTerms(tx: Tx, sellerId: string, channelId: string) {
  const [row] = await tx
    .select({
      id: channels.id,
      name: channels.name,
      mode: channels.mode,
      marketplace: channels.marketplace,
      programme: channels.programme,
      country: channels.country,
      currency: channels.currency,
      timeZone: channels.timeZone,
      draft: {
        terms: policyDrafts.terms,
        baseVersion: policyDrafts.baseVersion,
        revision: policyDrafts.revision,
        updatedAt: policyDrafts.updatedAt,
        updatedByName: author.name,
      },
    })
    .from(channels)
    .leftJoin(policyDrafts, and(eq(policyDrafts.sellerId, channels.sellerId), eq(policyDrafts.channelId, channels.id)))
    .leftJoin(author, eq(author.id, policyDrafts.updatedBy))
    .where(and(eq(channels.sellerId, sellerId), eq(channels.id, channelId)));
  if (!row) return null;
  const { terms, baseVersion, revision, updatedAt, updatedByName } = row.draft;
  const isThere = terms !== null && baseVersion !== null && revision !== null && updatedAt !== null;
  return { ...row, draft: isThere ? { terms, baseVersion, revision, updatedAt, updatedByName } : null };
}
export type ChannelTerms = NonNullable<Awaited<ReturnType<typeof findChannelTerms>>>;
export type TermsDraftRow = NonNullable<ChannelTerms["draft"]>;

const versionColumns = {
  id: policies.id,
  version: policies.version,
  effectiveFrom: policies.effectiveFrom,
  note: policies.note,
  createdAt: policies.createdAt,
  createdByName: users.name,
};
const withTerms = { ...versionColumns, terms: policies.terms };

const ofChannel = (sellerId: string, channelId: string): SQL | undefined =>
  and(eq(policies.sellerId, sellerId), eq(policies.channelId, channelId));

/** The version in force on a date and those planned for later, with their terms: all that `inForce` needs from then on. */
export function listRunningVersions(tx: Tx, sellerId: string, channelId: string, today: string) {
  const begun = sql`(
    select p.id from policies p where p.seller_id = ${sellerId} and p.channel_id = ${channelId}
    order by (p.effective_from <= ${today}) desc, case when p.effective_from <= ${today} then p.effective_from end desc,
      case when p.effective_from <= ${today} then p.version end desc, p.version limit 1)`;
  return tx
    .select(withTerms)
    .from(policies)
    .leftJoin(users, eq(users.id, policies.createdBy))
    .where(and(ofChannel(sellerId, channelId), or(gt(policies.effectiveFrom, today), eq(policies.id, begun))))
    .orderBy(desc(policies.effectiveFrom), desc(policies.version));
}
export type RunningVersion = Awaited<ReturnType<typeof listRunningVersions>>[number];

/** Some versions by their number, with their terms. */
export function listVersionsByNumber(tx: Tx, sellerId: string, channelId: string, numbers: readonly number[]) {
  return tx
    .select(withTerms)
    .from(policies)
    .leftJoin(users, eq(users.id, policies.createdBy))
    .where(and(ofChannel(sellerId, channelId), inArray(policies.version, [...numbers])));
}

const readVersions = (tx: Tx, { where, orderBy, limit, key }: Clauses) =>
  tx
    .select({ ...versionColumns, key })
    .from(policies)
    .leftJoin(users, eq(users.id, policies.createdBy))
    .where(where)
    .orderBy(...orderBy)
    .limit(limit);
export type VersionRow = Omit<Awaited<ReturnType<typeof readVersions>>[number], "key">;

/** As the file tells it, of the terms and of how the channel works alike. */
type Filed = Pick<VersionRow, "version" | "note" | "createdAt" | "createdByName"> & {
  effectiveFrom?: string;
  of?: "terms" | "work";
  /** What it changed of the one before it. */
  changed?: readonly string[];
};

/** A channel's versions, or those of how it works, newest first. */
export const VERSIONS = list<Filed>()({
  filter: {},
  columns: {
    of: { value: ({ of }) => of ?? null },
    version: { value: ({ version }) => version, sort: "number" },
    in_force_from: { value: ({ effectiveFrom }) => effectiveFrom ?? null },
    saved_at: { value: ({ createdAt }) => createdAt },
    by: { value: ({ createdByName }) => createdByName },
    changed: { value: ({ changed }) => changed?.join("; ") ?? null },
    note: { value: ({ note }) => note },
  },
  sort: (_filter) => "-version",
  sizes: [20],
  beside: ["from", "to", "of"],
});

type OfChannel = { sellerId: string; channelId: string };

export const VERSION_LIST = listSql(VERSIONS, {
  table: policies,
  id: policies.id,
  base: ({ sellerId, channelId }: OfChannel) => ofChannel(sellerId, channelId),
  filter: {},
  sort: { version: policies.version },
  read: readVersions,
});

/** Versions of how a channel works are numbered one after the other: each stands beside the one before it. */
async function readWork(tx: Tx, { where, orderBy, limit, key }: Clauses, { sellerId }: OfChannel) {
  const rows = await tx
    .select({
      key,
      id: operations.id,
      version: operations.version,
      operation: operations.operation,
      earlier: before.operation,
      note: operations.note,
      createdAt: operations.createdAt,
      createdByName: users.name,
    })
    .from(operations)
    .leftJoin(users, eq(users.id, operations.createdBy))
    .leftJoin(
      before,
      and(
        eq(before.sellerId, sellerId),
        eq(before.channelId, operations.channelId),
        eq(before.version, sql`${operations.version} - 1`),
      ),
    )
    .where(where)
    .orderBy(...orderBy)
    .limit(limit);
  return rows.map(({ operation, earlier, ...row }) => ({
    ...row,
    of: "work" as const,
    changed: earlier ? diffOperation(earlier, operation) : [],
  }));
}
export type WorkRow = Omit<Awaited<ReturnType<typeof readWork>>[number], "key">;

/** How a channel worked. */
export const WORK_LIST = listSql(VERSIONS, {
  table: operations,
  id: operations.id,
  base: ({ sellerId, channelId }: OfChannel) =>
    and(eq(operations.sellerId, sellerId), eq(operations.channelId, channelId)),
  filter: {},
  sort: { version: operations.version },
  read: readWork,
});

/** The newest version's number, and who published it when. */
export async function findNewest(tx: Tx, sellerId: string, channelId: string) {
  const [row] = await tx
    .select({ version: policies.version, createdAt: policies.createdAt, createdByName: users.name })
    .from(policies)
    .leftJoin(users, eq(users.id, policies.createdBy))
    .where(ofChannel(sellerId, channelId))
    .orderBy(desc(policies.version))
    .limit(1);
  return row ?? null;
}

type NewDraft = Omit<typeof policyDrafts.$inferInsert, "sellerId">;

/** Writes the draft of a channel over the one there was. To be called with the channel locked. */
export async function writeDraft(tx: Tx, sellerId: string, draft: NewDraft): Promise<void> {
  const { baseVersion, terms, revision, updatedBy, updatedAt } = draft;
  await tx
    .insert(policyDrafts)
    .values({ sellerId, ...draft })
    .onConflictDoUpdate({
      target: [policyDrafts.sellerId, policyDrafts.channelId],
      set: { baseVersion, terms, revision, updatedBy, updatedAt },
    });
}

export async function deleteDraft(tx: Tx, sellerId: string, channelId: string): Promise<void> {
  await tx.delete(policyDrafts).where(and(eq(policyDrafts.sellerId, sellerId), eq(policyDrafts.channelId, channelId)));
}

type NewVersion = Omit<typeof policies.$inferInsert, "sellerId">;

export async function insertVersion(tx: Tx, sellerId: string, version: NewVersion): Promise<void> {
  await tx.insert(policies).values({ sellerId, ...version });
}
