import { z } from "zod";
import { TRACKING_AT_MOST } from "../../limits";
import { differencesOf, isExplained } from "../../parcels/differences";
import { explanationSchema, UNITS_AT_MOST, unitSchema } from "../../parcels/received-unit";
import { startsRefund, stops } from "./clock-effects";
import { tells } from "./effects";
import { move, type WholeCase } from "./move";
import type { ReturnRefusal } from "./refusals";
import { hasCome, isEnded } from "./statuses";
import type { ReturnSubject } from "./subject";

const receiveInput = z.object({
  units: z.array(unitSchema).min(1).max(UNITS_AT_MOST),
  /** The number on the parcel they came in; null: nobody knows. */
  tracking: z.string().min(1).max(TRACKING_AT_MOST).nullable(),
  /** Why it is not what was asked back. */
  difference: explanationSchema.nullish(),
});
type Receive = z.infer<typeof receiveInput>;

const unitsOf = (units: readonly { lineId: string | null }[], lineId: string): number =>
  units.filter((unit) => unit.lineId === lineId).length;

/** P-11: units that are still awaited of a line: asked back, not closed meanwhile and not received yet. */
const unitsLeft = ({ units }: Pick<ReturnSubject, "units">, line: ReturnSubject["lines"][number]): number =>
  line.quantity - line.closedQuantity - unitsOf(units, line.id);

/** P-11: of no line more comes back than was asked and stays asked; what came beyond it is a unit of its own without a line. */
function beyondAsked({ subject, input: { units = [] } }: WholeCase<Receive>): ReturnRefusal | null {
  for (const lineId of new Set(units.flatMap((unit) => unit.lineId ?? []))) {
    const line = subject.lines.find(({ id }) => id === lineId);
    if (!line) return { code: "not_its_line" };
    const left = unitsLeft(subject, line);
    if (unitsOf(units, lineId) > left) return { code: "more_than_requested", left };
  }
  return null;
}

const isWhole = ({ subject, input: { units = [] } }: WholeCase<Receive>): boolean =>
  subject.lines.every((line) => unitsLeft(subject, line) - unitsOf(units, line.id) <= 0);

const differencesIn = (the: WholeCase<Receive>) =>
  differencesOf(the.input.units ?? [], !isWhole(the) && !isEnded(the.subject.status));

/** P-11: what came differs from what was asked back, and nobody has said why. */
const unexplained = (the: WholeCase<Receive>): ReturnRefusal | null =>
  isExplained(differencesIn(the), the.input.difference) ? null : { code: "difference_unexplained" };

/** The goods that a return nobody asked for is made of. */
const isWhatMadeIt = ({ isUnannounced, status, units }: ReturnSubject): boolean =>
  isUnannounced && hasCome(status) && units.length === 0;

/**
 * Goods came back and were looked at. The first unit ends the waiting; what is missing stays expected as long as its clock
 * runs. What comes of a lapsed or withdrawn return is received all the same; what comes of one that is over is kept with it.
 */
export const receive = move({
  from: ["awaiting_return", "received", "lapsed", "withdrawn", "closed", "completed"],
  to: ({ subject: { status } }) => (isEnded(status) ? status : "received"),
  by: ["person", "key"],
  offer: { shown: "elsewhere" },
  input: receiveInput,
  asks: { units: beyondAsked, difference: unexplained },
  effects: (the, to) => [
    { kind: "checksIn", units: the.input.units ?? [], tracking: the.input.tracking ?? null },
    // The first goods of it; of one that is over the buyer has had the last word already.
    ...(to !== the.subject.status || isWhatMadeIt(the.subject) ? tells("buyer.received", the.subject) : []),
    ...(isWhole(the) ? stops(the, { fetch_label: "met", send_back: "met" }) : []),
    ...(hasCome(to) ? startsRefund(the) : []),
  ],
  data: (the) => ({
    units: (the.input.units ?? []).map(({ lineId, title, condition, disposition }) => {
      return { lineId, title, condition, disposition };
    }),
    ...(the.input.tracking ? { tracking: the.input.tracking } : {}),
    isWhole: isWhole(the),
    ...(the.input.difference && differencesIn(the).length > 0 ? { difference: the.input.difference } : {}),
  }),
});
