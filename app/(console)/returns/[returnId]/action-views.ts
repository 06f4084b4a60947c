import type { MoveRefusal } from "@/lib/policy/machines/return/move";
import type { Move } from "@/lib/policy/machines/return/move-names";
import {
  type Decision,
  isDecision,
  type OpenMove,
  offerOf,
  returnMachine,
} from "@/lib/policy/machines/return/return-machine";
import type { Status } from "@/lib/policy/machines/return/statuses";
import type { Permission } from "@/lib/policy/permissions";

/** A move as a person meets it: open, or shown with the reason why not. */
export type ActionView = {
  refusal: MoveRefusal | { code: "forbidden" } | null;
  /** The key that asks for it. */
  key: string | null;
} & Button;
/** A button of its own with a dialog, where it is open; all else stands in the menu. */
type Button = { isButton: true; move: Decision } | { isButton: false; move: Move };

const buttonOf = (move: Move): Button => (isDecision(move) ? { isButton: true, move } : { isButton: false, move });

/** What a person looks for on every return; where the status rules it out, they read that. */
const ALWAYS = returnMachine.names.filter((move) => offerOf(move).shown === "always");

// What there is nothing to say about: no decision yet, no report that says otherwise.
const NOT_WORTH_SAYING = new Set<string>([
  "nothing_to_undo",
  "nothing_reported",
  "same_as_reported",
  "no_conflict",
  "marketplace_decides",
  "label_fetched",
]);

type Offered = { moves: readonly OpenMove[]; status: Status; permissions: readonly Permission[] };

/** What a person with these permissions is offered, from the server's own answer; a move with nothing to do is left out. */
export function actionViews({ moves, status, permissions }: Offered): ActionView[] {
  const always = ALWAYS.map(
    (move): OpenMove => moves.find((open) => open.move === move) ?? { move, refusal: { code: "wrong_status", status } },
  );
  const others = moves.filter(({ move }) => !offerOf(move).shown);
  const mayDecide = permissions.includes("returns:decide");
  return [...always, ...others]
    .filter(({ refusal }) => !refusal || !NOT_WORTH_SAYING.has(refusal.code))
    .map(({ move, refusal }) => ({
      ...buttonOf(move),
      refusal: mayDecide ? refusal : { code: "forbidden" },
      key: offerOf(move).key ?? null,
    }));
}
