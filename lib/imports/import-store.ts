import { and, asc, eq, inArray, type SQL, sql } from "drizzle-orm";
import { channels, events, importMappings, imports } from "@/db/schema";
import { inputRows, insertion, insertionIfAny } from "@/db/write-set";
import { newId } from "@/lib/kernel/ids";
import { importEventRow } from "@/lib/platform/moves/event-row";
import type { Store } from "@/lib/platform/moves/writer";
import { queuedMessages } from "@/lib/platform/outbox/queue-messages";
import type { ImportTold } from "@/lib/policy/events/events";
import type { ImportDoing, ImportWords } from "@/lib/policy/machines/import/move";
import type { ImportPatch, ImportSubject } from "@/lib/policy/machines/import/subject";
import { storableJson } from "./import-rows";
import { headerSignature } from "./imports";

const COLUMN_OF = {
  kind: "kind",
  mapping: "mapping",
  files: "files",
  warnings: "warnings",
  columns: "columns",
  opened: "opened",
  bytesDone: "bytes_done",
  newCount: "new_count",
  changedCount: "changed_count",
  unchangedCount: "unchanged_count",
  refusedCount: "refused_count",
  effects: "effects",
  isWithoutAutomation: "is_without_automation",
  failure: "failure",
  finishedAt: "finished_at",
  stayed: "stayed",
  stayedCount: "stayed_count",
} as const satisfies Record<keyof ImportPatch, string>;
const PATCHED = sql.raw(Object.values(COLUMN_OF).join(", "));

const patchOf = (effects: readonly ImportDoing[]): Record<string, unknown> =>
  Object.fromEntries(
    effects.flatMap((effect) =>
      effect.kind === "sets"
        ? (Object.keys(effect.values) as (keyof ImportPatch)[]).map((key) => [COLUMN_OF[key], effect.values[key]])
        : [],
    ),
  );

const isForgotten = (effects: readonly ImportDoing[]): boolean => effects.some(({ kind }) => kind === "forgets");
const idsOf = (of: readonly { subject: { id: string } }[]) =>
  inputRows(
    of.map(({ subject }) => ({ id: subject.id })),
    "id uuid",
  );

/** Imports as the one writer keeps them. */
export const importStore: Store<ImportWords> = {
  async lock(tx, sellerId, ids) {
    const rows = await tx
      .select({ id: imports.id })
      .from(imports)
      .where(and(eq(imports.sellerId, sellerId), inArray(imports.id, [...ids])))
      .orderBy(asc(imports.id))
      .for("update");
    return new Set(rows.map(({ id }) => id));
  },
  load: (tx, sellerId, ids) =>
    tx
      .select({
        id: imports.id,
        status: imports.state,
        kind: imports.kind,
        channelId: imports.channelId,
        channelName: channels.name,
        by: sql<ImportSubject["by"]>`case when ${imports.createdBy} is not null
          then jsonb_build_object('id', ${imports.createdBy}, 'name', ${imports.createdByName}) end`,
        isWithoutAutomation: imports.isWithoutAutomation,
        files: imports.files,
        warnings: imports.warnings,
        columns: imports.columns,
        newCount: imports.newCount,
        changedCount: imports.changedCount,
        unchangedCount: imports.unchangedCount,
        refusedCount: imports.refusedCount,
      })
      .from(imports)
      .innerJoin(channels, and(eq(channels.sellerId, imports.sellerId), eq(channels.id, imports.channelId)))
      .where(and(eq(imports.sellerId, sellerId), inArray(imports.id, [...ids])))
      .orderBy(asc(imports.id)),
  write(moves, { sellerId, request, actor, now }): (SQL | null)[] {
    // Names and columns come out of files, where anything may stand.
    const rows = moves
      .filter(({ effects }) => !isForgotten(effects))
      .map(({ subject, to, effects }) => ({ id: subject.id, state: to, patch: storableJson(patchOf(effects)) }));
    const happened = moves.map(({ subject, to, effects, data, eventId }) =>
      importEventRow({
        // The registry refuses data that the event of this move does not tell.
        ...({ kind: request.move, data: storableJson(data) } as ImportTold),
        id: eventId,
        sellerId,
        subjectId: subject.id,
        actor,
        now,
        fromStatus: subject.status,
        toStatus: to,
        // What it set stands on the import itself, as large as its files made it; nothing takes it back from here.
        effects: effects.map(({ kind }) => ({ kind })),
      }),
    );
    const update = sql`update imports i set
        state = input.state,
        (${PATCHED}) = (select ${PATCHED} from jsonb_populate_record(i, input.patch))
      from ${inputRows(rows, "id uuid, state text, patch jsonb")} where i.seller_id = ${sellerId} and i.id = input.id`;
    return [rows.length > 0 ? update : null, insertionIfAny(events, happened)];
  },
  effects: {
    // Written with the state.
    sets: () => [],
    // Due by the database's clock, whatever the time is here.
    queues: (of, { sellerId }) => [
      sql`insert into work_items (seller_id, kind, id, due_at)
        select ${sellerId}, 'import', input.id, date_trunc('milliseconds', now()) from ${idsOf(of)}
        on conflict (seller_id, kind, id) do update
          set due_at = excluded.due_at, lease_until = null, lease_token = null, attempts = 0, last_error = null`,
    ],
    remembers: (of, { sellerId, now }) => [
      sql`${insertion(
        importMappings,
        of.map(({ subject, effect }) => ({
          sellerId,
          id: newId(),
          channelId: subject.channelId,
          kind: effect.of,
          signature: headerSignature(effect.names),
          mapping: effect.mapping,
          updatedAt: now,
        })),
      )} on conflict (seller_id, channel_id, kind, signature) do update
        set mapping = excluded.mapping, updated_at = excluded.updated_at`,
    ],
    tellsTeam: (of, { sellerId, now }) =>
      queuedMessages(
        sellerId,
        of.map(({ subject: { id: importId } }) => ({
          kind: "team.imported" as const,
          returnId: null,
          eventId: null,
          dedupeKey: `team.imported:${importId}`,
          availableAt: now,
          createdAt: now,
          data: { importId },
        })),
      ),
    freshens: (of, { sellerId }) => [
      sql`update channels c set data_as_of = greatest(c.data_as_of, input.as_of)
        from ${inputRows(
          of.map(({ subject, effect }) => ({ channelId: subject.channelId, asOf: effect.asOf })),
          "channel_id uuid, as_of timestamptz",
        )} where c.seller_id = ${sellerId} and c.id = input.channel_id`,
    ],
    forgets: (of, { sellerId }) => [
      sql`delete from import_refusals r using ${idsOf(of)} where r.seller_id = ${sellerId} and r.import_id = input.id`,
      sql`delete from imports i using ${idsOf(of)} where i.seller_id = ${sellerId} and i.id = input.id`,
    ],
  },
};
