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

/** Whether whoever asked hung up before all that they sent was read: Node's own words, and nobody's fault here. */
export const hasHungUp = (error: unknown): boolean =>
  error instanceof Error && error.message === "aborted" && "code" in error && error.code === "ECONNRESET";

/** Whether an error only says that the database cannot be reached now; drizzle wraps the driver's error. */
export function isDatabaseDown(error: unknown): boolean {
  if (!(error instanceof Error) || hasHungUp(error)) return false;
  if ("code" in error && typeof error.code === "string" && CODES.has(error.code)) return true;
  return isDatabaseDown(error.cause);
}

/** What a page needs to know before it is drawn, or that the database which knows it cannot be reached. */
export async function unlessDatabaseDown<Value>(read: () => Promise<Value>): Promise<Value | "database_down"> {
  try {
    return await read();
  } catch (error) {
    if (isDatabaseDown(error)) return "database_down";
    throw error;
  }
}
