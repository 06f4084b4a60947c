import type { MoveRefusal } from "@/lib/policy/machines/return/move";
import type { Move } from "@/lib/policy/machines/return/move-names";
import type { OpenMove } from "@/lib/policy/machines/return/return-machine";
import type { Status } from "@/lib/policy/machines/return/statuses";
import type { Permission } from "@/lib/policy/permissions";

/** A move as a person meets it: open, or shown with the reason why not. */
export type ActionView = { move: Move; refusal: MoveRefusal | { code: "forbidden" } | null };

/** Made at the bench, over the goods, or beside the clock that they are about. */
const ELSEWHERE = ["receive", "regrade", "extend"] as const satisfies readonly Move[];

/** What a person looks for on every return; where the status rules it out, they read that. */
const DECISIONS = ["authorize", "close", "withdraw"] as const satisfies readonly Move[];

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
  const decisions = DECISIONS.map(
    (move): OpenMove => moves.find((open) => open.move === move) ?? { move, refusal: { code: "wrong_status", status } },
  );
  const elsewhere: readonly Move[] = [...DECISIONS, ...ELSEWHERE];
  const others = moves.filter(({ move }) => !elsewhere.includes(move));
  const mayDecide = permissions.includes("returns:decide");
  return [...decisions, ...others]
    .filter(({ refusal }) => !refusal || !NOT_WORTH_SAYING.has(refusal.code))
    .map(({ move, refusal }) => ({ move, refusal: mayDecide ? refusal : { code: "forbidden" } }));
}
