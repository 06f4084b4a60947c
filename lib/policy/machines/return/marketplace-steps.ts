import type { HandedOver } from "./return-machine";

/** What to press on a marketplace to carry out a decision, in its own words: each step is a sentence of the messages. */
const STEPS = {
  amazon: {
    authorize: ["amazonList", "amazonAuthorize", "amazonAuthorizeMany"],
    close: ["amazonList", "amazonClose"],
    withdraw: ["amazonListAll", "amazonWithdraw"],
  },
  aliexpress: {
    authorize: ["aliexpressFind", "aliexpressAccept"],
    close: ["aliexpressFind", "aliexpressRefuse"],
    withdraw: ["aliexpressFind", "aliexpressWithdraw"],
  },
  own: { authorize: ["otherAuthorize"], close: ["otherClose"], withdraw: ["otherClose"] },
} as const satisfies Record<string, Record<HandedOver, readonly string[]>>;

/** The decisions that are carried out on the marketplace by hand (P-19), in the order in which they press. */
export const HANDED_OVER = Object.keys(STEPS.own) as HandedOver[];
export type { HandedOver };

export const isHandedOverMove = (move: string): move is HandedOver => HANDED_OVER.some((known) => known === move);

type Marketplace = keyof typeof STEPS;
export type MarketplaceStep = (typeof STEPS)[Marketplace][HandedOver][number];

/** The steps for one decision, in order. */
export const stepsFor = (marketplace: Marketplace, move: HandedOver): readonly MarketplaceStep[] =>
  STEPS[marketplace][move];
