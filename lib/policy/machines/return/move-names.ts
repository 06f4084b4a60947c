/** The acts, in the imperative. The browser knows them by name alone; what each is stands in its own file. */
export const MOVE_NAMES = [
  "authorize",
  "close",
  "expire",
  "withdraw",
  "lapse",
  "receive",
  "regrade",
  "adopt",
  "undo",
] as const;
export type Move = (typeof MOVE_NAMES)[number];
