import { z } from "zod";
import { isWayBack } from "../../clocks/deadlines";
import { NOTE_AT_MOST } from "../../limits";
import { CONDITIONS, DISPOSITIONS } from "../../parcels/conditions";
import { UNITS_AT_MOST } from "../../parcels/received-unit";
import { stops } from "./clock-effects";
import type { ReturnEffect } from "./effects";
import { move, type WholeCase } from "./move";
import type { ReturnRefusal } from "./refusals";
import { hasCome, type Status } from "./statuses";
import type { ReturnSubject } from "./subject";

const regradeInput = z.object({
  changes: z
    .array(
      z.strictObject({
        unitId: z.uuid(),
        condition: z.enum(CONDITIONS),
        disposition: z.enum(DISPOSITIONS),
        /** It was not in the parcel after all. */
        isTakenBack: z.boolean(),
      }),
    )
    .min(1)
    .max(UNITS_AT_MOST),
  note: z.string().trim().max(NOTE_AT_MOST).nullable(),
});
type Regrade = z.infer<typeof regradeInput>;

const changesOf = ({ subject, input: { changes = [] } }: WholeCase<Regrade>) =>
  [...new Map(changes.map((change) => [change.unitId, change])).values()].flatMap((change) => {
    const was = subject.units.find(({ id }) => id === change.unitId);
    return was ? [{ was, ...change }] : [];
  });

/** Whether nothing of what was received stays. */
const leavesNothing = (the: WholeCase<Regrade>): boolean => {
  const gone = new Set(changesOf(the).flatMap(({ unitId, isTakenBack }) => (isTakenBack ? [unitId] : [])));
  return the.subject.units.every(({ id }) => gone.has(id));
};

/** The clock that ended because all had come runs on where something is missing again. */
function goesOn(the: WholeCase<Regrade>): ReturnEffect[] {
  if (!changesOf(the).some(({ isTakenBack }) => isTakenBack)) return [];
  const clocks = the.subject.deadlines.filter(({ kind }) => isWayBack(kind));
  const ended = clocks
    .filter(({ state, closedAt }) => state !== "cancelled" && closedAt !== null)
    .toSorted((one, other) => (other.closedAt?.getTime() ?? 0) - (one.closedAt?.getTime() ?? 0))[0];
  if (clocks.some(({ state }) => state === "open") || !ended?.closedAt) return [];
  return [{ kind: "restarts", clock: ended.kind, closedAt: ended.closedAt.toISOString() }];
}

const isOneOfThem = ({ subject, input: { changes = [] } }: WholeCase<Regrade>): ReturnRefusal | null =>
  changes.every(({ unitId }) => subject.units.some(({ id }) => id === unitId)) ? null : { code: "not_its_unit" };

/** Where it stood before goods came; one that a parcel alone made was not asked for by anybody. */
const stoodAt = ({ receivedFrom, isUnannounced, status }: ReturnSubject): Status =>
  receivedFrom ?? (isUnannounced && hasCome(status) ? "withdrawn" : status);

/** A check-in or a grade was wrong; what was received by mistake was not received, and is awaited as before. */
export const regrade = move({
  from: ["received", "closed", "completed"],
  to: (the) => (leavesNothing(the) ? stoodAt(the.subject) : the.subject.status),
  by: ["person"],
  offer: { shown: "elsewhere" },
  input: regradeInput,
  guard: ({ subject: { units } }: WholeCase<Regrade>) => (units.length > 0 ? null : { code: "not_its_unit" }),
  asks: { units: isOneOfThem },
  effects: (the, to) => {
    const changes = changesOf(the);
    const taken = changes.filter(({ isTakenBack }) => isTakenBack);
    const graded = changes.filter(({ isTakenBack }) => !isTakenBack);
    return [
      ...(taken.length > 0 ? [{ kind: "takesOut" as const, unitIds: taken.map(({ unitId }) => unitId) }] : []),
      ...(graded.length > 0
        ? [
            {
              kind: "grades" as const,
              units: graded.map(({ unitId, condition, disposition }) => ({ id: unitId, condition, disposition })),
            },
          ]
        : []),
      // What did not come after all, nobody is told of, as far as that can be held back.
      ...(leavesNothing(the)
        ? the.subject.untoldReceipts.map((eventId) => ({ kind: "unsays" as const, eventId }))
        : []),
      ...(to === "received" || to === "awaiting_return" ? goesOn(the) : []),
      // What a carrier has delivered is still to be looked at, and to be refunded.
      ...(leavesNothing(the) && the.subject.deliveredAt === null ? stops(the, { refund: "cancelled" }) : []),
    ];
  },
  data: (the) => ({
    regraded: changesOf(the).map(({ was, condition, disposition, isTakenBack }) => ({
      lineId: was.lineId,
      title: was.title,
      from: { condition: was.condition, disposition: was.disposition },
      to: isTakenBack ? null : { condition, disposition },
    })),
    note: the.input.note ?? null,
  }),
});
