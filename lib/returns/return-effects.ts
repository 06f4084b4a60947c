import { sql } from "drizzle-orm";
import { deadlines, handovers, refunds, returnKeys } from "@/db/schema";
import { inputRows, insertion, insertionIfAny } from "@/db/write-set";
import { newId } from "@/lib/kernel/ids";
import { searchKey } from "@/lib/kernel/search-key";
import { announcements, retractions } from "@/lib/parcels/announcements";
import { checkedIn } from "@/lib/parcels/received-units";
import type { Store } from "@/lib/platform/moves/writer";
import { queuedMessages } from "@/lib/platform/outbox/queue-messages";
import { MADE } from "@/lib/policy/machines/refund/statuses";
import type { ReturnWords } from "@/lib/policy/machines/return/move";
import type { ReturnSubject } from "@/lib/policy/machines/return/subject";
import { REACH } from "@/lib/policy/reach";
import { deadlineWork, laterDeadlineWork } from "./deadline-work";

const isOurs = ({ subject }: { subject: ReturnSubject }): boolean => REACH[subject.mode].carriesOut;

const idRows = (of: readonly { subject: ReturnSubject }[]) =>
  inputRows(
    of.map(({ subject }) => ({ id: subject.id })),
    "id uuid",
  );

const closedBy = (sellerId: string, units: readonly { lineId: string; quantity: number }[]) =>
  sql`update return_lines l set closed_quantity = l.closed_quantity + input.quantity
    from ${inputRows(units, "line_id uuid, quantity int")}
    where l.seller_id = ${sellerId} and l.id = input.line_id`;

/** How each kind of effect on a return is carried out, for any number of returns in one go. */
export const returnEffects: Store<ReturnWords>["effects"] = {
  /** Written with the status. */
  sets: () => [],
  stops: (of, { sellerId, now }) => [
    sql`update deadlines d set state = input.state, closed_at = ${now.toISOString()}::timestamptz
      from ${inputRows(
        of.map(({ subject, effect }) => ({ returnId: subject.id, kind: effect.clock, state: effect.as })),
        "return_id uuid, kind text, state text",
      )}
      where d.seller_id = ${sellerId} and d.return_id = input.return_id and d.kind = input.kind and d.state = 'open'`,
  ],
  starts: (of, { sellerId }) => {
    const opened = of.map(({ subject, effect }) => ({
      sellerId,
      id: newId(),
      returnId: subject.id,
      kind: effect.clock,
      dueAt: new Date(effect.dueAt),
      isApproximate: effect.isApproximate,
      party: effect.party,
      consequence: effect.consequence,
      state: effect.as,
      closedAt: null,
    }));
    const ours = new Set(of.filter(isOurs).map(({ subject }) => subject.id));
    return [insertionIfAny(deadlines, opened), deadlineWork(opened.filter(({ returnId }) => ours.has(returnId)))];
  },
  shifts: (of, { sellerId }) => {
    const moved = of.map(({ subject, effect: { clock, to } }) => {
      return { returnId: subject.id, kind: clock, dueAt: new Date(to) };
    });
    const later = of
      .filter(isOurs)
      .flatMap(({ subject: { deadlines: clocks }, effect: { clock, to } }) =>
        clocks
          .filter(({ kind, state }) => kind === clock && state === "open")
          .map((one) => ({ ...one, sellerId, dueAt: new Date(to) })),
      );
    return [
      sql`update deadlines d set due_at = input.due_at
        from ${inputRows(moved, "return_id uuid, kind text, due_at timestamptz")}
        where d.seller_id = ${sellerId} and d.return_id = input.return_id and d.kind = input.kind and d.state = 'open'`,
      laterDeadlineWork(later),
    ];
  },
  restarts: (of, { sellerId }) => {
    const closed = of.map(({ subject, effect }) => ({
      returnId: subject.id,
      kind: effect.clock,
      closedAt: new Date(effect.closedAt),
    }));
    // The worker may have looked meanwhile and found them closed.
    const again = of
      .filter(isOurs)
      .flatMap(({ subject: { deadlines: clocks }, effect }) =>
        clocks
          .filter(({ kind, closedAt }) => kind === effect.clock && closedAt?.toISOString() === effect.closedAt)
          .map((one) => ({ ...one, sellerId, state: "open" })),
      );
    return [
      sql`update deadlines d set state = 'open', closed_at = null
        from ${inputRows(closed, "return_id uuid, kind text, closed_at timestamptz")}
        where d.seller_id = ${sellerId} and d.return_id = input.return_id and d.kind = input.kind
          and d.closed_at = input.closed_at`,
      laterDeadlineWork(again),
    ];
  },
  tells: (of, { sellerId, now }) =>
    queuedMessages(
      sellerId,
      of.map(({ subject, eventId, effect: { message, afterSeconds } }) => ({
        kind: message,
        returnId: subject.id,
        eventId,
        dedupeKey: `${message}:${eventId}`,
        availableAt: new Date(now.getTime() + afterSeconds * 1000),
        createdAt: now,
      })),
    ),
  unsays: (of, { sellerId }) => [
    sql`update outbox o set state = 'cancelled'
      from ${inputRows(
        of.map(({ subject, effect }) => ({ id: subject.id, eventId: effect.eventId })),
        "id uuid, event_id uuid",
      )}
      where o.seller_id = ${sellerId} and o.return_id = input.id and o.state = 'waiting' and o.event_id = input.event_id`,
  ],
  handsOver: (of, { sellerId, now }) => {
    const replaced = of.filter(({ effect }) => effect.before !== null);
    return [
      insertionIfAny(
        handovers,
        of
          .filter(({ effect }) => effect.before === null)
          .map(({ subject, effect }) => ({
            sellerId,
            id: newId(),
            returnId: subject.id,
            move: effect.move,
            openedAt: now,
          })),
      ),
      replaced.length === 0
        ? null
        : sql`update handovers h set move = input.move
            from ${inputRows(
              replaced.map(({ subject, effect }) => ({ id: subject.id, move: effect.move })),
              "id uuid, move text",
            )}
            where h.seller_id = ${sellerId} and h.return_id = input.id and h.done_at is null`,
    ];
  },
  takesBack: (of, { sellerId, now }) => {
    const ended = of.filter(({ effect }) => effect.before === null);
    const again = of.filter(({ effect }) => effect.before !== null);
    return [
      ended.length === 0
        ? null
        : sql`update handovers h set done_at = ${now.toISOString()}::timestamptz, done_by = 'undo' from ${idRows(ended)}
            where h.seller_id = ${sellerId} and h.return_id = input.id and h.done_at is null`,
      again.length === 0
        ? null
        : sql`update handovers h set move = input.move
            from ${inputRows(
              again.map(({ subject, effect }) => ({ id: subject.id, move: effect.before })),
              "id uuid, move text",
            )}
            where h.seller_id = ${sellerId} and h.return_id = input.id and h.done_at is null`,
    ];
  },
  settlesHandover: (of, { sellerId, now }) => [
    sql`update handovers h set done_at = ${now.toISOString()}::timestamptz, done_by = 'person' from ${idRows(of)}
      where h.seller_id = ${sellerId} and h.return_id = input.id and h.done_at is null`,
  ],
  promises: (of, { sellerId, now }) => [
    insertionIfAny(
      refunds,
      of.map(({ subject, eventId, effect }) => ({
        sellerId,
        id: newId(),
        orderId: subject.orderId,
        returnId: subject.id,
        key: eventId,
        state: MADE.announced,
        kind: effect.refund,
        currency: subject.currency,
        createdAt: now,
        stateChangedAt: now,
      })),
    ),
  ],
  unpromises: (of, { sellerId, now }) => [
    sql`update refunds f set state = 'cancelled', state_changed_at = ${now.toISOString()}::timestamptz
      from ${inputRows(
        of.map(({ subject, effect }) => ({ id: subject.id, key: effect.eventId })),
        "id uuid, key text",
      )}
      where f.seller_id = ${sellerId} and f.return_id = input.id and f.state = 'intended' and f.key = input.key`,
  ],
  dropsPromises: (of, { sellerId, now }) => [
    sql`update refunds f set state = 'cancelled', state_changed_at = ${now.toISOString()}::timestamptz from ${idRows(of)}
      where f.seller_id = ${sellerId} and f.return_id = input.id and f.state = 'intended'`,
  ],
  closesUnits: (of, { sellerId }) => [
    closedBy(
      sellerId,
      of.flatMap(({ effect }) => effect.units),
    ),
  ],
  reopensUnits: (of, { sellerId }) => [
    closedBy(
      sellerId,
      of.flatMap(({ effect }) => effect.units.map(({ lineId, quantity }) => ({ lineId, quantity: -quantity }))),
    ),
  ],
  // A report may have brought the same tracking number before.
  foundBy: (of, { sellerId }) => [
    sql`${insertion(
      returnKeys,
      of.map(({ subject, effect }) => ({
        sellerId,
        key: searchKey(effect.text),
        kind: effect.as,
        returnId: subject.id,
      })),
    )} on conflict do nothing`,
  ],
  announces: (of, { sellerId, now }) =>
    announcements(
      sellerId,
      of.map(({ subject: { id: returnId }, effect: { carrier, tracking } }) => {
        return { returnId, carrier, tracking, source: "label" as const };
      }),
      now,
    ),
  retracts: (of, { sellerId }) =>
    retractions(
      sellerId,
      of.map(({ subject: { id: returnId }, effect: { tracking } }) => ({ returnId, tracking })),
    ),
  checksIn: (of, { sellerId, now }) => checkedIn(sellerId, of, now),
  takesOut: (of, { sellerId, now }) => [
    sql`update received_units u set taken_back_at = ${now.toISOString()}::timestamptz
      from ${inputRows(
        of.flatMap(({ effect }) => effect.unitIds.map((id) => ({ id }))),
        "id uuid",
      )}
      where u.seller_id = ${sellerId} and u.id = input.id`,
  ],
  grades: (of, { sellerId }) => [
    sql`update received_units u set condition = input.condition, disposition = input.disposition
      from ${inputRows(
        of.flatMap(({ effect }) => effect.units),
        "id uuid, condition text, disposition text",
      )}
      where u.seller_id = ${sellerId} and u.id = input.id`,
  ],
  forgets: (of, { sellerId }) => [
    sql`delete from return_keys k
      using ${inputRows(
        of.map(({ subject, effect }) => ({ id: subject.id, kind: effect.as, key: searchKey(effect.text) })),
        "id uuid, kind text, key text",
      )}
      where k.seller_id = ${sellerId} and k.return_id = input.id and k.kind = input.kind and k.key = input.key`,
  ],
};
