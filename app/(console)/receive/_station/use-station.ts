import { type RefObject, useCallback, useEffect, useRef, useState } from "react";
import { fetchAnswer, refusalIn } from "@/components/fetch-answer";
import { paths } from "@/lib/i18n/paths";
import { newId } from "@/lib/kernel/ids";
import { searchKey } from "@/lib/kernel/search-key";
import type { ScannedReturn } from "@/lib/receiving/find-scanned";
import type { Bench as BenchFacts } from "@/lib/receiving/read-bench";
import {
  type Bencher,
  type BenchTold,
  dropAct,
  keepAct,
  type Outcome,
  tell,
  tellWaiting,
  waitingActs,
} from "./act-queue";
import {
  type Bench,
  type BenchAct,
  type CheckInAct,
  type Command,
  commandOf,
  commandOfKey,
  graded,
  opened,
  stepped,
  toCheckIn,
  unitsToGo,
} from "./bench-state";
import { play, type Sound } from "./sounds";

/** What the last scan came to; a problem stays until somebody acknowledges it. */
export type Band = { sound: Sound; name: string; says: BandSays };
export type BandSays =
  | { kind: "matched"; tracking: string | null }
  | { kind: "several"; count: number }
  | ({ kind: "not_receivable" } & Pick<ScannedReturn, "status" | "marketplace" | "reportedStatus">)
  | { kind: "nothing_left" }
  | { kind: "unknown" }
  | { kind: "parked" }
  | { kind: "done"; units: number }
  | { kind: "undone" }
  | { kind: "to_go"; count: number }
  | { kind: "nothing_graded" }
  | { kind: "nothing_to_undo" }
  | { kind: "refused"; refusal: ReturnType<typeof refusalIn> };
export type LastScan = { id: string; name: string; sound: Sound; says: BandSays; at: Date };

type Found = { returns: ScannedReturn[]; tracking: string | null };
type Options = {
  who: Bencher;
  initial: BenchFacts;
  scan: string | null;
  field: RefObject<HTMLInputElement | null>;
};

const SHOWN_LAST = 5;
const LOOK_AGAIN_MS = 15_000;
const nameOf = (found: { number: number }): string => `R-${found.number}`;

/** The state of one station and what can be done at it. */
export function useStation({ who, initial, scan: first, field }: Options) {
  const [bench, setBench] = useState<Bench | null>(null);
  const [several, setSeveral] = useState<Found | null>(null);
  const [parking, setParking] = useState<string | null>(null);
  const [band, setBand] = useState<Band | null>(null);
  const [last, setLast] = useState<LastScan[]>([]);
  const [facts, setFacts] = useState(initial);
  const [waiting, setWaiting] = useState(0);
  const [hasSound, setSound] = useState(true);
  const [isReady, setReady] = useState(false);
  const done = useRef<{ told: BenchTold; check: CheckInAct }[]>([]);

  const say = (name: string, sound: Sound, says: BandSays) => {
    setBand({ name, sound, says });
    setLast((before) => [{ id: newId(), name, sound, says, at: new Date() }, ...before].slice(0, SHOWN_LAST));
    if (hasSound) play(sound);
  };
  const focus = useCallback(() => field.current?.focus(), [field]);

  const refresh = useCallback(async () => {
    try {
      setFacts(await fetchAnswer<BenchFacts>(paths.receiveApi("bench")));
    } catch {
      // What was read before stays until somebody answers.
    }
  }, []);

  const flush = async () => {
    let isTold = false;
    await tellWaiting(who, ({ act, refusal }: Outcome) => {
      isTold = true;
      if (refusal) say(act.name, "problem", { kind: "refused", refusal });
    });
    setWaiting((await waitingActs(who)).length);
    if (isTold) await refresh();
  };
  const latestFlush = useRef(flush);
  useEffect(() => {
    latestFlush.current = flush;
  });
  useEffect(() => {
    const again = () => void latestFlush.current();
    again();
    const timer = window.setInterval(again, LOOK_AGAIN_MS);
    window.addEventListener("online", again);
    return () => {
      window.clearInterval(timer);
      window.removeEventListener("online", again);
    };
  }, []);

  const told = async (act: Pick<BenchTold, "to" | "name" | "body">): Promise<BenchTold> => {
    const kept = { ...act, ...who, id: newId(), at: Date.now() };
    try {
      await keepAct(kept);
      setWaiting((count) => count + 1);
      void flush();
    } catch {
      // A browser that keeps nothing tells at once, and says so where nobody took it.
      const answer = await tell(kept);
      if (!answer.ok) say(act.name, "problem", { kind: "refused", refusal: answer.refusal });
      await refresh();
    }
    return kept;
  };

  const open = (found: ScannedReturn, tracking: string | null) => {
    setSeveral(null);
    if (!found.isReceivable) {
      setBench(null);
      const { status, marketplace, reportedStatus } = found;
      return say(nameOf(found), "problem", { kind: "not_receivable", status, marketplace, reportedStatus });
    }
    const next = opened(found, tracking, newId);
    setBench(next);
    if (next.slots.length === 0) say(nameOf(found), "problem", { kind: "nothing_left" });
    else say(nameOf(found), "success", { kind: "matched", tracking });
  };

  const look = async (text: string) => {
    try {
      const found = await fetchAnswer<Found>(`${paths.receiveApi("find")}?${new URLSearchParams({ q: text })}`);
      const [one, ...others] = found.returns;
      if (!one) {
        setBench(null);
        setSeveral(null);
        say(text, "unknown", { kind: "unknown" });
        setParking(text);
      } else if (others.length > 0) {
        setBench(null);
        setSeveral(found);
        say(text, "unknown", { kind: "several", count: found.returns.length });
      } else open(one, found.tracking);
    } catch (error) {
      say(text, "problem", { kind: "refused", refusal: refusalIn(error) });
    }
  };

  const finish = async () => {
    if (!bench) return setBand(null);
    const name = nameOf(bench.found);
    const left = unitsToGo(bench);
    if (left > 0) return say(name, "problem", { kind: "to_go", count: left });
    const check = toCheckIn(bench);
    if (check.units.length === 0) return say(name, "problem", { kind: "nothing_graded" });
    setBench(null);
    say(name, "success", { kind: "done", units: check.units.length });
    done.current.push({ told: await told({ to: "check-in", name, body: check }), check });
  };

  const undo = async () => {
    const step = done.current.pop();
    if (!step) return say("", "problem", { kind: "nothing_to_undo" });
    const { check } = step;
    const isWaiting = (await waitingActs(who)).some(({ id }) => id === step.told.id);
    if (isWaiting) await dropAct(step.told.id);
    else {
      const changes = check.units.map(({ id: unitId, condition, disposition }) => {
        return { unitId, condition, disposition, isTakenBack: true };
      });
      await told({ to: "correct", name: step.told.name, body: { returnId: check.returnId, changes, note: null } });
    }
    setBench(null);
    say(step.told.name, "success", { kind: "undone" });
    await flush();
  };

  const act = (step: BenchAct) => setBench((before) => (before ? stepped(before, step) : before));

  const command = (given: Command): boolean => {
    if (given.kind === "ok") void finish();
    else if (given.kind === "take_back") void undo();
    else if (!bench || bench.slots.length === 0) {
      if (given.kind !== "extra" || !bench) return false;
      act({ kind: "extra", id: newId(), title: "" });
    } else if (given.kind === "grade") act({ kind: "grade", condition: given.condition });
    else if (given.kind === "absent") act({ kind: "absent" });
    else act({ kind: "extra", id: newId(), title: "" });
    return true;
  };

  const scan = (text: string) => {
    const given = commandOf(text);
    if (given) {
      command(given);
      return;
    }
    const sku = searchKey(text);
    const line = bench?.slots.find((slot) => slot.sku !== null && searchKey(slot.sku) === sku);
    if (line?.sku) return act({ kind: "sku", sku: line.sku });
    // What was begun is finished first, so that no unit is lost between two parcels.
    if (bench && graded(bench).length > 0)
      return say(nameOf(bench.found), "problem", { kind: "to_go", count: Math.max(1, unitsToGo(bench)) });
    void look(text);
  };

  const key = (code: string): boolean => {
    if (code === "Enter") {
      void finish();
      return true;
    }
    const given = commandOfKey(code);
    return given !== null && (bench !== null || given.kind === "take_back") ? command(given) : false;
  };

  const opening = useRef(() => {});
  useEffect(() => {
    opening.current = () => {
      if (first) void look(first);
    };
  });
  useEffect(() => {
    focus();
    opening.current();
  }, [focus]);

  return {
    ...{ bench, several, parking, band, last, facts, waiting, hasSound, isReady, setReady },
    ...{ sellerId: who.sellerId, scan, key, act, finish, undo, focus },
    toggleSound: () => setSound((on) => !on),
    choose: (found: ScannedReturn) => {
      open(found, several?.tracking ?? null);
      focus();
    },
    park: setParking,
    parked: async (parcel: { scanned: string; note: string | null; photoIds: string[] }) => {
      setParking(null);
      say(parcel.scanned, "unknown", { kind: "parked" });
      await told({ to: "park", name: parcel.scanned, body: { id: newId(), ...parcel } });
      focus();
    },
    addExtra: () => command({ kind: "extra" }),
  };
}
export type StationState = ReturnType<typeof useStation>;
