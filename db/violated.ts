/** Whether a write failed at a check that the database makes itself. */
export function breaks(error: unknown, check: string): boolean {
  const cause = error instanceof Error && error.cause ? error.cause : error;
  if (typeof cause !== "object" || cause === null || !("code" in cause) || cause.code !== "23514") return false;
  return "message" in cause && String(cause.message).includes(`"${check}`);
}

/**
 * Whether a write failed at a unique index. A distributed PostgreSQL does not name it in a field, but only in the text,
 * with the number of a shard behind its name.
 */
export function violates(error: unknown, index: string): boolean {
  const cause = error instanceof Error && error.cause ? error.cause : error;
  if (typeof cause !== "object" || cause === null || !("code" in cause) || cause.code !== "23505") return false;
  if ("constraint_name" in cause && cause.constraint_name) return cause.constraint_name === index;
  const text = "message" in cause ? String(cause.message) : "";
  return new RegExp(`"${index}(_\\d+)?"`).test(text);
}
