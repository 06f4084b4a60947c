import { runningClocks } from "./clock-effects";
import { isAwaited } from "./statuses";
import type { ReturnSubject } from "./subject";

type Line = ReturnSubject["lines"][number];

/** Units of a line whose money went back: of those that came, or of those that never will. */
const refundedOf = ({ refunded }: ReturnSubject, line: Line, hasCome: boolean): number =>
  refunded
    .filter(({ lineId, condition }) => lineId === line.id && (condition !== null) === hasCome)
    .reduce((sum, { quantity }) => sum + quantity, 0);

const cameOf = ({ units }: ReturnSubject, lineId: string | null): number =>
  units.filter((unit) => unit.lineId === lineId).length;

/** How many of the units that came wait for their money, with those that belong to no line. */
export const unitsUnsettled = (subject: ReturnSubject): number =>
  cameOf(subject, null) +
  subject.lines.reduce((sum, line) => sum + Math.max(0, cameOf(subject, line.id) - refundedOf(subject, line, true)), 0);

/** Of all that came the money went back. */
export const areGoodsSettled = (subject: ReturnSubject): boolean =>
  subject.units.length > 0 && unitsUnsettled(subject) === 0;

/** Whether goods are still to come that nobody has refunded. */
function isRestAwaited(subject: ReturnSubject): boolean {
  if (!isAwaited(subject.status) && runningClocks(subject).length === 0) return false;
  return subject.lines.some((line) => {
    const settled = cameOf(subject, line.id) + refundedOf(subject, line, false);
    return settled < line.quantity - line.closedQuantity;
  });
}

/** What came is refunded, and no refund is on its way: whatever does not come any more is a difference and no bar (P-11). */
export const isPaidOut = (subject: ReturnSubject): boolean =>
  subject.refunds.paid > 0 &&
  subject.refunds.open === 0 &&
  subject.refunds.failed === 0 &&
  unitsUnsettled(subject) === 0;

/** P-05: nothing of it is open any more: what did not come is refunded too, or awaited no longer. */
export const isSettled = (subject: ReturnSubject): boolean => isPaidOut(subject) && !isRestAwaited(subject);
