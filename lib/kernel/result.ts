/** What any seam may refuse: who asks, what was sent, and that nothing answers. `fields` holds codes by path. */
type SeamRefusal =
  | { code: "signed_out" | "read_only" | "foreign_origin" | "not_found" | "unreachable" }
  | { code: "forbidden"; needs?: string }
  | { code: "seller_changed"; seller: string | null }
  | { code: "invalid"; fields?: Record<string, string[]> }
  | { code: "body_too_large"; limit: number }
  | { code: "database_down"; reference?: string }
  | { code: "unexpected"; reference: string };

/** Every refusal of the product, by who gives it; `lib/refusals.ts` adds those of the features. */
export interface Refusals {
  seam: SeamRefusal;
}

/** A refusal is a value the caller can show: a code and the facts its sentence needs. A bug is thrown instead. */
export type Refusal = Refusals[keyof Refusals] & Record<string, unknown>;

/** A refusal that was written down; an older or newer product may have written it, so its code is any. */
export type StoredRefusal = { code: string } & Record<string, unknown>;

export type Result<Value, R extends { code: string } = Refusal> =
  | { ok: true; value: Value }
  | { ok: false; refusal: R };

export const ok = <Value>(value: Value): { ok: true; value: Value } => ({ ok: true, value });

/** `Code` keeps the code as it is written, where nothing else says which codes are meant. */
export const refuse = <R extends { code: Code }, Code extends string = R["code"]>(
  refusal: R,
): { ok: false; refusal: R } => ({
  ok: false,
  refusal,
});
