import { type RefObject, useCallback, useEffect, useRef, useState } from "react";
import { fetchAnswer, refusalIn } from "@/components/fetch-answer";
import { paths } from "@/lib/i18n/paths";
import { newId } from "@/lib/kernel/ids";
import { searchKey } from "@/lib/kernel/search-key";
import { CONDITIONS } from "@/lib/policy/parcels/conditions";
import {
  asksForNote,
  type DifferenceReason,
  type Explanation,
  isExplained,
  reasonsFor,
} from "@/lib/policy/parcels/differences";
import type { ScannedReturn } from "@/lib/receiving/find-scanned";
import type { OrderToReceive } from "@/lib/receiving/orders-to-receive";
import type { Bench as BenchFacts } from "@/lib/receiving/read-bench";
import { type Bencher, findInBook, type KeptScan } from "./bench-kept";
import {
  type Bench,
  type BenchAct,
  type CheckInAct,
  type Command,
  commandOf,
  commandOfKey,
  differencesAt,
  graded,
  opened,
  openedOrder,
  type Parked,
  stepped,
  toCheckIn,
  unitsToGo,
} from "./bench-state";
import type { Band, BandSays, LastScan } from "./outcome-words";
import { play, type Sound } from "./sounds";
import { isAway } from "./tell-acts";
import { type Fate, useQueue } from "./use-queue";

type Found = { returns: ScannedReturn[]; orders: OrderToReceive[]; tracking: string | null };
type Options = {
  who: Bencher;
  initial: BenchFacts;
  scan: string | null;
  field: RefObject<HTMLInputElement | null>;
};

const SHOWN_LAST = 5;
/** A scanner that is held too long reads the same label twice. */
const SAME_SCAN_MS = 1500;
const nameOf = (found: { number: number }): string => `R-${found.number}`;

/** The state of one station and what can be done at it. */
export function useStation({ who, initial, scan: first, field }: Options) {
  const [bench, setBench] = useState<Bench | null>(null);
  const [several, setSeveral] = useState<(Found & { parked: Parked | null }) | null>(null);
  /** P-11: asked why what came differs; a reason that says nothing by itself waits for its note. */
  const [why, setWhy] = useState<{ reason: DifferenceReason | null } | null>(null);
  const [parking, setParking] = useState<string | null>(null);
  const [band, setBand] = useState<Band | null>(null);
  const [last, setLast] = useState<LastScan[]>([]);
  const [hasSound, setSound] = useState(true);
  const [isReady, setReady] = useState(false);
  const queue = useQueue(who, initial);
  const done = useRef<{ id: string; name: string; check: CheckInAct }[]>([]);
  const said = useRef(0);
  const before = useRef({ text: "", at: 0 });

  /** Says what a scan came to; what was answered late does not come before what was said since. */
  const say = (name: string, sound: Sound, says: BandSays, since = said.current) => {
    if (since === said.current) setBand({ name, sound, says });
    said.current += 1;
    setLast((others) => [{ id: newId(), name, sound, says, at: new Date() }, ...others].slice(0, SHOWN_LAST));
    if (hasSound) play(sound);
  };
  const sayFate = (name: string, fate: Fate, taken: BandSays, since: number) => {
    if (fate === "taken") return say(name, taken.kind === "parked" ? "unknown" : "success", taken, since);
    if (fate === "kept") return say(name, "unknown", { kind: "kept" }, since);
    say(name, "problem", { kind: "refused", refusal: fate.refused }, since);
  };
  const focus = useCallback(() => field.current?.focus(), [field]);

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

  const openOrder = (order: OrderToReceive, parked: Parked | null) => {
    setSeveral(null);
    setBench(openedOrder(order, parked, newId));
    say(order.number, "unknown", { kind: "unasked" });
  };

  const show = (text: string, found: Found, parked: Parked | null = null) => {
    const count = found.returns.length + found.orders.length;
    const [[one], [order]] = [found.returns, found.orders];
    if (one && count === 1) return open(one, found.tracking);
    if (order && count === 1) return openOrder(order, parked);
    setBench(null);
    setSeveral(count > 0 ? { ...found, parked } : null);
    if (count > 0) return say(text, "unknown", { kind: "several", count });
    say(text, "unknown", { kind: "unknown" });
    setParking(text);
  };

  const look = async (text: string, parked: Parked | null = null) => {
    try {
      const found = await fetchAnswer<Found>(`${paths.receiveApi("find")}?${new URLSearchParams({ q: text })}`);
      show(text, found, parked);
    } catch (error) {
      const refusal = refusalIn(error);
      if (!isAway(refusal)) return say(text, "problem", { kind: "refused", refusal });
      const found = await findInBook(who, text);
      if (found.returns.length > 0) return show(text, found);
      setBench(null);
      setSeveral(null);
      await queue.keepScan(text);
      say(text, "unknown", { kind: "scan_kept" });
    }
  };

  const finish = async (explanation: Explanation | null = null) => {
    const [problem] = queue.refused;
    if (!bench) return problem ? queue.acknowledge(problem.id) : setBand(null);
    const { name, order } = bench;
    const left = unitsToGo(bench);
    if (left > 0) return say(name, "problem", { kind: "to_go", count: left });
    const check = toCheckIn(bench, explanation);
    if (check.units.length === 0) return say(name, "problem", { kind: "nothing_graded" });
    if (!isExplained(differencesAt(bench), explanation)) {
      if (!why) say(name, "unknown", { kind: "differs" });
      return setWhy((asked) => asked ?? { reason: null });
    }
    setWhy(null);
    setBench(null);
    setBand(null);
    const since = said.current;
    const { id, fate } = await queue.told({ to: order ? "unannounced" : "check-in", name, body: check });
    if (fate === "taken" || fate === "kept") done.current.push({ id, name, check });
    sayFate(name, fate, { kind: order ? "made" : "done", units: check.units.length }, since);
  };

  const undo = async () => {
    if (why) return setWhy(null);
    const step = done.current.pop();
    if (!step) return say("", "problem", { kind: "nothing_to_undo" });
    const { id, name, check } = step;
    setBench(null);
    const since = said.current;
    if (await queue.takeBack(id)) return say(name, "success", { kind: "undone" }, since);
    const changes = check.units.map(({ id: unitId, condition, disposition }) => {
      return { unitId, condition, disposition, isTakenBack: true };
    });
    const body = { returnId: check.returnId, changes, note: null };
    const { fate } = await queue.told({ to: "correct", name, body });
    sayFate(name, fate, { kind: "undone" }, since);
  };

  /** Answers why; what needs a note is sent with it. */
  const explain = (reason: DifferenceReason) => {
    if (asksForNote(reason)) return setWhy({ reason });
    focus();
    void finish({ reason, note: null });
  };
  /** The reason in this place of those that are offered. */
  const explainBy = (place: number): boolean => {
    const reason = bench && why ? reasonsFor(differencesAt(bench))[place] : undefined;
    if (reason) explain(reason);
    return reason !== undefined;
  };

  const act = (step: BenchAct) => {
    setWhy(null);
    // Whoever did something between two scans meant the second one.
    before.current = { text: "", at: 0 };
    setBench((open) => (open ? stepped(open, step) : open));
  };

  const command = (given: Command): boolean => {
    if (why && given.kind === "grade") explainBy(CONDITIONS.indexOf(given.condition));
    else if (given.kind === "ok") void finish();
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
    const { text: lastText, at } = before.current;
    const line = bench?.slots.find((slot) => slot.sku !== null && searchKey(slot.sku) === sku);
    if (line?.sku) return act({ kind: "sku", sku: line.sku });
    before.current = { text: sku, at: Date.now() };
    if (sku === lastText && Date.now() - at < SAME_SCAN_MS) return;
    if (!isBegun()) void look(text);
  };

  /** What was begun is finished first, so that no unit is lost between two parcels. */
  const isBegun = (): boolean => {
    if (!bench || graded(bench).length === 0) return false;
    say(bench.name, "problem", { kind: "to_go", count: Math.max(1, unitsToGo(bench)) });
    return true;
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

  const { facts, waiting, refused, scans, acknowledge, dropScan } = queue;
  return {
    ...{ bench, several, parking, band, last, facts, waiting, refused, scans, hasSound, isReady, setReady },
    ...{
      why,
      explain,
      closeWhy: () => setWhy(null),
      sellerId: who.sellerId,
      scan,
      key,
      act,
      finish,
      undo,
      focus,
      acknowledge,
      dropScan,
    },
    toggleSound: () => setSound((on) => !on),
    /** Looks up what was scanned while nobody answered. */
    lookUp: async ({ id, text }: KeptScan) => {
      focus();
      if (isBegun()) return;
      await dropScan(id);
      await look(text);
    },
    choose: (found: ScannedReturn) => {
      open(found, several?.tracking ?? null);
      focus();
    },
    chooseOrder: (order: OrderToReceive) => {
      openOrder(order, several?.parked ?? null);
      focus();
    },
    /** A parcel that stood aside is of an order, of which this is the number. */
    lookUpParked: (number: string, parked: Parked) => {
      focus();
      if (!isBegun()) void look(number, parked);
    },
    park: setParking,
    parked: async (parcel: { scanned: string; note: string | null; photoIds: string[] }) => {
      setParking(null);
      focus();
      const since = said.current;
      const { fate } = await queue.told({ to: "park", name: parcel.scanned, body: { id: newId(), ...parcel } });
      sayFate(parcel.scanned, fate, { kind: "parked" }, since);
    },
    addExtra: () => command({ kind: "extra" }),
  };
}
export type StationState = ReturnType<typeof useStation>;
