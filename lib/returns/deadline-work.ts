import { type SQL, sql } from "drizzle-orm";
import { workItems } from "@/db/schema";
import { insertionIfAny } from "@/db/write-set";
import { type Consequence, isExecuted } from "@/lib/policy/clocks/deadlines";

type Clock = { id: string; sellerId: string; dueAt: Date; consequence: Consequence; state: string };

/** Has the worker look when a deadline of a managed channel is due; what executes nothing, nobody looks for (P-19). */
export const deadlineWork = (clocks: readonly Clock[]): SQL | null =>
  insertionIfAny(
    workItems,
    clocks
      .filter(({ state, consequence }) => state === "open" && isExecuted(consequence))
      .map(({ sellerId, id, dueAt }) => ({ sellerId, kind: "deadline" as const, id, dueAt })),
  );

/** The same for a clock that runs again or is due otherwise; an older piece may wait for it, and may have failed meanwhile. */
export function laterDeadlineWork(clocks: readonly Clock[]): SQL | null {
  const work = deadlineWork(clocks);
  return (
    work &&
    sql`${work} on conflict (seller_id, kind, id) do update
      set due_at = excluded.due_at, lease_until = null, lease_token = null, attempts = 0`
  );
}
