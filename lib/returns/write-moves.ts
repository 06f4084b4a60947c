import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { deadlines, events } from "@/db/schema";
import { inputRows, insertionIfAny, writeTogether } from "@/db/write-set";
import { newId } from "@/lib/kernel/ids";
import { EVENTS } from "@/lib/policy/events/events";
import { REACH } from "@/lib/policy/reach";
import { deadlineWork, reopenedDeadlineWork } from "./deadline-work";
import type { MoveAct, WrittenMove } from "./move-act";
import { clocksAfter } from "./move-clocks";
import { outwardWrites } from "./move-outward";
import type { MoveSubjectRow } from "./move-subjects";
import type { PlannedMove } from "./plan-moves";

/** Writes decided moves of locked rows – status, event, deadlines and all that leaves – as one statement. */
export async function writeMoves(tx: Tx, plan: readonly PlannedMove[], act: MoveAct): Promise<WrittenMove[]> {
  if (plan.length === 0) return [];
  const moves = plan.map((planned) => ({
    ...planned,
    eventId: newId(),
    clocks: clocksAfter(planned, act.request, act.now),
  }));
  await writeTogether(tx, [
    statusWrite(moves, act),
    eventWrite(moves, act),
    ...deadlineWrites(moves, act),
    ...outwardWrites(moves, act),
  ]);
  return moves;
}

/** What a move may set on a return beside its status. */
const PATCHED = sql.raw(
  "rma, address, label_kind, label_paid_by, label_file_id, label_cost_minor, label_currency, label_carrier, label_tracking, " +
    "instructions, close_reason, close_reason_labels, close_comment, operation_id",
);

function statusWrite(moves: readonly WrittenMove[], { sellerId, request, now }: MoveAct): SQL {
  const isDecision = request.move === "authorize" || request.move === "close";
  const rows = moves.map(({ row, to, effect, clocks }) => ({
    id: row.id,
    status: to,
    patch: isDecision ? { ...effect.patch, operation_id: row.operationId } : effect.patch,
    nextDueAt: clocks.nextDueAt,
  }));
  return sql`update returns r set
      status = input.status, status_changed_at = ${now.toISOString()}::timestamptz, version = r.version + 1,
      next_due_at = input.next_due_at,
      (${PATCHED}) = (select ${PATCHED} from jsonb_populate_record(r, input.patch))
    from ${inputRows(rows, "id uuid, status text, patch jsonb, next_due_at timestamptz")}
    where r.seller_id = ${sellerId} and r.id = input.id`;
}

function eventWrite(moves: readonly WrittenMove[], act: MoveAct): SQL | null {
  const { sellerId, request, actor, now } = act;
  return insertionIfAny(
    events,
    moves.map(({ row, to, effect, eventId, clocks: { lateSince } }) => ({
      sellerId,
      id: eventId,
      subjectKind: "return",
      subjectId: row.id,
      threadKind: "return" as const,
      threadId: row.id,
      kind: request.move,
      fromStatus: row.status,
      toStatus: to,
      at: now,
      actorKind: actor.kind,
      actorId: actor.id,
      actorName: actor.name,
      data: EVENTS.written("return", request.move, {
        ...effect.data,
        ...(lateSince ? { lateSince } : {}),
        policyVersion: row.evaluation.policy.requestVersion,
        operationVersion: row.operationVersion,
      }),
      jobId: act.jobId ?? null,
      importId: act.importId ?? null,
    })),
  );
}

const isOurs = ({ row }: { row: MoveSubjectRow }): boolean => REACH[row.channel.mode].carriesOut;

function deadlineWrites(moves: readonly WrittenMove[], { sellerId, now }: MoveAct): (SQL | null)[] {
  const at = now.toISOString();
  const closed = moves.flatMap(({ row, clocks }) => clocks.closed.map((ending) => ({ ...ending, returnId: row.id })));
  const reopened = moves.flatMap(({ row, clocks }) =>
    clocks.reopened.map((kind) => ({ kind, returnId: row.id, closedAt: row.lastMove?.at ?? null, row })),
  );
  const opened = moves.flatMap(({ row, clocks }) =>
    clocks.opened.map((deadline) => ({ ...deadline, sellerId, id: newId(), returnId: row.id, closedAt: null, row })),
  );
  return [
    closed.length > 0
      ? sql`update deadlines d set state = input.state, closed_at = ${at}::timestamptz
          from ${inputRows(closed, "return_id uuid, kind text, state text")}
          where d.seller_id = ${sellerId} and d.return_id = input.return_id and d.kind = input.kind and d.state = 'open'`
      : null,
    reopened.length > 0
      ? sql`update deadlines d set state = 'open', closed_at = null
          from ${inputRows(
            reopened.map(({ row: _, ...clock }) => clock),
            "return_id uuid, kind text, closed_at timestamptz",
          )}
          where d.seller_id = ${sellerId} and d.return_id = input.return_id and d.kind = input.kind
            and d.closed_at = input.closed_at`
      : null,
    insertionIfAny(
      deadlines,
      opened.map(({ row: _, ...deadline }) => deadline),
    ),
    deadlineWork(opened.filter(isOurs)),
    reopenedDeadlineWork(sellerId, reopened.filter(isOurs)),
  ];
}
