import type { Tx } from "@/db/client";
import type { ChannelRules } from "@/lib/channels/channel-rules";
import type { ImportKind } from "@/lib/policy/imports/mapping";
import type { BatchContext } from "./batch-context";
import type { KnownOrder } from "./import-world";
import type { Reading } from "./read/read-table";
import type { ReadEvent, ReadResult, RowRefusal } from "./read/words/report-row";

/** What an import did, or would do, to a return or an order. */
export type Outcome = { id: string; kind: "new" | "changed" | "unchanged" };

export type ReadFile<Row> = Exclude<ReadResult, { ok: true }> | (Told & { rows: AsyncGenerator<ReadEvent<Row>> });
type Told = Omit<Extract<ReadResult, { ok: true }>, "rows" | "holds">;

export type ReadInput = Omit<Reading, "mapped" | "file"> & { name: string; bytes: AsyncIterable<Uint8Array> };

/**
 * What importing one kind of file means, from a row to what is written: scan, check and run are the same for all kinds.
 * `plan` is the one planner of a kind: the dry run shows its answer, the run carries it out.
 */
export type ImportTask<Row extends { orderNumber: string }, Plan extends { after: KnownOrder }> = {
  kind: ImportKind;
  read: (input: ReadInput) => Promise<ReadFile<Row>>;
  /** The currency that a row names, for the doubt whether a file is of this channel. */
  currencyOf: (row: Row) => string | null;
  /** The word for its status, where nobody knows it (P-29). */
  unknownWordOf: (row: Row) => string | null;
  plan: (
    world: ReadonlyMap<string, KnownOrder>,
    rows: Row[],
    channel: Pick<ChannelRules, "currency">,
  ) => { plans: Plan[]; refused: RowRefusal[] };
  /** Orders of which it would make, most likely, what stands there already. */
  doubledIn: (plan: Plan) => string[];
  /** Which facts a row holds, of those that people look for. */
  holds: (row: Row) => Record<string, boolean>;
  /** What the counts of an import count. */
  outcomesOf: (plan: Plan) => Outcome[];
  /** Whether it may move on a return that is known. */
  mayMove: (plan: Plan) => boolean;
  apply: (tx: Tx, plans: readonly Plan[], batch: BatchContext) => Promise<void>;
  /** What an earlier attempt at the same import has done, after an id. */
  listDone: (
    tx: Tx,
    of: { sellerId: string; importId: string },
    after: string | null,
    limit: number,
  ) => Promise<Outcome[]>;
};
