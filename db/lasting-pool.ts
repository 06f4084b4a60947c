import type postgres from "postgres";

/** For what still runs on the other connections of a pool that is left; what is not answered by then is told that it is lost. */
const LEFT_ALONE_MS = 5_000;

type Pool = postgres.Sql;
type Open = (onClose: () => void) => Pool;

/**
 * One pool to whoever asks, and a new one behind it as soon as a connection of it has closed. postgres 3.4.9 keeps what a
 * closed connection had yet to send and to hear: opened again, it may wait for ever or answer one query with another's rows.
 */
export function lastingPool(open: Open): Pool {
  const leftBehind = new Set<Pool>();
  let hasEnded = false;
  const begin = (): Pool => {
    const pool: Pool = open(() => {
      if (pool === current && !hasEnded) leave(pool);
    });
    return pool;
  };
  const leave = (pool: Pool): void => {
    current = begin();
    // Whoever was given the first has taught it how to read and write values.
    Object.assign(current.options.parsers, pool.options.parsers);
    Object.assign(current.options.serializers, pool.options.serializers);
    leftBehind.add(pool);
    setTimeout(() => {
      leftBehind.delete(pool);
      void pool.end({ timeout: 0 });
    }, LEFT_ALONE_MS).unref();
  };
  const end: Pool["end"] = async (options) => {
    hasEnded = true;
    await Promise.all([current, ...leftBehind].map((pool) => pool.end(options)));
  };
  let current = begin();
  return new Proxy(current, {
    apply: (_, _this, args) => Reflect.apply(current, undefined, args),
    get: (_, name) => (name === "end" ? end : Reflect.get(current, name)),
  });
}

/** Where the driver's connection writes, whichever way it was loaded. */
const NEXT_WRITE =
  /^\s*at (?:\S+\.)?nextWrite (?:\[as \S+\] )?\(.*[\\/]postgres[\\/](?:cjs[\\/])?src[\\/]connection\.js:\d+:\d+\)$/;
const NO_SOCKET = "Cannot read properties of null (reading 'write')";

/**
 * Whether an uncaught error is postgres 3.4.9 writing to a connection whose socket has closed meanwhile; whoever waited
 * for that connection has been told, and its pool is left. This goes as soon as a release looks before it writes.
 */
export function isWriteAfterClose(error: unknown): boolean {
  if (!(error instanceof TypeError) || error.message !== NO_SOCKET) return false;
  const [first = "", second = ""] = (error.stack ?? "").split("\n").filter((line) => /^\s*at /.test(line));
  return NEXT_WRITE.test(first) && /processImmediate|node:internal\/timers|fast-set-immediate/.test(second);
}
