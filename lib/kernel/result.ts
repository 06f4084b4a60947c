/** A refusal is a value the caller can show: a code and the facts its sentence needs. A bug is thrown instead. */
export type Refusal<Code extends string = string> = { code: Code } & Record<string, unknown>;

export type Result<Value, R extends { code: string } = Refusal> =
  | { ok: true; value: Value }
  | { ok: false; refusal: R };

export const ok = <Value>(value: Value): { ok: true; value: Value } => ({ ok: true, value });

export const refuse = <R extends { code: string }>(refusal: R): { ok: false; refusal: R } => ({
  ok: false,
  refusal,
});
