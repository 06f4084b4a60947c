import { drizzle } from "drizzle-orm/postgres-js";
import type postgres from "postgres";
import { openPool } from "./address";
import { lastingPool } from "./lasting-pool";
import * as schema from "./schema";

type Options = {
  max?: number;
  /** Told every statement before it is sent; for counting them in tests and benches. */
  onStatement?: (statement: string) => void;
};

/** Said in each transaction: a pooler hands a connection on after it, with whatever was said for longer. */
const SETTINGS = {
  statement_timeout: "30s",
  lock_timeout: "10s",
  idle_in_transaction_session_timeout: "60s",
  // A request reads a few rows of a large table: by an index, never in parallel, never compiled first.
  random_page_cost: "1.1",
  max_parallel_workers_per_gather: "0",
  jit: "off",
};
const SAID = Object.entries(SETTINGS)
  .map(([name, value]) => `set local ${name} = '${value}'`)
  .join("; ");

const isPlain = (value: unknown): boolean => value === null || typeof value !== "object";

/**
 * A transaction that sends a statement with its values. The driver asks first what each value is to be, and waits for
 * the answer, which only what is no text, number or yes and no depends on.
 */
function sendingAtOnce(tx: postgres.TransactionSql): postgres.TransactionSql {
  const unsafe = tx.unsafe.bind(tx);
  const asksFirst = { get: () => false, set: () => undefined };
  const sent = (...asked: Parameters<typeof unsafe>) => {
    const query = unsafe(...asked);
    return asked[1]?.every(isPlain) ? Object.defineProperty(query, "describeFirst", asksFirst) : query;
  };
  return Object.assign(tx, { unsafe: sent as typeof unsafe });
}

/**
 * The application's own way of connecting, by which the start tries its address too. It uses nothing that a pooler in
 * transaction mode does not carry: no statements prepared for a connection, no settings said when it opens.
 */
export function openAppPool(url: string, options: postgres.Options<Record<string, never>>): postgres.Sql {
  const pool = openPool(url, {
    connect_timeout: 5,
    // A connection that closes was lost, then: none is closed for its age.
    max_lifetime: null,
    onnotice: () => undefined,
    prepare: false,
    // Asked for as a connection opens, with nobody who hears that it was lost: its refusal would end the process.
    fetch_types: false,
    connection: { application_name: "homeward" },
    ...options,
  });
  const begin = pool.begin.bind(pool);
  const beginAsSaid = <T>(work: (tx: postgres.TransactionSql) => T | Promise<T>) =>
    begin((tx) => {
      // It goes in the same breath as the first statement; where it fails, that one fails too and says why.
      tx.unsafe(SAID).catch(() => undefined);
      return work(sendingAtOnce(tx));
    });
  return Object.assign(pool, { begin: beginAsSaid as typeof begin });
}

/** A pool of connections to one database, as the role its address names. */
export function connect(url: string, options: Options = {}) {
  const { onStatement, max = 10 } = options;
  const client = lastingPool((onclose) => openAppPool(url, { max, onclose }));
  const db = drizzle(client, {
    schema,
    casing: "snake_case",
    ...(onStatement ? { logger: { logQuery: onStatement } } : {}),
  });
  return Object.assign(db, { end: () => client.end({ timeout: 5 }) });
}

/** The pool itself: it reads global tables, and enters one seller's rows by `withSeller`. */
export type Db = ReturnType<typeof connect>;

/** A transaction in which one seller's rows, and no others, can be seen. */
export type Tx = Parameters<Parameters<Db["transaction"]>[0]>[0] & { readonly sellerScope?: never };
