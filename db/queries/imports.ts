import { and, asc, desc, eq, gt, sql } from "drizzle-orm";
import type { ColumnMapping, ImportKind } from "../../lib/imports/mapping";
import type { Tx } from "../client";
import { channels, importMappings, importRefusals, imports } from "../schema";

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
  bytesTotal: imports.bytesTotal,
  bytesDone: imports.bytesDone,
  newCount: imports.newCount,
  changedCount: imports.changedCount,
  unchangedCount: imports.unchangedCount,
  refusedCount: imports.refusedCount,
  createdByName: imports.createdByName,
  createdAt: imports.createdAt,
  finishedAt: imports.finishedAt,
  failure: imports.failure,
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

/** The latest imports of a seller, newest first. */
export function listRecentImports(tx: Tx, sellerId: string, limit: number) {
  return tx
    .select(importColumns)
    .from(imports)
    .innerJoin(channels, ofChannel)
    .where(eq(imports.sellerId, sellerId))
    .orderBy(desc(imports.createdAt), desc(imports.id))
    .limit(limit);
}

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

/** How many orders an import changed, and how many it cannot take back: changed since, or with returns by now. */
export async function countTouchedOrders(
  tx: Tx,
  sellerId: string,
  importId: string,
): Promise<{ total: number; touched: number }> {
  const [row] = await tx.execute<{ total: number; touched: number }>(sql`
    select count(*)::int as total, count(*) filter (where o.updated_at is distinct from c.updated_after
      or (c.kind = 'new' and exists (
        select from returns r where r.seller_id = c.seller_id and r.order_id = c.order_id)))::int as touched
    from import_order_changes c
    left join orders o on o.seller_id = c.seller_id and o.id = c.order_id
    where c.seller_id = ${sellerId} and c.import_id = ${importId}`);
  return row ?? { total: 0, touched: 0 };
}

/** How many returns an import changed, and how many of them somebody touched since: those it cannot take back. */
export async function countTouched(
  tx: Tx,
  sellerId: string,
  importId: string,
): Promise<{ total: number; touched: number }> {
  const [row] = await tx.execute<{ total: number; touched: number }>(sql`
    select count(*)::int as total, count(*) filter (where r.version is distinct from c.version_after)::int as touched
    from import_changes c
    left join returns r on r.seller_id = c.seller_id and r.id = c.return_id
    where c.seller_id = ${sellerId} and c.import_id = ${importId}`);
  return row ?? { total: 0, touched: 0 };
}
