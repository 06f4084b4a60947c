/** The acts, in the imperative. The browser knows them by name alone; what each is stands in its own file. */
export const MOVE_NAMES = ["authorize", "close", "expire", "withdraw", "lapse", "adopt", "undo"] as const;
export type Move = (typeof MOVE_NAMES)[number];

/** Who moves a return: a member of the seller's team, the product's own clocks and rules, or the buyer. */
export type ActorKind = "seller" | "system" | "buyer";
