import { and, desc, eq, gte, inArray, lt, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { channels, imports } from "@/db/schema";
import { HAS_RUN } from "@/lib/policy/machines/import/statuses";
import { type AuditFilter, type AuditPage, type AuditRow, listAudit, placeOf } from "./audit";

/** An import tells in one line what it did to thousands; nobody asked for single events, so those stand inside it. */
const areImportsFolded = ({ kind, actor, search, importId }: AuditFilter): boolean =>
  kind === null && !search && !importId && (actor === null || actor.kind === "person");

const importColumns = {
  id: imports.id,
  at: imports.createdAt,
  file: sql<string | null>`${imports.files}->0->>'name'`,
  files: sql<number>`jsonb_array_length(${imports.files})`,
  actorName: imports.createdByName,
  channelName: channels.name,
  newCount: imports.newCount,
  changedCount: imports.changedCount,
  refusedCount: imports.refusedCount,
};

const selectImports = (tx: Tx) =>
  tx
    .select(importColumns)
    .from(imports)
    .innerJoin(channels, and(eq(channels.sellerId, imports.sellerId), eq(channels.id, imports.channelId)));

async function listImports(tx: Tx, sellerId: string, filter: AuditFilter, { after, before, limit }: AuditPage) {
  const key = sql`(${imports.createdAt}, ${imports.id})`;
  return selectImports(tx)
    .where(
      and(
        eq(imports.sellerId, sellerId),
        inArray(imports.state, [...HAS_RUN]),
        filter.actor?.id ? eq(imports.createdBy, filter.actor.id) : undefined,
        filter.from === null ? undefined : gte(imports.createdAt, filter.from),
        filter.until === null ? undefined : lt(imports.createdAt, filter.until),
        after === null ? undefined : sql`${key} < ${placeOf(sellerId, after)}`,
        before === null ? undefined : sql`${key} > ${placeOf(sellerId, before)}`,
      ),
    )
    .orderBy(...(before === null ? [desc(imports.createdAt), desc(imports.id)] : [imports.createdAt, imports.id]))
    .limit(limit);
}
export type AuditImport = Awaited<ReturnType<typeof listImports>>[number];

/** The import that the audit is asked about; null where there is none. */
export async function findAuditImport(tx: Tx, sellerId: string, importId: string): Promise<AuditImport | null> {
  const [row] = await selectImports(tx).where(and(eq(imports.sellerId, sellerId), eq(imports.id, importId)));
  return row ?? null;
}

export type AuditLine = { id: string; at: Date; event: AuditRow } | { id: string; at: Date; import: AuditImport };

/** What happened to returns, newest first, an import in one line where nobody asks for single events. */
export async function listAuditLines(tx: Tx, sellerId: string, filter: AuditFilter, page: AuditPage) {
  const isFolded = areImportsFolded(filter);
  const events = await listAudit(tx, sellerId, filter, { ...page, isWithoutImports: isFolded });
  const folded = isFolded ? await listImports(tx, sellerId, filter, page) : [];
  const lines: AuditLine[] = [
    ...events.map((event) => ({ id: event.id, at: event.at, event })),
    ...folded.map((row) => ({ id: row.id, at: row.at, import: row })),
  ];
  lines.sort((a, b) => b.at.getTime() - a.at.getTime() || (a.id < b.id ? 1 : -1));
  return page.before === null ? lines.slice(0, page.limit) : lines.slice(-page.limit);
}
