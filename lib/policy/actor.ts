import type { Role } from "./permissions";

/** Which part of the product acts by itself: its rules, a clock, a report that it follows, … */
export const PRODUCT_PARTS = ["rules", "clock", "import", "judging", "delivery", "accounts"] as const;
export type ProductPart = (typeof PRODUCT_PARTS)[number];

/** Whoever does something, each with the id and the name that it has: a member of the team, the buyer of a return, … */
type Actors = {
  person: { id: string; name: string };
  buyer: { id: null; name: string | null };
  product: { id: null; name: null; part: ProductPart };
  support: { id: string; name: string };
  /** What a shop has given another program, by the name that the shop gave it. */
  key: { id: string; name: string };
};
export type ActorKind = keyof Actors;
export type Actor = { [Kind in ActorKind]: { kind: Kind } & Actors[Kind] }[ActorKind];

/** Every side that can appear in a timeline and that the audit can be asked for. */
export const ACTOR_KINDS = ["person", "buyer", "product", "support", "key"] as const satisfies readonly ActorKind[];

export const product = (part: ProductPart): Actor => ({ kind: "product", id: null, name: null, part });

/** Of what only a person does: nobody else comes through the guard to it. */
export function personId(actor: Actor): string {
  if (actor.kind !== "person" && actor.kind !== "support") throw new Error(`${actor.kind} is nobody who works here`);
  return actor.id;
}

export const actorOf = (session: { user: { id: string; name: string }; role: Role | "support" }): Actor => ({
  kind: session.role === "support" ? "support" : "person",
  id: session.user.id,
  name: session.user.name,
});

/** Whoever acts for the shop itself: its team, support that visits it, a program that it gave a key. */
export const OF_THE_SHOP = ["person", "support", "key"] as const satisfies readonly ActorKind[];
export const isOfTheShop = (kind: ActorKind): boolean => OF_THE_SHOP.some((known) => known === kind);
