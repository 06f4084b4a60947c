const LOOPBACK = new Set(["localhost", "127.0.0.1", "[::1]"]);

/**
 * Whether a request's Origin is the configured address. Missing and `null` are foreign: Next itself lets a server
 * action without Origin run. On a loopback address its other names count too, with the same port.
 */
export function isOwnOrigin(origin: string | null, configured: string): boolean {
  if (origin === null || !URL.canParse(origin)) return false;
  const own = new URL(configured);
  if (origin === own.origin) return true;
  const given = new URL(origin);
  const areLoopback = LOOPBACK.has(own.hostname) && LOOPBACK.has(given.hostname);
  return areLoopback && given.origin === origin && given.protocol === own.protocol && given.port === own.port;
}
