import type { Evaluation } from "../../judging/evaluation";
import type { Verdict } from "../../judging/verdict";
import type { Rest } from "./closing-input";
import type { ReturnRefusal } from "./refusals";

type Units = readonly { lineId: string; quantity: number }[];
type Line = { id: string; orderLineId: string; quantity: number };

const countOf = (units: readonly { quantity: number }[]): number =>
  units.reduce((sum, { quantity }) => sum + quantity, 0);

export const closedUnits = ({ units }: Pick<Rest, "units">): number => countOf(units);

/** What was asked for and is not closed, by line. */
const keptUnits = (lines: readonly Line[], closed: Units): Map<string, number> =>
  new Map(lines.map(({ id, quantity }) => [id, quantity - countOf(closed.filter(({ lineId }) => lineId === id))]));

type Asked = { lines: readonly Line[]; isPrepaidEligible: boolean };

/** Why the rest of a request cannot be closed so (S2-02); null: it can, or there is none. */
export function restRefused({ lines, isPrepaidEligible }: Asked, rest: Rest | undefined): ReturnRefusal | null {
  if (!rest) return null;
  if (isPrepaidEligible) return { code: "prepaid_eligible" };
  const kept = keptUnits(lines, rest.units);
  const isOfReturn = rest.units.every(({ lineId }) => kept.has(lineId));
  if (!isOfReturn || [...kept.values()].some((quantity) => quantity < 0)) return { code: "units_unknown" };
  if ([...kept.values()].every((quantity) => quantity === 0)) return { code: "nothing_authorized" };
  return rest.chosen?.carriesRefund ? { code: "rest_with_refund" } : null;
}

type Judged = { lines: readonly Line[]; evaluation: Pick<Evaluation, "verdict" | "reported" | "lines"> };

/** The verdict on what is authorized: where only lines in policy stay, nobody goes on against a policy (S1-05). */
export function verdictOfKept({ lines, evaluation }: Judged, closed: Units): Verdict {
  const { verdict, reported } = evaluation;
  if (closed.length === 0 || reported !== null) return verdict;
  const kept = keptUnits(lines, closed);
  const ids = new Set(lines.filter(({ id }) => (kept.get(id) ?? 0) > 0).map(({ orderLineId }) => orderLineId));
  const judged = evaluation.lines.filter(({ lineId }) => ids.has(lineId));
  return judged.length > 0 && judged.every((line) => line.verdict === "in_policy") ? "in_policy" : verdict;
}
