import fc from "fast-check";
import { withSeller } from "@/db/tenant";
import { newId } from "@/lib/kernel/ids";
import type { Result } from "@/lib/kernel/result";
import { announceParcel, correctParcel } from "@/lib/parcels/announce-parcel";
import { parcelIdOf } from "@/lib/parcels/announcements";
import { recordScansIn } from "@/lib/parcels/record-scans";
import { scanCodeOf } from "@/lib/policy/parcels/scan-words";
import { fetchLabel } from "@/lib/portal/fetch-label";
import { sayTracking } from "@/lib/portal/say-tracking";
import { moveOne } from "@/lib/returns/decide-return";
import type { MoveRequest } from "@/lib/returns/move-request";
import { checkIn } from "./check-in";
import { correctReceipt } from "./correct-receipt";
import { type Ask, NUMBERS, UNDO_SECONDS, type World } from "./model-world-testing";

/** A move that somebody was told was made; `units` came in with it or were taken out. */
type Done = { returnId: string; kind: string; units?: readonly string[] };
export type Answer = {
  done: readonly Done[];
  /** Moves that were made, or had been made before. */
  perhaps?: readonly Done[];
  isRefused: boolean;
};
export type Act = {
  name: string;
  /** The clock stands still in it, so that it can be made beside another. */
  isQuick: boolean;
  act: (world: World) => Promise<Answer>;
};

const NOTHING: Answer = { done: [], isRefused: true };
const SAID: Answer = { done: [], isRefused: false };

const of = ({ asks }: World, place: number): Ask => {
  const ask = asks[place % asks.length];
  if (!ask) throw new Error("a world without returns");
  return ask;
};

type One = (world: World, ask: Ask) => Promise<Answer>;
const quick = (name: string, place: number, one: One): Act => {
  return { name: `${name}(${place})`, isQuick: true, act: (world) => one(world, of(world, place)) };
};

const moving =
  (request: (world: World, ask: Ask) => MoveRequest, by: "person" | "buyer" = "person"): One =>
  async (world, ask) => {
    const what = request(world, ask);
    const { ok } = await moveOne(world.ctx(world[by]), { returnId: ask.returnId, ...what });
    return ok ? { done: [{ returnId: ask.returnId, kind: what.move }], isRefused: false } : NOTHING;
  };
const saying =
  (say: (world: World, ask: Ask) => Promise<Result<unknown, { code: string }>>): One =>
  async (world, ask) =>
    (await say(world, ask)).ok ? SAID : NOTHING;

type Unit = Parameters<typeof checkIn>[1]["units"][number];
const aUnit = (lineId: string | null): Unit => {
  const title = lineId ? null : "A blue mug";
  return { id: newId(), lineId, title, condition: "new", disposition: "restock", note: null, photoIds: [] };
};

/** What explains whatever differs. */
const SAID_ALWAYS = { reason: "something_else", note: "as the model says" } as const;

/** The same act of the bench, as often as it is told, at once. */
const receiving =
  (counts: readonly number[], extras: number, tracking: string | null, times: number): One =>
  async (world, { returnId, lineIds }) => {
    const lines = counts.flatMap((count, line) => Array.from({ length: count }, () => lineIds[line] ?? null));
    const units = [...lines, ...Array.from({ length: extras }, () => null)].map(aUnit);
    if (units.length === 0) return NOTHING;
    const act = { returnId, tracking, units, difference: SAID_ALWAYS };
    const answers = await Promise.all(Array.from({ length: times }, () => checkIn(world.ctx(), act)));
    const taken = answers.flatMap((answer) => (answer.ok ? [answer.value.units] : []));
    if (taken.length === 0) return NOTHING;
    if (taken.toSorted().join() !== [...Array(taken.length - 1).fill(0), units.length].join())
      throw new Error(`one act that was told ${times} times was answered ${taken.join()}`);
    const parcelId = tracking && parcelIdOf(tracking);
    for (const { id, lineId } of units) world.told.units.set(id, { returnId, lineId, parcelId });
    return { done: [{ returnId, kind: "receive", units: units.map(({ id }) => id) }], isRefused: false };
  };

const correcting =
  (which: number, isTakenBack: boolean): One =>
  async (world, { returnId }) => {
    const theirs = [...world.told.units].flatMap(([id, unit]) => (unit.returnId === returnId ? [id] : []));
    const ids = theirs.filter((_, place) => which & (1 << place));
    if (ids.length === 0) return NOTHING;
    const graded = { condition: "damaged" as const, disposition: "hold" as const, isTakenBack };
    const changes = ids.map((unitId) => ({ unitId, ...graded }));
    const { ok } = await correctReceipt(world.ctx(), { returnId, changes, note: null });
    return ok ? { done: [{ returnId, kind: "regrade", units: isTakenBack ? ids : [] }], isRefused: false } : NOTHING;
  };

type Told = { tracking: string; minutesAgo: number; word: string };
let scansTold = 0;
const scanning = (scans: readonly Told[]): Act => ({
  name: `scan(${scans.map(({ tracking, minutesAgo, word }) => `${tracking.slice(-4)} ${word} -${minutesAgo}`).join(", ")})`,
  isQuick: true,
  act: async (world) => {
    const { sellerId, now, person: actor, told } = world;
    // No two at the same moment: which of them would be the newer one nobody could say.
    const list = scans.map(({ minutesAgo, word, ...scan }) => {
      const at = new Date(now().getTime() - minutesAgo * 60_000 - (scansTold++ % 59_999));
      return { ...scan, at, status: word };
    });
    const acting = { sellerId, actor, now: now() };
    const outcomes = await withSeller(world.db, sellerId, (tx) => recordScansIn(tx, acting, list));
    for (const [place, outcome] of outcomes.entries()) {
      const scan = list[place];
      if (!scan || (outcome !== "recorded" && outcome !== "unknown_word")) continue;
      const key = parcelIdOf(scan.tracking);
      const kept = { at: scan.at.getTime(), code: scanCodeOf(scan.status) };
      told.scans.set(key, [...(told.scans.get(key) ?? []), kept]);
    }
    return { done: [], isRefused: outcomes.every((outcome) => outcome === "unknown_parcel") };
  },
});

const label = (tracking: string | null) =>
  tracking ? { kind: "prepaid" as const, carrier: "UPS", tracking } : { kind: "unpaid" as const };

const place = fc.nat({ max: 2 });
const number = fc.constantFrom(...NUMBERS);
const words = ["label created", "picked up", "in transit", "delivered", "lost", "Zugestellt?", "in transit"];
const scan = fc.record({
  tracking: number,
  minutesAgo: fc.integer({ min: -90, max: 3000 }),
  word: fc.constantFrom(...words),
});

const fetched: One = async (world, { returnId }) => {
  const answer = await fetchLabel(world.ctx(world.buyer), { returnId });
  return answer.ok ? { done: [], perhaps: [{ returnId, kind: "fetch_label" }], isRefused: false } : NOTHING;
};

const decisions = [
  fc.tuple(place, fc.option(number), fc.boolean()).map(([at, tracking, isPart]) =>
    quick(
      `authorize ${tracking ?? "unpaid"}${isPart ? " in part" : ""}`,
      at,
      moving((_, { lineIds: [first = ""] }) => ({
        ...{ move: "authorize", address: null, label: label(tracking), overrideNote: "Looked at." },
        ...(isPart
          ? { rest: { units: [{ lineId: first, quantity: 1 }], reason: "other", comment: "Not this one." } }
          : {}),
      })),
    ),
  ),
  place.map((at) =>
    quick(
      "close",
      at,
      moving(() => ({ move: "close", reason: "other", comment: "No." })),
    ),
  ),
  fc.tuple(place, fc.constantFrom("person" as const, "buyer" as const)).map(([at, by]) =>
    quick(
      `withdraw by ${by}`,
      at,
      moving(() => ({ move: "withdraw", isOnBuyersWord: true }), by),
    ),
  ),
  place.map((at) =>
    quick(
      "undo",
      at,
      moving(() => ({ move: "undo" })),
    ),
  ),
];
const comings = [
  place.map((at) => quick("fetch by buyer", at, fetched)),
  place.map((at) =>
    quick(
      "fetch by person",
      at,
      moving(() => ({ move: "fetch_label" })),
    ),
  ),
  fc.tuple(place, number, fc.boolean()).map(([at, tracking, isBuyer]) =>
    quick(
      `announce ${tracking} by ${isBuyer ? "buyer" : "person"}`,
      at,
      saying((world, { returnId }) => {
        const said = { returnId, tracking, carrier: "", isSure: true };
        return isBuyer ? sayTracking(world.ctx(world.buyer), said) : announceParcel(world.ctx(), said);
      }),
    ),
  ),
  fc.tuple(place, number, number).map(([at, from, tracking]) =>
    quick(
      `correct ${from} to ${tracking}`,
      at,
      saying((world, { returnId }) => {
        return correctParcel(world.ctx(), {
          returnId,
          parcelId: parcelIdOf(from),
          tracking,
          carrier: "",
          isSure: true,
        });
      }),
    ),
  ),
  fc.array(scan, { minLength: 1, maxLength: 3 }).map(scanning),
];
const bench = [
  fc
    .tuple(
      place,
      fc.constantFrom([1, 0], [2, 0], [0, 1], [2, 1], [1, 1], [0, 0]),
      fc.nat({ max: 1 }),
      fc.option(number),
      fc.integer({ min: 1, max: 3 }),
    )
    .map(([at, counts, extras, tracking, times]) =>
      quick(
        `receive ${counts.join("+")} and ${extras} in ${tracking} ${times} times`,
        at,
        receiving(counts, extras, tracking, times),
      ),
    ),
  fc
    .tuple(place, fc.integer({ min: 1, max: 15 }), fc.boolean())
    .map(([at, which, isTakenBack]) =>
      quick(`${isTakenBack ? "take back" : "grade"} ${which}`, at, correcting(which, isTakenBack)),
    ),
];

const HOUR = 3_600_000;
const passing = (hours: number): Act => ({
  name: `clock ${hours} h`,
  isQuick: false,
  act: async (world) => {
    world.pass(hours * HOUR);
    return NOTHING;
  },
});
const sweep: Act = {
  name: "sweep",
  isQuick: false,
  act: async (world) => {
    await world.sweep();
    return SAID;
  },
};
const asking = place.map((at): Act => {
  return {
    name: `request(${at})`,
    isQuick: false,
    act: async (world) => {
      if (world.asks.length > 3) return NOTHING;
      await world.request(at);
      return SAID;
    },
  };
});

const together = (acts: readonly Act[]): Act => ({
  name: `both(${acts.map(({ name }) => name).join(" | ")})`,
  isQuick: false,
  act: async (world) => {
    const answers = await Promise.all(acts.map(({ act }) => act(world)));
    return {
      done: answers.flatMap(({ done }) => done),
      perhaps: answers.flatMap(({ perhaps = [] }) => perhaps),
      isRefused: answers.every(({ isRefused }) => isRefused),
    };
  },
});

const one = fc.oneof(
  { weight: 3, arbitrary: fc.oneof(...decisions) },
  { weight: 5, arbitrary: fc.oneof(...comings) },
  { weight: 5, arbitrary: fc.oneof(...bench) },
);
const hours = fc.constantFrom(0.01, UNDO_SECONDS / 3600 + 0.1, 24, 24 * 6, 24 * 16, 24 * 47, -1, -30);

/** Anything that anybody does to a return on its way home, or two of them at once, or time. */
export const anAct: fc.Arbitrary<Act> = fc.oneof(
  { weight: 12, arbitrary: one },
  { weight: 3, arbitrary: fc.tuple(one, one).map(together) },
  { weight: 2, arbitrary: hours.map(passing) },
  { weight: 2, arbitrary: fc.constant(sweep) },
  { weight: 1, arbitrary: asking },
);
