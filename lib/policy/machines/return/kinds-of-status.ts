import type { Move } from "./move-names";
import type { Status } from "./statuses";

/** Nobody has decided on it yet. */
export const isUndecided = (status: Status): boolean => status === "authorization_required";

/** P-29: the marketplace's word for it is known to nobody. */
export const isUnread = (status: Status | null): boolean => status === "unknown";

/** Ended without a parcel: nothing is to be sent back any more. */
export const isCalledOff = (status: Status): boolean => status === "closed" || status === "withdrawn";

/** What stands for a move, by the move's name; at most one of each. */
export const byMove = <Entry extends { move: Move }>(entries: readonly Entry[]): Partial<Record<Move, Entry>> =>
  Object.fromEntries(entries.map((entry) => [entry.move, entry]));

/** For what only one move has a part in: whether a word is its name. */
const names =
  <Name extends Move>(move: Name) =>
  (word: string | null | undefined): word is Name =>
    word === move;
export const isAuthorization = names("authorize");
export const isClosing = names("close");
export const isWithdrawal = names("withdraw");
export const isAdoption = names("adopt");
export const isExpiry = names("expire");
export const isExtension = names("extend");
export const isReminder = names("remind");
export const isUndoing = names("undo");
