import type { ActorKind } from "@/lib/policy/actor";

/** What files call who did something; other programs know these words. */
export const ACTOR_WORDS: Record<ActorKind, string> = {
  person: "seller",
  buyer: "buyer",
  product: "system",
  support: "support",
  key: "key",
};
