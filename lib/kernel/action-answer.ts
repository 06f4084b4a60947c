import type { Refusal } from "./result";

/** `fields` holds message codes by path (`address.city`), `reference` finds an unexpected failure in the log. */
export type ActionRefusal = Refusal & { fields?: Record<string, string[]>; reference?: string };

export type ActionAnswer<Value> = { ok: true; value: Value } | { ok: false; refusal: ActionRefusal };

/** What a form sends: the seller it was drawn for, and what was typed. */
export type Envelope<Input> = { sellerId: string | null; input: Input };
