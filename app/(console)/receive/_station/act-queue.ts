import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import { paths } from "@/lib/i18n/paths";
import type { ActionAnswer, ActionRefusal } from "@/lib/kernel/action-answer";

/** What the bench tells the server, in the order in which it was done; each with an id of its own, so that twice is once. */
export type BenchTold = {
  id: string;
  sellerId: string;
  /** Whoever did it tells it, also where somebody else uses the machine meanwhile. */
  userId: string;
  to: "check-in" | "park" | "correct";
  /** What a person reads while it waits: R-1042. */
  name: string;
  body: object;
  at: number;
};
interface Kept extends DBSchema {
  acts: { key: string; value: BenchTold; indexes: { at: number } };
}

let database: Promise<IDBPDatabase<Kept>> | null = null;
const kept = () => {
  database ??= openDB<Kept>("homeward-bench", 1, {
    upgrade: (db) => db.createObjectStore("acts", { keyPath: "id" }).createIndex("at", "at"),
  });
  return database;
};

export const keepAct = async (act: BenchTold): Promise<void> => {
  await (await kept()).put("acts", act);
};
export const dropAct = async (id: string): Promise<void> => {
  await (await kept()).delete("acts", id);
};
/** Who stands at the bench, and for which shop. */
export type Bencher = Pick<BenchTold, "sellerId" | "userId">;

/** What this person has done for this shop and not told yet, the oldest first; nothing where the browser keeps nothing. */
export async function waitingActs({ sellerId, userId }: Bencher): Promise<BenchTold[]> {
  try {
    const acts = await (await kept()).getAllFromIndex("acts", "at");
    return acts.filter((act) => act.sellerId === sellerId && act.userId === userId);
  } catch {
    return [];
  }
}

/** What came back for an act; null: nobody answered, it stays. */
export type Outcome = { act: BenchTold; refusal: ActionRefusal | null };

/** Refusals that say nothing of the act itself: it is told again. */
const PASSING: readonly string[] = [
  ...["unreachable", "signed_out", "database_down", "unexpected"],
  ...["seller_changed", "forbidden", "read_only"],
];

/** Tells one act at once. */
export async function tell({ to, sellerId, body }: BenchTold): Promise<ActionAnswer<unknown>> {
  try {
    const response = await fetch(paths.receiveTold(to, sellerId), {
      method: "POST",
      headers: { "content-type": "application/json", accept: "application/json" },
      body: JSON.stringify(body),
    });
    return (await response.json()) as ActionAnswer<unknown>;
  } catch {
    return { ok: false, refusal: { code: "unreachable" } };
  }
}

/** Tells what waits, one after the other and from one tab at a time; stops where nobody answers. */
export async function tellWaiting(who: Bencher, onOutcome: (outcome: Outcome) => void): Promise<void> {
  await navigator.locks.request("homeward-bench", { ifAvailable: true }, async (lock) => {
    if (!lock) return;
    for (let acts = await waitingActs(who); acts.length > 0; acts = await waitingActs(who))
      for (const act of acts) {
        const answer = await tell(act);
        if (!answer.ok && PASSING.includes(answer.refusal.code)) return;
        await dropAct(act.id);
        onOutcome({ act, refusal: answer.ok ? null : answer.refusal });
      }
  });
}
