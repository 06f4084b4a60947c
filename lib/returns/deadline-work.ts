import { type SQL, sql } from "drizzle-orm";
import { workItems } from "@/db/schema";
import { inputRows, insertionIfAny } from "@/db/write-set";
import { type Consequence, EXECUTED, isExecuted } from "@/lib/policy/clocks/deadlines";

type Clock = { id: string; sellerId: string; dueAt: Date; consequence: Consequence; state: string };

/** Has the worker look when a deadline of a managed channel is due; what executes nothing, nobody looks for (P-19). */
export const deadlineWork = (clocks: readonly Clock[]): SQL | null =>
  insertionIfAny(
    workItems,
    clocks
      .filter(({ state, consequence }) => state === "open" && isExecuted(consequence))
      .map(({ sellerId, id, dueAt }) => ({ sellerId, kind: "deadline" as const, id, dueAt })),
  );

type Reopened = { returnId: string; kind: string; closedAt: Date | null };

/** The same for deadlines that an undo opens again: the worker may have looked meanwhile and found them closed. */
export const reopenedDeadlineWork = (sellerId: string, reopened: readonly Reopened[]): SQL | null =>
  reopened.length === 0
    ? null
    : sql`insert into work_items (seller_id, kind, id, due_at)
        select d.seller_id, 'deadline', d.id, d.due_at
        from deadlines d join ${inputRows(reopened, "return_id uuid, kind text, closed_at timestamptz")}
          on d.return_id = input.return_id and d.kind = input.kind and d.closed_at = input.closed_at
        where d.seller_id = ${sellerId} and d.consequence = any(string_to_array(${EXECUTED.join()}, ','))
        on conflict do nothing`;

type Shifted = { returnId: string; kind: string; dueAt: Date };

/** The worker looks at a clock when it is due now, be that later or earlier than before. */
export const shiftedDeadlineWork = (sellerId: string, shifted: readonly Shifted[]): SQL =>
  sql`insert into work_items (seller_id, kind, id, due_at)
    select d.seller_id, 'deadline', d.id, input.due_at
    from deadlines d join ${inputRows(shifted, "return_id uuid, kind text, due_at timestamptz")}
      on d.return_id = input.return_id and d.kind = input.kind and d.state = 'open'
    where d.seller_id = ${sellerId} and d.consequence = any(string_to_array(${EXECUTED.join()}, ','))
    on conflict (seller_id, kind, id) do update
      set due_at = excluded.due_at, lease_until = null, lease_token = null, attempts = 0`;
