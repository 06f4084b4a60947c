const CODES = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "ENOTFOUND",
  "ETIMEDOUT",
  "EHOSTUNREACH",
  "CONNECT_TIMEOUT",
  "CONNECTION_CLOSED",
  "CONNECTION_ENDED",
  "CONNECTION_DESTROYED",
  // PostgreSQL's own words for going down, coming up, and being full.
  "57P01",
  "57P02",
  "57P03",
  "53300",
]);

/** Whether an error only says that the database cannot be reached now; drizzle wraps the driver's error. */
export function isDatabaseDown(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if ("code" in error && typeof error.code === "string" && CODES.has(error.code)) return true;
  return isDatabaseDown(error.cause);
}
