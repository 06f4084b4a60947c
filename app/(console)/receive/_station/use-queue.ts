import { useEffect, useRef, useState } from "react";
import { pollAnswer } from "@/components/fetch-answer";
import { paths } from "@/lib/i18n/paths";
import type { ActionRefusal } from "@/lib/kernel/action-answer";
import { newId } from "@/lib/kernel/ids";
import type { BookEntry } from "@/lib/receiving/find-scanned";
import type { Bench as BenchFacts } from "@/lib/receiving/read-bench";
import {
  type Bencher,
  type BenchTold,
  dropAct,
  dropScan,
  type KeptScan,
  keepAct,
  keepBook,
  keepScan,
  keptScans,
  refusedActs,
  waitingActs,
} from "./bench-kept";
import { dropWaiting, tell, tellWaiting } from "./tell-acts";

const LOOK_AGAIN_MS = 15_000;
/** The book of awaited returns is read anew so often. */
const BOOK_MS = 300_000;

/** What became of an act: the server took it in, it refused it for good, or nobody answered and it is kept. */
export type Fate = "taken" | "kept" | { refused: ActionRefusal };

/** What the bench has done and scanned and the server does not know yet, told as soon as it answers; what it says of the day. */
export function useQueue(who: Bencher, initial: BenchFacts) {
  const [facts, setFacts] = useState(initial);
  const [waiting, setWaiting] = useState(0);
  const [refused, setRefused] = useState<BenchTold[]>([]);
  const [scans, setScans] = useState<KeptScan[]>([]);
  const bookReadAt = useRef(0);

  const recount = async () => {
    setWaiting((await waitingActs(who)).length);
    setRefused(await refusedActs(who));
    setScans(await keptScans(who));
  };
  const readFacts = async () => {
    try {
      setFacts(await pollAnswer<BenchFacts>(paths.receiveApi("bench")));
      if (Date.now() - bookReadAt.current < BOOK_MS) return;
      await keepBook(who, await pollAnswer<BookEntry[]>(paths.receiveApi("book")));
      bookReadAt.current = Date.now();
    } catch {
      // What was read before stays until somebody answers.
    }
  };
  const flush = async () => {
    await tellWaiting(who);
    await recount();
    await readFacts();
  };
  const latest = useRef(flush);
  useEffect(() => {
    latest.current = flush;
  });
  useEffect(() => {
    const again = () => void latest.current();
    again();
    const timer = window.setInterval(again, LOOK_AGAIN_MS);
    window.addEventListener("online", again);
    return () => {
      window.clearInterval(timer);
      window.removeEventListener("online", again);
    };
  }, []);

  const told = async (given: Pick<BenchTold, "to" | "name" | "body">): Promise<{ id: string; fate: Fate }> => {
    const act: BenchTold = { ...given, ...who, id: newId(), at: Date.now() };
    try {
      await keepAct(act);
    } catch {
      // A browser that keeps nothing tells at once, and says so where nobody took it.
      const answer = await tell(act);
      void readFacts();
      return { id: act.id, fate: answer.ok ? "taken" : { refused: answer.refusal } };
    }
    setWaiting((count) => count + 1);
    await tellWaiting(who);
    await recount();
    void readFacts();
    const isOurs = ({ id }: BenchTold) => id === act.id;
    const refusal = (await refusedActs(who)).find(isOurs)?.refusal;
    if (refusal) return { id: act.id, fate: { refused: refusal } };
    return { id: act.id, fate: (await waitingActs(who)).some(isOurs) ? "kept" : "taken" };
  };

  return {
    ...{ facts, waiting, refused, scans, told },
    /** Takes back what nobody was told yet; false: it is known there. */
    takeBack: async (id: string): Promise<boolean> => {
      const isDropped = await dropWaiting(who, id);
      await recount();
      return isDropped;
    },
    acknowledge: async (id: string): Promise<void> => {
      await dropAct(id);
      await recount();
    },
    keepScan: async (text: string): Promise<void> => {
      await keepScan({ ...who, id: newId(), text, at: Date.now() });
      await recount();
    },
    dropScan: async (id: string): Promise<void> => {
      await dropScan(id);
      await recount();
    },
  };
}
