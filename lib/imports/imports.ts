import { hash } from "node:crypto";
import { and, asc, eq, gt, sql } from "drizzle-orm";
import type { Db, Tx } from "@/db/client";
import {
  channels,
  importMappings,
  importRefusals,
  imports,
  type Stayed,
  type StayedOrder,
  type StayedReturn,
} from "@/db/schema";
import { withSeller } from "@/db/tenant";
import { type ChannelRules, listChannelRules } from "@/lib/channels/channel-rules";
import { list } from "@/lib/kernel/list/list";
import { ok, type Result, refuse } from "@/lib/kernel/result";
import { type Clauses, listSql } from "@/lib/platform/list/list-sql";
import type { ColumnMapping } from "@/lib/policy/imports/column-mapping";
import type { FileColumns, ImportKind } from "@/lib/policy/imports/mapping";
import { CHECKED } from "@/lib/policy/machines/import/statuses";
import type { Undone } from "@/lib/policy/machines/import/undo";
import { plainHeader } from "./read/words/plain-header";

const importColumns = {
  id: imports.id,
  channelId: imports.channelId,
  channelName: channels.name,
  channelCode: channels.code,
  kind: imports.kind,
  mapping: imports.mapping,
  state: imports.state,
  files: imports.files,
  warnings: imports.warnings,
  opened: imports.opened,
  bytesTotal: imports.bytesTotal,
  bytesDone: imports.bytesDone,
  newCount: imports.newCount,
  changedCount: imports.changedCount,
  unchangedCount: imports.unchangedCount,
  refusedCount: imports.refusedCount,
  createdBy: imports.createdBy,
  createdByName: imports.createdByName,
  createdAt: imports.createdAt,
  finishedAt: imports.finishedAt,
  failure: imports.failure,
  effects: imports.effects,
  isWithoutAutomation: imports.isWithoutAutomation,
  stayed: imports.stayed,
  stayedCount: imports.stayedCount,
};

const ofChannel = and(eq(channels.sellerId, imports.sellerId), eq(channels.id, imports.channelId));

/** An import with its channel; null when it is not the seller's. */
export async function findImport(tx: Tx, sellerId: string, importId: string) {
  const [row] = await tx
    .select(importColumns)
    .from(imports)
    .innerJoin(channels, ofChannel)
    .where(and(eq(imports.sellerId, sellerId), eq(imports.id, importId)));
  return row ?? null;
}
export type ImportRow = NonNullable<Awaited<ReturnType<typeof findImport>>>;

/** The columns of a checked import that have to be told, or were; null where every file is read as it is. */
export async function findImportColumns(tx: Tx, sellerId: string, importId: string): Promise<FileColumns | null> {
  const [row] = await tx
    .select({ columns: imports.columns })
    .from(imports)
    .where(and(eq(imports.sellerId, sellerId), eq(imports.id, importId), eq(imports.state, CHECKED)));
  return row?.columns ?? null;
}

const readImports = (tx: Tx, { where, orderBy, limit, key }: Clauses) =>
  tx
    .select({ ...importColumns, key })
    .from(imports)
    .innerJoin(channels, ofChannel)
    .where(where)
    .orderBy(...orderBy)
    .limit(limit);

/** The imports of a seller, newest first. */
export const IMPORTS = list<ImportRow>()({
  filter: {},
  columns: {
    started_at: { value: ({ createdAt }) => createdAt, sort: "instant" },
    finished_at: { value: ({ finishedAt }) => finishedAt },
    channel: { value: ({ channelName }) => channelName },
    kind: { value: ({ kind }) => kind },
    files: { value: ({ files }) => files.map(({ name }) => name).join("; ") },
    state: { value: ({ state }) => state },
    by: { value: ({ createdByName }) => createdByName },
    new: { value: ({ newCount }) => newCount },
    changed: { value: ({ changedCount }) => changedCount },
    unchanged: { value: ({ unchangedCount }) => unchangedCount },
    refused: { value: ({ refusedCount }) => refusedCount },
    id: { value: ({ id }) => id },
  },
  sort: (_filter) => "-started_at",
  sizes: [20],
});

export const IMPORT_LIST = listSql(IMPORTS, {
  table: imports,
  id: imports.id,
  base: ({ sellerId }) => eq(imports.sellerId, sellerId),
  filter: {},
  sort: { started_at: imports.createdAt },
  read: readImports,
});

/** The channels that files are imported into, and how fresh what a marketplace's reports say is. */
export function listImportChannels(tx: Tx, sellerId: string) {
  return tx
    .select({
      id: channels.id,
      code: channels.code,
      name: channels.name,
      marketplace: channels.marketplace,
      mode: channels.mode,
      dataAsOf: channels.dataAsOf,
    })
    .from(channels)
    .where(eq(channels.sellerId, sellerId))
    .orderBy(asc(channels.name), asc(channels.id));
}
export type ImportChannel = Awaited<ReturnType<typeof listImportChannels>>[number];

/** Refused rows in the order of the files, after an id. */
export function listImportRefusals(
  tx: Tx,
  sellerId: string,
  importId: string,
  { after, limit }: { after: string | null; limit: number },
) {
  return tx
    .select({
      id: importRefusals.id,
      file: importRefusals.file,
      line: importRefusals.line,
      column: importRefusals.column,
      code: importRefusals.code,
      value: importRefusals.value,
      raw: importRefusals.raw,
    })
    .from(importRefusals)
    .where(
      and(
        eq(importRefusals.sellerId, sellerId),
        eq(importRefusals.importId, importId),
        after ? gt(importRefusals.id, after) : undefined,
      ),
    )
    .orderBy(asc(importRefusals.id))
    .limit(limit);
}
export type ImportRefusalRow = Awaited<ReturnType<typeof listImportRefusals>>[number];

/** By what a file of the same source is known again: its columns' plain names, in whatever order they come. */
export const headerSignature = (names: readonly string[]): string =>
  hash("sha256", JSON.stringify(names.map(plainHeader).sort()));

/** How a file with this header was read the last time in a channel; null: never. */
export async function findImportMapping(
  tx: Tx,
  sellerId: string,
  { channelId, kind, signature }: { channelId: string; kind: ImportKind; signature: string },
): Promise<ColumnMapping | null> {
  const [row] = await tx
    .select({ mapping: importMappings.mapping })
    .from(importMappings)
    .where(
      and(
        eq(importMappings.sellerId, sellerId),
        eq(importMappings.channelId, channelId),
        eq(importMappings.kind, kind),
        eq(importMappings.signature, signature),
      ),
    );
  return row?.mapping ?? null;
}

/** What an import did, and of those that stay whether it brought them in. */
type Did = { fresh: number; changed: number };
type Kept<Row> = Row & { isNew: boolean };

/** What becomes of all that an import did where these stay. */
function withoutThem<Row>(rows: readonly Kept<Row>[], { fresh, changed }: Did = { fresh: 0, changed: 0 }) {
  const kept = rows.filter(({ isNew }) => isNew).length;
  const undone = { deleted: fresh - kept, restored: changed - (rows.length - kept), stayed: rows.length };
  return { staying: rows.map(({ isNew: _, ...row }) => row as unknown as Row), undone };
}

/**
 * The orders of an import that stay when it is taken back, and why, in the order of their numbers; and how many it
 * changed in all. One that is gone by now stays nowhere.
 */
export async function listStayingOrders(
  tx: Tx,
  sellerId: string,
  importId: string,
): Promise<{ staying: StayedOrder[]; undone: Undone }> {
  const rows = await tx.execute<Kept<StayedOrder>>(sql`
    select o.id as "orderId", o.number, s.why, c.kind = 'new' as "isNew"
    from import_order_changes c
    join orders o on o.seller_id = c.seller_id and o.id = c.order_id
    cross join lateral (select case
      when c.kind = 'new' and exists (
        select from returns r where r.seller_id = ${sellerId} and r.order_id = c.order_id) then 'has_return'
      when o.updated_at is not distinct from c.updated_after then null
      when exists (select from import_order_changes l where l.seller_id = ${sellerId} and l.order_id = c.order_id
        and l.import_id <> c.import_id and l.updated_after > c.updated_after) then 'later_import'
      else 'touched' end as why) s
    where c.seller_id = ${sellerId} and c.import_id = ${importId} and s.why is not null
    order by o.number, o.id`);
  const did = await tx.execute<Did>(sql`
    select count(*) filter (where kind = 'new')::int as fresh, count(*) filter (where kind = 'changed')::int as changed
    from import_order_changes where seller_id = ${sellerId} and import_id = ${importId}`);
  return withoutThem([...rows], did[0]);
}

export type { Stayed };

type Staying = StayedReturn & { orderId: string };

/**
 * The returns of an import that stay when it is taken back, and why, in the order of their numbers; and how many it
 * changed in all. What left before a known return met this import holds nothing up.
 */
export async function listStaying(
  tx: Tx,
  sellerId: string,
  importId: string,
): Promise<{ staying: Staying[]; undone: Undone }> {
  const rows = await tx.execute<Kept<Staying>>(sql`
    select r.id as "returnId", r.number, r.order_id as "orderId", s.why, c.kind = 'new' as "isNew"
    from import_changes c
    join returns r on r.seller_id = c.seller_id and r.id = c.return_id
    cross join lateral (
      select e.id from events e
      where e.seller_id = ${sellerId} and e.return_id = c.return_id and e.import_id = c.import_id
      order by e.id desc limit 1) own
    cross join lateral (select case
      when exists (
        select from outbox o left join events e on e.seller_id = o.seller_id and e.id = o.event_id
        where o.seller_id = ${sellerId} and o.return_id = c.return_id and o.state = 'left'
          and (c.kind = 'new' or e.import_id = c.import_id)) then 'sent'
      when exists (
        select from handovers h join events e
          on e.seller_id = h.seller_id and e.return_id = h.return_id and e.at = h.opened_at and e.import_id = c.import_id
        where h.seller_id = ${sellerId} and h.return_id = c.return_id and h.done_at is not null) then 'done_there'
      when r.version is not distinct from c.version_after then null
      when exists (select from events e where e.seller_id = ${sellerId} and e.return_id = c.return_id
        and e.id > own.id and e.import_id is not null and e.import_id <> c.import_id) then 'later_import'
      when exists (select from events e where e.seller_id = ${sellerId} and e.return_id = c.return_id
        and e.id > own.id and e.from_status is not null) then 'decided'
      else 'touched' end as why) s
    where c.seller_id = ${sellerId} and c.import_id = ${importId} and s.why is not null
    order by r.number`);
  const did = await tx.execute<Did>(sql`
    select count(*) filter (where c.kind = 'new' and r.id is not null)::int as fresh,
      count(*) filter (where c.kind = 'changed')::int as changed
    from import_changes c left join returns r on r.seller_id = c.seller_id and r.id = c.return_id
    where c.seller_id = ${sellerId} and c.import_id = ${importId}`);
  return withoutThem([...rows], did[0]);
}

/** The channel that files are imported into. */
export async function findImportChannel(
  db: Db,
  sellerId: string,
  channelId: string,
): Promise<Result<ChannelRules, { code: "unknown_channel" }>> {
  const [channel] = await withSeller(db, sellerId, (tx) => listChannelRules(tx, sellerId, [channelId]));
  return channel ? ok(channel) : refuse({ code: "unknown_channel" });
}
