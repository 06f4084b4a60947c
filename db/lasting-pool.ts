import type postgres from "postgres";

/** For what still runs on the other connections of a pool that is left; what is not answered by then is told that it is lost. */
const LEFT_ALONE_MS = 5_000;

/** Longer than the server may work on a statement: whoever has heard nothing by then hears nothing any more. */
const ANSWERED_WITHIN_MS = 40_000;

type Pool = postgres.Sql;
type Open = (onClose: () => void) => Pool;

/**
 * One pool to whoever asks, and a new one behind it as soon as a connection of it has closed, or does not answer: nothing
 * waits for the database for ever. postgres 3.4.9 keeps what a closed connection had yet to send and to hear: opened
 * again, it may wait for ever or answer one query with another's rows.
 */
export function lastingPool(
  open: Open,
  { answeredWithinMs = ANSWERED_WITHIN_MS, leftAloneMs = LEFT_ALONE_MS } = {},
): Pool {
  const leftBehind = new Set<Pool>();
  let hasEnded = false;
  const begin = (): Pool => {
    const pool: Pool = open(() => leave(pool));
    return Object.assign(
      pool,
      watched(pool, () => waiting(pool)),
    );
  };
  const leave = (pool: Pool): void => {
    if (pool !== current || hasEnded) return;
    current = begin();
    // Whoever was given the first has taught it how to read and write values.
    Object.assign(current.options.parsers, pool.options.parsers);
    Object.assign(current.options.serializers, pool.options.serializers);
    leftBehind.add(pool);
    setTimeout(() => {
      leftBehind.delete(pool);
      void pool.end({ timeout: 0 });
    }, leftAloneMs).unref();
  };
  /** Begins to wait for an answer of this pool; to be called when it is there. */
  const waiting = (pool: Pool) => {
    const timer = setTimeout(() => leave(pool), answeredWithinMs).unref();
    return () => clearTimeout(timer);
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

type Waiting = () => () => void;

/** What is sent to the database, in a transaction or not, with somebody who waits for each answer. */
function watched(pool: Pool, waiting: Waiting): Pick<Pool, "unsafe" | "begin"> {
  const begin = pool.begin.bind(pool);
  const beginWatched = async <T>(work: (tx: postgres.TransactionSql) => T | Promise<T>) => {
    let heard = waiting();
    try {
      return await begin(async (tx) => {
        heard();
        try {
          return await work(Object.assign(tx, { unsafe: listening(tx, waiting) }));
        } finally {
          heard = waiting();
        }
      });
    } finally {
      heard();
    }
  };
  return { unsafe: listening(pool, waiting), begin: beginWatched as typeof begin };
}

function listening(sql: Pick<postgres.ISql, "unsafe">, waiting: Waiting): postgres.ISql["unsafe"] {
  const unsafe = sql.unsafe.bind(sql);
  return (...asked) => {
    const query = unsafe(...asked);
    const heard = waiting();
    query.then(heard, heard);
    return query as never;
  };
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
