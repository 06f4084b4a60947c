import { and, eq, inArray, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { channels, imports } from "@/db/schema";
import { isId } from "@/lib/kernel/ids";
import { list } from "@/lib/kernel/list/list";
import { HAS_RUN } from "@/lib/policy/machines/import/statuses";
import { type Clauses, listSql } from "../list/list-sql";
import { ASKED, type AUDIT, AUDIT_LIST, type AuditCtx, type AuditRow, daysOf } from "./audit";

type View = ReturnType<typeof AUDIT.usual>;

/** An import tells in one line what it did to thousands; nobody asked for single events, so those stand inside it. */
const areImportsFolded = ({ kind, actor, q, importId }: View["filter"]): boolean =>
  kind === null && q === null && importId === null && (actor === null || actor === "person" || isId(actor));

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

const selectImports = <Key extends Partial<Pick<Clauses, "key">>>(tx: Tx, key: Key) =>
  tx
    .select({ ...importColumns, ...key })
    .from(imports)
    .innerJoin(channels, and(eq(channels.sellerId, imports.sellerId), eq(channels.id, imports.channelId)));

/** The import that the audit is asked about; null where there is none. */
export async function findAuditImport(tx: Tx, sellerId: string, importId: string) {
  const [row] = await selectImports(tx, {}).where(and(eq(imports.sellerId, sellerId), eq(imports.id, importId)));
  return row ?? null;
}
export type AuditImport = NonNullable<Awaited<ReturnType<typeof findAuditImport>>>;

const IMPORTS = list<AuditImport>()({
  filter: ASKED,
  columns: { at: { value: ({ at }) => at, sort: "instant" } },
  sort: (_filter) => "-at",
  sizes: [50],
});

const IMPORT_LIST = listSql(IMPORTS, {
  table: imports,
  id: imports.id,
  base: ({ sellerId }: AuditCtx) => and(eq(imports.sellerId, sellerId), inArray(imports.state, [...HAS_RUN])),
  filter: {
    ...daysOf(imports.createdAt),
    actor: (actor) => (isId(actor) ? eq(imports.createdBy, actor) : undefined),
  },
  sort: { at: imports.createdAt },
  read: (tx, { where, orderBy, limit, key }) =>
    selectImports(tx, { key })
      .where(where)
      .orderBy(...orderBy)
      .limit(limit),
});

export type AuditLine = { id: string; at: Date; key: string } & ({ event: AuditRow } | { import: AuditImport });

/** What happened to returns, newest first, an import in one line where nobody asks for single events. */
export async function auditPage(tx: Tx, ctx: AuditCtx, view: View) {
  const isFolded = areImportsFolded(view.filter);
  const events = await AUDIT_LIST.found(tx, { ...ctx, isFolded }, view);
  const folded = isFolded ? await IMPORT_LIST.found(tx, ctx, view) : [];
  const lines: AuditLine[] = [
    ...events.map((event) => ({ id: event.id, at: event.at, key: event.key, event })),
    ...folded.map((row) => ({ id: row.id, at: row.at, key: row.key, import: row })),
  ];
  // Keys begin with the instant, to the microsecond that a date here does not know.
  lines.sort((a, b) => b.at.getTime() - a.at.getTime() || (a.key < b.key ? 1 : -1));
  return AUDIT_LIST.cut(lines, view);
}
