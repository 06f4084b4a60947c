import { drizzle } from "drizzle-orm/postgres-js";
import { openPool } from "./address";
import * as schema from "./schema";

type Options = {
  max?: number;
  /** Told every statement before it is sent; for counting them in tests and benches. */
  onStatement?: (statement: string) => void;
};

/** A pool of connections to one database, as the role its address names. */
export function connect(url: string, options: Options = {}) {
  const { onStatement } = options;
  const client = openPool(url, {
    max: options.max ?? 10,
    connect_timeout: 5,
    onnotice: () => undefined,
    connection: {
      application_name: "homeward",
      statement_timeout: 30_000,
      lock_timeout: 10_000,
      idle_in_transaction_session_timeout: 60_000,
      // A request reads a few rows of a large table: always by an index, never in parallel, never compiled first.
      random_page_cost: 1.1,
      enable_seqscan: "off",
      max_parallel_workers_per_gather: 0,
      jit: "off",
    },
  });
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
