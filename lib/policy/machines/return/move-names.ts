/** The acts, in the imperative. The browser knows them by name alone; what each is stands in its own file. */
export const MOVE_NAMES = [
  "authorize",
  "close",
  "expire",
  "withdraw",
  "lapse",
  "receive",
  "regrade",
  "fetch_label",
  "remind",
  "extend",
  "arrive",
  "follow_refund",
  "complete",
  "adopt",
  "undo",
] as const;
export type Move = (typeof MOVE_NAMES)[number];

type Asking = { move: string };
/** A request for the seller's consent. */
export const isConsent = <Request extends Asking>(
  request: Request,
): request is Extract<Request, { move: "authorize" }> => request.move === "authorize";
/** A request to end it. */
export const isClosing = <Request extends Asking>(request: Request): request is Extract<Request, { move: "close" }> =>
  request.move === "close";

/** Somebody here chose it; a report that was followed did not. */
export const isOwnChoice = (move: Move | null): move is Exclude<Move, "adopt"> => move !== null && move !== "adopt";
