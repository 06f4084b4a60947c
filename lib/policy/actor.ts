import type { ActorKind } from "./machines/return/move-names";
import type { Role } from "./permissions";

/** Every side that can appear in a timeline. */
export const ACTOR_KINDS = ["seller", "system", "buyer", "support"] as const;

/** Who does something; `system` has neither id nor name, a buyer no id. */
export type Actor = { kind: (typeof ACTOR_KINDS)[number]; id: string | null; name: string | null };

export const SYSTEM: Actor = { kind: "system", id: null, name: null };

/** Of what only a person does: nobody else comes through the guard to it. */
export function personId({ kind, id }: Actor): string {
  if (id === null || (kind !== "seller" && kind !== "support")) throw new Error(`${kind} is nobody who works here`);
  return id;
}

export const actorOf = (session: { user: { id: string; name: string }; role: Role | "support" }): Actor => ({
  kind: session.role === "support" ? "support" : "seller",
  id: session.user.id,
  name: session.user.name,
});

/** On whose side somebody acts on a return; platform support acts for the seller. */
export const sideOf = (kind: Actor["kind"]): ActorKind => (kind === "support" ? "seller" : kind);
