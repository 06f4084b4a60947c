import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import type { ActionRefusal } from "@/lib/kernel/action-answer";
import { searchKey } from "@/lib/kernel/search-key";
import type { BookEntry } from "@/lib/receiving/find-scanned";

/** Who stands at the bench, and for which shop. */
export type Bencher = { sellerId: string; userId: string };

/** What the bench tells the server, in the order in which it was done; each with an id of its own, so that twice is once. */
export type BenchTold = Bencher & {
  id: string;
  to: "check-in" | "unannounced" | "park" | "correct";
  /** What a person reads while it waits: R-1042. */
  name: string;
  body: object;
  at: number;
  /** Why it was not taken in; it stays until somebody has read that. */
  refusal?: ActionRefusal;
};
/** A scan that nobody could look up; it is looked up once somebody answers. */
export type KeptScan = Bencher & { id: string; text: string; at: number };
type KeptEntry = BookEntry & { owner: string };

interface Kept extends DBSchema {
  acts: { key: string; value: BenchTold; indexes: { at: number } };
  scans: { key: string; value: KeptScan; indexes: { at: number } };
  book: { key: string; value: KeptEntry; indexes: { keys: string } };
}

let database: Promise<IDBPDatabase<Kept>> | null = null;
const kept = () => {
  database ??= openDB<Kept>("homeward-bench", 2, {
    upgrade: (db, from) => {
      if (from < 1) db.createObjectStore("acts", { keyPath: "id" }).createIndex("at", "at");
      db.createObjectStore("scans", { keyPath: "id" }).createIndex("at", "at");
      db.createObjectStore("book", { keyPath: "id" }).createIndex("keys", "keys", { multiEntry: true });
    },
  });
  return database;
};

const isOf =
  ({ sellerId, userId }: Bencher) =>
  (one: Bencher): boolean =>
    one.sellerId === sellerId && one.userId === userId;

export const keepAct = async (act: BenchTold): Promise<void> => {
  await (await kept()).put("acts", act);
};
export const dropAct = async (id: string): Promise<void> => {
  await (await kept()).delete("acts", id);
};
export const keepScan = async (scan: KeptScan): Promise<void> => {
  await (await kept()).put("scans", scan);
};
export const dropScan = async (id: string): Promise<void> => {
  await (await kept()).delete("scans", id);
};

/** All that this person has done for this shop and that stays here, the oldest first; nothing where the browser keeps nothing. */
const actsOf = async (who: Bencher): Promise<BenchTold[]> => {
  try {
    return (await (await kept()).getAllFromIndex("acts", "at")).filter(isOf(who));
  } catch {
    return [];
  }
};
export const waitingActs = async (who: Bencher): Promise<BenchTold[]> =>
  (await actsOf(who)).filter(({ refusal }) => refusal === undefined);
export const refusedActs = async (who: Bencher): Promise<BenchTold[]> =>
  (await actsOf(who)).filter(({ refusal }) => refusal !== undefined);

export async function keptScans(who: Bencher): Promise<KeptScan[]> {
  try {
    return (await (await kept()).getAllFromIndex("scans", "at")).filter(isOf(who));
  } catch {
    return [];
  }
}

/** Puts the book of awaited returns in place of the one before; a browser that keeps nothing goes without. */
export async function keepBook(who: Bencher, entries: readonly BookEntry[]): Promise<void> {
  try {
    const tx = (await kept()).transaction("book", "readwrite");
    await tx.store.clear();
    for (const entry of entries) await tx.store.put({ ...entry, owner: who.sellerId });
    await tx.done;
  } catch {
    // Offline this bench then keeps its scans for later.
  }
}

/** What the book says of a scanned text; units that wait to be told count as received. */
export async function findInBook(who: Bencher, text: string) {
  try {
    const key = searchKey(text);
    const entries = await (await kept()).getAllFromIndex("book", "keys", key);
    const waiting = (await waitingActs(who)).filter(({ to }) => to === "check-in").map(({ body }) => body);
    const returns = entries
      .filter(({ owner }) => owner === who.sellerId)
      .map((entry) => ({ ...entry, units: [...entry.units, ...waiting.flatMap(unitsIn(entry.id))] }));
    return { returns, orders: [], tracking: entries.some(({ trackings }) => trackings.includes(key)) ? key : null };
  } catch {
    return { returns: [], orders: [], tracking: null };
  }
}

type CheckedIn = { returnId: string; units: BookEntry["units"] };
const unitsIn = (returnId: string) => (body: object) => {
  const told = body as CheckedIn;
  return told.returnId === returnId ? told.units : [];
};
