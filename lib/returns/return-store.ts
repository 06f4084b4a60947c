import { type SQL, sql } from "drizzle-orm";
import { events } from "@/db/schema";
import { inputRows, insertionIfAny } from "@/db/write-set";
import { lockReturns, waking } from "@/lib/platform/moves/add-events";
import { eventRow } from "@/lib/platform/moves/event-row";
import type { Store } from "@/lib/platform/moves/writer";
import type { ReturnTold } from "@/lib/policy/events/events";
import { endedBefore, lateSince, nextDue } from "@/lib/policy/machines/return/clock-effects";
import type { ReturnEffect } from "@/lib/policy/machines/return/effects";
import type { ReturnWords } from "@/lib/policy/machines/return/move";
import { changesUnits, type Status } from "@/lib/policy/machines/return/statuses";
import type { ReturnPatch, ReturnSubject } from "@/lib/policy/machines/return/subject";
import { listMoveSubjects } from "./move-subjects";
import { returnEffects } from "./return-effects";

const COLUMN_OF = {
  rma: "rma",
  address: "address",
  labelKind: "label_kind",
  labelPaidBy: "label_paid_by",
  labelFileId: "label_file_id",
  labelCostMinor: "label_cost_minor",
  labelCurrency: "label_currency",
  labelCarrier: "label_carrier",
  labelTracking: "label_tracking",
  labelFetchedAt: "label_fetched_at",
  instructions: "instructions",
  closeReason: "close_reason",
  closeReasonLabels: "close_reason_labels",
  closeComment: "close_comment",
  operationId: "operation_id",
} as const satisfies Record<keyof ReturnPatch, string>;

/** What a move may set on a return beside its status. */
const PATCHED = sql.raw(Object.values(COLUMN_OF).join(", "));

/** All that the effects set, the later ones over the earlier ones. */
const patchOf = (effects: readonly ReturnEffect[]): Record<string, unknown> =>
  Object.fromEntries(
    effects.flatMap((effect) =>
      effect.kind === "sets"
        ? (Object.keys(effect.values) as (keyof ReturnPatch)[]).map((key) => [COLUMN_OF[key], effect.values[key]])
        : [],
    ),
  );

/**
 * P-26: whoever waits for an answer about the same order is judged by what is left of it now. The worker judges the
 * channel again; where nobody waits it is not asked to.
 */
function judgingAgain(sellerId: string, moves: readonly { subject: ReturnSubject; to: Status }[]): SQL | null {
  const channels = moves.flatMap(({ subject: { status, channelId, hasOthersWaiting }, to }) =>
    hasOthersWaiting && changesUnits(status, to) ? [channelId] : [],
  );
  if (channels.length === 0) return null;
  const rows = [...new Set(channels)].map((id) => ({ id }));
  return sql`insert into work_items (seller_id, kind, id, due_at)
    select ${sellerId}, 'rejudge', input.id, date_trunc('milliseconds', now()) from ${inputRows(rows, "id uuid")}
    on conflict (seller_id, kind, id) do update
      set due_at = excluded.due_at, lease_until = null, lease_token = null, attempts = 0`;
}

/** Returns as the one writer keeps them. */
export const returnStore: Store<ReturnWords> = {
  lock: lockReturns,
  load: listMoveSubjects,
  write(moves, { sellerId, request, actor, now, bulkActId, importId }): (SQL | null)[] {
    const rows = moves.map(({ subject, to, effects }) => ({
      id: subject.id,
      status: to,
      patch: patchOf(effects),
      nextDueAt: nextDue(subject, effects),
      ...endedBefore(subject, effects),
    }));
    const happened = moves.map(({ subject, to, effects, data, eventId }) => {
      const late = lateSince(effects);
      // The registry refuses data that the event of this move does not tell.
      const told = {
        kind: request.move,
        data: {
          ...data,
          ...(late ? { lateSince: late } : {}),
          policyVersion: subject.evaluation.policy.requestVersion,
          operationVersion: subject.operationVersion,
        },
      } as ReturnTold;
      return eventRow({
        ...told,
        id: eventId,
        sellerId,
        returnId: subject.id,
        actor,
        now,
        fromStatus: subject.status,
        toStatus: to,
        effects: [...effects],
        bulkActId,
        importId,
      });
    });
    return [
      judgingAgain(sellerId, moves),
      sql`update returns r set
          status = input.status, version = r.version + 1,
          status_changed_at = case when r.status = input.status then r.status_changed_at else ${now.toISOString()}::timestamptz end,
          next_due_at = input.next_due_at, is_missed = input.is_missed, is_late = input.is_late,
          (${PATCHED}) = (select ${PATCHED} from jsonb_populate_record(r, input.patch))
        from ${inputRows(rows, "id uuid, status text, patch jsonb, next_due_at timestamptz, is_missed bool, is_late bool")}
        where r.seller_id = ${sellerId} and r.id = input.id`,
      insertionIfAny(events, happened),
      waking(moves.map(({ subject }) => ({ sellerId, returnId: subject.id }))),
    ];
  },
  effects: returnEffects,
};
