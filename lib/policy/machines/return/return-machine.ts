import { type InputOf, machineOf, type Offer, type OpenMove as OpenMoveOf } from "../machine";
import { adopt } from "./adopt";
import { arrive } from "./arrive";
import { authorize } from "./authorize";
import { close } from "./close";
import { complete } from "./complete";
import { expire } from "./expire";
import { extend } from "./extend";
import { fetchLabel } from "./fetch-label";
import { followRefund } from "./follow-refund";
import { lapse } from "./lapse";
import type { ReturnWords } from "./move";
import type { Move } from "./move-names";
import { receive } from "./receive";
import { regrade } from "./regrade";
import { remind } from "./remind";
import { undo } from "./undo";
import { withdraw } from "./withdraw";

/**
 * What can happen to a return. Buttons, bulk menus, the palette, preflight, the server's check, the kinds of bulk acts and of
 * events derive from it.
 */
export const returnMachine = machineOf<ReturnWords>()({
  authorize,
  close,
  expire,
  withdraw,
  lapse,
  fetch_label: fetchLabel,
  remind,
  extend,
  arrive,
  receive,
  regrade,
  follow_refund: followRefund,
  complete,
  adopt,
  undo,
});

type Moves = typeof returnMachine.moves;
type Flagged<Flag extends string> = {
  [Name in Move]: Moves[Name] extends Record<Flag, true> ? Name : never;
}[Move];

/** Moves that are offered for many returns at once. */
export type BulkMove = Flagged<"isBulk">;
/** Decisions that a person has to carry out on a marketplace that Homeward only mirrors (P-19). */
export type HandedOver = Flagged<"isHandedOver">;

export const BULK_MOVES = returnMachine.names.filter(
  (name): name is BulkMove => "isBulk" in returnMachine.moves[name],
) as [BulkMove, ...BulkMove[]];
/** Moves that answer a request, for one return or for many: a row of the list offers them. */
export type Decision = BulkMove & HandedOver;
export const isDecision = (move: string | null): move is Decision => DECISIONS.some((known) => known === move);
/** How a person is offered a move, of one return or of many. */
export const offerOf = (move: Move): Offer => {
  const { offer }: { offer?: Offer } = returnMachine.moves[move];
  return offer ?? {};
};
/** What the list offers for its rows and for what is selected, in this order, with the key that asks for it. */
export const BULK_OFFERS: readonly BulkOffer[] = BULK_MOVES.map((move) => ({ move, key: offerOf(move).key ?? null }));
export type BulkOffer = { move: BulkMove; key: string | null };

export const HANDED_OVER_MOVES = returnMachine.names.filter(
  (name): name is HandedOver => "isHandedOver" in returnMachine.moves[name],
);

export const DECISIONS: readonly Decision[] = BULK_MOVES.filter((move): move is Decision =>
  HANDED_OVER_MOVES.some((known) => known === move),
);

/** One act as somebody asks for it, for one return or for thousands. */
export type RequestOf<Name extends Move> = string extends keyof InputOf<Moves[Name]>
  ? { move: Name }
  : { move: Name } & InputOf<Moves[Name]>;
export type MoveRequest = { [Name in Move]: RequestOf<Name> }[Move];

export type OpenMove = OpenMoveOf<ReturnWords, Move>;
