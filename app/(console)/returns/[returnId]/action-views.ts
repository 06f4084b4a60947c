import type { Permission } from "@/lib/permissions";
import type { Move, MoveRefusal, OpenMove } from "@/lib/policy/lifecycle";

/** A move as a person meets it: open, or shown with the reason why not. */
export type ActionView = { move: Move; refusal: MoveRefusal | { code: "forbidden" } | null };

// What there is nothing to say about: no decision yet, no report that says otherwise.
const NOT_WORTH_SAYING = new Set<string>([
  "nothing_to_undo",
  "nothing_reported",
  "same_as_reported",
  "marketplace_decides",
]);

/** What a person with these permissions is offered, from the server's own answer; a move with nothing to do is left out. */
export function actionViews(moves: readonly OpenMove[], permissions: readonly Permission[]): ActionView[] {
  const mayDecide = permissions.includes("returns:decide");
  return moves
    .filter(({ refusal }) => !refusal || !NOT_WORTH_SAYING.has(refusal.code))
    .map(({ move, refusal }) => ({ move, refusal: mayDecide ? refusal : { code: "forbidden" } }));
}
