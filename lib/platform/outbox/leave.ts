import type { Db, Tx } from "@/db/client";
import { withSeller } from "@/db/tenant";
import { untilBack } from "../queue/until-back";
import { type Handler, NotYet, TryLater, type Work } from "../queue/work";

/**
 * What became of handing something over. `later`: not taken, and worth another try; `unknown`: handed over whole, and
 * nobody knows whether it was taken; `refused`: for good.
 */
export type Outcome = { outcome: "done" } | { outcome: "later" | "unknown" | "refused"; error: string };

/** Something that is to leave, as its ledger finds it. */
export type Leaving = {
  /** It was handed over, as far as anybody knows, and nothing was written down since. */
  isMarked: boolean;
  /** How often it was handed over without an answer. */
  lostAnswers: number;
  createdAt: Date;
};

/** What stands in the ledger then; all but the first two are an end. */
export type Standing = "marked" | "waiting" | "done" | "kept" | "refused" | "unknown" | "given_up";
export type Entry = { standing: Standing; error: string | null; lostAnswers: number };

type Of = Pick<Work, "sellerId" | "id" | "now">;

/** Where what leaves of one kind is kept, a row each. Answers no row that has come to its end. */
export type Ledger<Item extends Leaving> = {
  find(tx: Tx, of: Of): Promise<Item | null>;
  /** The same with its row locked; where it may come to its end now, behind all that such an end is told to. */
  lock(tx: Tx, of: Of, found: Item, may: { end: boolean }): Promise<Item | null>;
  /** Of a locked row; an end is told to whom it concerns in the same transaction. */
  write(tx: Tx, of: Of, item: Item, entry: Entry): Promise<void>;
};

export type HandOver = () => Promise<Outcome>;

/** One kind of what leaves: its ledger, and its one way out. */
export type Effect<Item extends Leaving, Receiver> = {
  ledger: Ledger<Item>;
  /** Who takes it; null: nobody can, and it is kept. */
  receiver(db: Db, work: Work, item: Item): Promise<Receiver | null>;
  /** Makes ready all that is handed over, and answers how; or an outcome, where it is known without handing over. */
  prepare(db: Db, work: Work, item: Item, receiver: Receiver): Promise<HandOver | Outcome>;
  /** Asked in the transaction that marks it: throws `NotYet` where as much as its receiver takes has just gone there. */
  room?(tx: Tx, work: Work, receiver: Receiver): Promise<void>;
};

const GIVEN_UP_AFTER_MS = 5 * 86_400_000;
/** So often may something have been taken without an answer; each time costs its receiver a copy at most. */
const LOST_AT_MOST = 2;

/**
 * Lets one thing leave. It is marked before it is handed over and written down after it, each under the fence: found
 * marked, it was on its way when its worker died, and counts as taken without an answer.
 */
export function leaving<Item extends Leaving, Receiver>(effect: Effect<Item, Receiver>): Handler {
  return async (db, work) => {
    const inside = <T>(act: (tx: Tx) => Promise<T>) => withSeller(db, work.sellerId, act);
    const found = await inside((tx) => effect.ledger.find(tx, work));
    if (!found) return;
    const write = (entryFor: (item: Item) => Entry | null, may: { end: boolean }, gate?: (tx: Tx) => Promise<void>) =>
      inside(async (tx) => {
        await work.fence(tx);
        await gate?.(tx);
        const item = await effect.ledger.lock(tx, work, found, may);
        const entry = item && entryFor(item);
        if (item && entry) await effect.ledger.write(tx, work, item, entry);
        return entry?.standing ?? null;
      });
    // What was handed over is written down as soon as it can be: found marked, it would be handed over once more.
    const settle = (outcome: Outcome) =>
      untilBack(
        () => write((item) => after(item, outcome, work.now), { end: outcome.outcome !== "done" }),
        work.signal,
      );

    const receiver = await effect.receiver(db, work, found);
    if (receiver === null) return void (await write(kept, { end: false }));
    const ready = await effect.prepare(db, work, found, receiver).catch(async (error: unknown) => {
      if (!(error instanceof NotYet)) await settle({ outcome: "later", error: "It could not be prepared." });
      throw error;
    });
    const isReady = typeof ready === "function";
    if (isReady && (await write(marked, { end: found.isMarked }, (tx) => room(tx, receiver))) !== "marked") return;
    const standing = await settle(isReady ? await ready() : ready);
    if (standing === "waiting") throw new TryLater("what is to leave was not taken");

    async function room(tx: Tx, to: Receiver): Promise<void> {
      await effect.room?.(tx, work, to);
    }
  };
}

const kept = ({ lostAnswers }: Leaving): Entry => ({ standing: "kept", error: null, lostAnswers });

/** Before it is handed over: what was lost too often is not handed over again. */
function marked({ isMarked, lostAnswers: before }: Leaving): Entry {
  const lostAnswers = before + (isMarked ? 1 : 0);
  return lostAnswers >= LOST_AT_MOST
    ? { standing: "unknown", error: "worker ended", lostAnswers }
    : { standing: "marked", error: null, lostAnswers };
}

/** What follows from each outcome: the only place that says it. */
function after({ createdAt, lostAnswers: before }: Leaving, done: Outcome, now: Date): Entry {
  if (done.outcome === "done") return { standing: "done", error: null, lostAnswers: before };
  const { outcome, error } = done;
  const lostAnswers = before + (outcome === "unknown" ? 1 : 0);
  if (outcome === "refused") return { standing: "refused", error, lostAnswers };
  if (lostAnswers >= LOST_AT_MOST) return { standing: "unknown", error, lostAnswers };
  const isTooOld = now.getTime() - createdAt.getTime() > GIVEN_UP_AFTER_MS;
  return { standing: isTooOld ? "given_up" : "waiting", error, lostAnswers };
}
