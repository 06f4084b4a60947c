import { z } from "zod";
import { OF_THE_SHOP } from "../../actor";
import { DEADLINES_OF_STATUS, type DeadlineKind } from "../../clocks/deadlines";
import { takingBack } from "./effects";
import { move, type WholeCase } from "./move";
import type { Move } from "./move-names";
import { recordedEffectsSchema } from "./recorded-effects";
import type { ReturnRefusal } from "./refusals";
import { hasCome, STATUSES } from "./statuses";

const undoInput = z.object({
  /** Only what this bulk act decided, or only this very decision: a later one of somebody else is left alone. */
  bulkActId: z.string().optional(),
  eventId: z.string().optional(),
  /** All that one import moved, however many steps: where it stood, and the steps in the order in which they were. */
  backTo: z
    .object({
      status: z.enum(STATUSES),
      steps: z.array(z.object({ id: z.string(), at: z.date(), effects: recordedEffectsSchema })),
    })
    .optional(),
});
type Undo = z.infer<typeof undoInput>;

/** Whoever takes back a certain decision is told when the last move is another one by now, and whose. */
function movedSince({ subject: { lastEvent }, input: { bulkActId, eventId } }: WholeCase<Undo>): ReturnRefusal | null {
  const isAnother =
    (bulkActId !== undefined && lastEvent?.bulkActId !== bulkActId) ||
    (eventId !== undefined && lastEvent?.id !== eventId);
  if (!isAnother) return null;
  return { code: "moved_since", movedBy: lastEvent?.actorName ?? null, movedAt: lastEvent?.at.toISOString() ?? null };
}

/** Nobody chose these, or they have a correction of their own. */
const NOT_TAKEN_BACK: readonly Move[] = ["undo", "expire", "lapse", "regrade", "arrive", "follow_refund"];

function undoable({ subject, input, actor, now }: WholeCase<Undo>): ReturnRefusal | null {
  const { lastMove, undoUntil } = subject;
  if (!subject.previousStatus || !lastMove) return { code: "nothing_to_undo" };
  if (subject.hasLeftOutbox) return { code: "already_sent" };
  if (subject.hasPaidRefund) return { code: "already_paid" };
  // S4-07: what the buyer took back, the seller does not take up again.
  if (subject.lastMovedBy === "buyer") return { code: "nothing_to_undo" };
  // Taking an import back is the system's undo of its own adopt; a person's undo is for decisions within their window.
  if (lastMove === "adopt") return actor === "product" ? null : { code: "nothing_to_undo" };
  // What an import did is taken back from under what merely followed it.
  const isOfImport = actor === "product" && input.backTo !== undefined;
  if (NOT_TAKEN_BACK.includes(lastMove) && !isOfImport) return { code: "nothing_to_undo" };
  // P-19: what is ticked or reported as done on the marketplace cannot be taken back here.
  const wasHandedOver = subject.lastEvent?.effects.some(({ kind }) => kind === "handsOver");
  if (wasHandedOver && subject.openHandover === null) return { code: "done_there" };
  // An import is taken back as long as nothing of it has left.
  if (actor === "product") return null;
  return undoUntil !== null && now <= undoUntil ? null : { code: "undo_over", undoUntil };
}

/** P-03: takes back what the last event recorded, or all that one import did. */
export const undo = move({
  from: STATUSES,
  to: ({ input, subject }) => input.backTo?.status ?? subject.previousStatus ?? subject.status,
  by: [...OF_THE_SHOP, "product"],
  input: undoInput,
  guard: (the: WholeCase<Undo>) => movedSince(the) ?? undoable(the),
  effects: ({ subject, input }, to) => {
    const running: readonly DeadlineKind[] = DEADLINES_OF_STATUS[to];
    // What was missing of goods that had come in part is awaited again.
    const steps = input.backTo?.steps ?? (subject.lastEvent ? [subject.lastEvent] : []);
    return steps
      .toReversed()
      .flatMap((step) => takingBack(step, (clock) => running.includes(clock) || hasCome(to), subject));
  },
  data: ({ subject }) => ({ undid: subject.lastMove }),
});
