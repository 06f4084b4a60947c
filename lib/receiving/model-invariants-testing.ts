import { STATUS_OF_SCAN } from "@/lib/policy/machines/parcel/statuses";
import type { Answer } from "./model-acts-testing";
import type { Seen, Told } from "./model-world-testing";

/** From where to where each move goes; anything else is no move. */
const AWAITED = "awaiting_return";
const EDGES: Record<string, readonly string[]> = {
  authorize: [`authorization_required>${AWAITED}`],
  close: ["authorization_required>closed"],
  expire: ["authorization_required>closed"],
  withdraw: ["authorization_required>withdrawn", `${AWAITED}>withdrawn`],
  fetch_label: [`${AWAITED}>${AWAITED}`],
  lapse: [`${AWAITED}>lapsed`, "received>received"],
  receive: [`${AWAITED}>received`, "received>received", "lapsed>received", "withdrawn>received", "closed>closed"],
  regrade: ["received>received", `received>${AWAITED}`, "received>lapsed", "received>withdrawn", "closed>closed"],
};
const ENDED = ["closed", "withdrawn", "lapsed", "completed"];
const TELLS: Record<string, string> = {
  authorize: "buyer.authorized",
  close: "buyer.closed",
  expire: "buyer.closed",
  withdraw: "team.withdrawn",
};
const BY_CLOCK = ["authorize", "expire", "lapse"];

const by = <Item>(list: readonly Item[], key: (item: Item) => string | null): Map<string, Item[]> => {
  const groups = new Map<string, Item[]>();
  for (const item of list) {
    const name = key(item) ?? "";
    groups.set(name, [...(groups.get(name) ?? []), item]);
  }
  return groups;
};
const countOf = (list: readonly string[]): string =>
  [...by(list, (name) => name)]
    .map(([name, { length }]) => `${length} ${name}`)
    .toSorted()
    .join(", ");
type Move = Seen["events"][number] & { fromStatus: string; toStatus: string };
const isMove = (event: Seen["events"][number]): event is Move => event.fromStatus !== null;

/** Where a parcel is by what came out of it and stands, and by what its carrier said, in whatever order it was said. */
const statusOf = ({ scans, units }: Told, parcelId: string): string => {
  if ([...units.values()].some((unit) => unit.parcelId === parcelId)) return "checked_in";
  const newest = (scans.get(parcelId) ?? []).toSorted((one, other) => other.at - one.at);
  return newest.flatMap(({ code }) => (code && STATUS_OF_SCAN[code]) || [])[0] ?? "announced";
};
const isUnderWay = (told: Told, { carried }: Seen, returnId: string): boolean =>
  carried.some((link) => {
    return link.returnId === returnId && ["on_its_way", "delivered"].includes(statusOf(told, link.parcelId));
  });
const isDelivered = (told: Told, { carried }: Seen, returnId: string): boolean =>
  carried.some((link) => link.returnId === returnId && statusOf(told, link.parcelId) === "delivered");
const isRestLost = (told: Told, { carried }: Seen, returnId: string): boolean => {
  const theirs = carried.filter((link) => link.returnId === returnId).map(({ parcelId }) => statusOf(told, parcelId));
  return theirs.includes("lost") && theirs.every((status) => ["lost", "checked_in"].includes(status));
};

/** Reliability C1, 8: of no line more came back than was asked and not closed; each unit that came stands there once. */
function* quantities({ returns, lines, units }: Seen, told: Told) {
  const standing = units.filter(({ isTakenBack }) => !isTakenBack);
  for (const { id, status } of returns)
    if (status === "received" && !standing.some(({ returnId }) => returnId === id)) yield "received without goods";
  for (const { id, quantity, closed } of lines) {
    const received = standing.filter(({ lineId }) => lineId === id).length;
    if (received + closed > quantity) yield `${received} received and ${closed} closed of ${quantity}`;
  }
  const kept = standing.map(({ id, returnId, lineId }) => `${id} ${returnId} ${lineId}`).toSorted();
  const said = [...told.units].map(([id, { returnId, lineId }]) => `${id} ${returnId} ${lineId}`).toSorted();
  if (kept.join() !== said.join()) yield `units ${countOf(kept)} instead of ${countOf(said)}`;
}

/** C1, 10 to 12: each status is where its moves lead, one event each, and nothing else counts in its version. */
function* histories({ returns, events }: Seen, { undone }: Told) {
  const all = by(events, ({ returnId }) => returnId);
  for (const { id, status, version } of returns) {
    const its = all.get(id) ?? [];
    if (version !== its.length) yield `version ${version} after ${its.length} events`;
    let at = "authorization_required";
    const standing: Move[] = [];
    for (const move of its.filter(isMove)) {
      const { kind, fromStatus, toStatus } = move;
      if (fromStatus !== at) yield `${kind} from ${fromStatus}, where it stood in ${at}`;
      at = toStatus;
      if (kind !== "undo") {
        if (!EDGES[kind]?.includes(`${fromStatus}>${toStatus}`)) yield `${kind} from ${fromStatus} to ${toStatus}`;
        standing.push(move);
        continue;
      }
      const taken = standing.pop();
      if (!taken || !undone.has(taken.id)) yield "an undo of nothing";
      else if (toStatus !== taken.fromStatus) yield `an undo of ${taken.kind} to ${toStatus}`;
    }
    if (status !== at) yield `stands in ${status}, its moves led to ${at}`;
  }
}

/** C1, 26 to 28: the clocks of a status run in it, nothing runs in what is over, and somebody looks when each is due. */
function* clocks(seen: Seen, told: Told, now: number) {
  const work = new Set(seen.work.map(({ id }) => id));
  const open = by(
    seen.clocks.filter(({ state }) => state === "open"),
    ({ returnId }) => returnId,
  );
  for (const { id, status, nextDueAt } of seen.returns) {
    const running = open.get(id) ?? [];
    const all = running.map(({ kind }) => kind).toSorted();
    // P-04: what came waits for its refund beside whatever is still to come.
    const kinds = all.filter((kind) => kind !== "refund").join();
    const waitsForRefund = all.includes("refund");
    if (status === "received" && !waitsForRefund) yield "received without the clock of its refund";
    if (status === AWAITED && waitsForRefund && !isDelivered(told, seen, id)) yield "a refund of goods that nobody has";
    if (status === "authorization_required" && kinds !== "answer,expire") yield `asked with the clocks ${kinds}`;
    if (status === AWAITED && kinds !== "fetch_label" && kinds !== "send_back")
      yield `awaited with the clocks ${kinds}`;
    if (ENDED.includes(status) && running.length > 0) yield `${status} with the clocks ${all}`;
    if (status === "received" && kinds && isWhole(seen, id)) yield `received whole with the clocks ${kinds}`;
    if (status === "received" && !kinds && !isWhole(seen, id) && wasMet(seen, id))
      yield "its clock was met, and something is missing";
    const next = running.map(({ dueAt }) => dueAt).toSorted((one, other) => Date.parse(one) - Date.parse(other))[0];
    if ((nextDueAt && Date.parse(nextDueAt)) !== (next ? Date.parse(next) : null))
      yield `next due ${nextDueAt}, not ${next}`;
    for (const { id: clockId, consequence, dueAt, kind } of running) {
      if (!BY_CLOCK.includes(consequence) || work.has(clockId)) continue;
      if (Date.parse(dueAt) > now || !isUnderWay(told, seen, id)) yield `nobody looks at ${kind} of ${status}`;
    }
  }
  for (const { kind, lastError } of seen.work) if (lastError) yield `work of ${kind} failed: ${lastError}`;
}

/** Whether the last clock of the way back ended because all had come. */
const wasMet = ({ clocks: all }: Seen, returnId: string): boolean => {
  const its = all.filter((clock) => clock.returnId === returnId && ["fetch_label", "send_back"].includes(clock.kind));
  const last = its.toSorted((one, other) => Date.parse(other.closedAt ?? "") - Date.parse(one.closedAt ?? ""))[0];
  return last?.state === "met" || last?.state === "late";
};
const isWhole = ({ lines, units }: Seen, returnId: string): boolean =>
  lines.every((line) => {
    const came = units.filter(({ lineId, isTakenBack }) => lineId === line.id && !isTakenBack).length;
    return line.returnId !== returnId || came + line.closed >= line.quantity;
  });

/** C1, 19 and 20: what is told goes with its move, once, and with nothing that was taken back. */
function* messages({ events, outbox }: Seen, { undone, units }: Told) {
  const told = by(outbox, ({ eventId }) => eventId);
  const here = new Set([...units.values()].map(({ returnId }) => returnId));
  for (const { returnId, kind, state } of outbox)
    if (kind === "buyer.received" && state === "waiting" && !here.has(returnId ?? ""))
      yield "the buyer is to be told of goods that are not here";
  for (const { id, kind } of events.filter(isMove)) {
    const its = told.get(id) ?? [];
    const due = TELLS[kind];
    if (due && countOf(its.map((row) => row.kind)) !== `1 ${due}`) yield `${kind} tells ${its.map((row) => row.kind)}`;
    // What was told to have come and was taken out again need not be told any more.
    const mayBeUnsaid = kind === "receive";
    const isKept = its.every(
      ({ state }) => (state === "cancelled") === undone.has(id) || (mayBeUnsaid && state === "cancelled"),
    );
    if (!isKept) yield `${undone.has(id) ? "undone " : ""}${kind} with ${its.map(({ state }) => state)}`;
  }
}

function* parcels(seen: Seen, told: Told) {
  for (const { id, status, tracking } of seen.parcels) {
    const should = statusOf(told, id);
    if (status !== should) yield `parcel ${tracking} is ${status}, not ${should}`;
  }
}

/** What holds of a shop at any moment. */
export const wrong = (seen: Seen, told: Told, now: number): string[] => [
  ...quantities(seen, told),
  ...histories(seen, told),
  ...clocks(seen, told, now),
  ...messages(seen, told),
  ...parcels(seen, told),
];

type Step = { before: Seen; after: Seen; answer: Answer; isSweep: boolean; now: number };

/** Follows what was told of a step in the order in which it happened. */
export function follow(told: Told, { before, after, answer }: Step): void {
  const known = new Set(before.events.map(({ id }) => id));
  const moves = by(after.events.filter(isMove), ({ returnId }) => returnId);
  for (const its of moves.values()) {
    const standing: Move[] = [];
    for (const move of its) {
      if (move.kind !== "undo") {
        standing.push(move);
        continue;
      }
      const taken = standing.pop();
      if (!taken || known.has(move.id)) continue;
      told.undone.add(taken.id);
      for (const id of taken.unitIds ?? []) told.units.delete(id);
    }
  }
  for (const { kind, units = [] } of answer.done) if (kind === "regrade") for (const id of units) told.units.delete(id);
}

/** What one step may have written: what was answered, nothing where it was refused, and by clocks only what was due. */
export function* wrongly(told: Told, { before, after, answer, isSweep, now }: Step) {
  if (answer.isRefused && JSON.stringify(after) !== JSON.stringify(before)) yield "a refused act wrote something";
  const known = new Set(before.events.map(({ id }) => id));
  const made = after.events.filter(isMove).filter(({ id }) => !known.has(id));
  if (isSweep) {
    yield* swept(told, before, after, made, now);
    return;
  }
  const name = ({ returnId, kind }: { returnId: string; kind: string }) => `${kind} of ${returnId}`;
  const perhaps = (answer.perhaps ?? []).map(name);
  const sure = made.map(name).filter((move) => !perhaps.includes(move) || answer.done.map(name).includes(move));
  if (countOf(sure) !== countOf(answer.done.map(name)))
    yield `answered ${countOf(answer.done.map(name))}, happened ${countOf(sure)}`;
}

function* swept(told: Told, before: Seen, after: Seen, made: readonly Move[], now: number) {
  for (const { kind, returnId, fromStatus } of made) {
    if (!BY_CLOCK.includes(kind)) yield `the clock did ${kind}`;
    const due = before.clocks.filter((clock) => {
      return clock.returnId === returnId && clock.state === "open" && clock.consequence === kind;
    });
    const isGivenUp = kind === "lapse" && fromStatus === "received" && isRestLost(told, before, returnId);
    if (!isGivenUp && !due.some(({ dueAt }) => Date.parse(dueAt) <= now)) yield `${kind} before its time`;
    if (kind === "lapse" && isUnderWay(told, before, returnId)) yield "lapsed while its parcel is on its way";
  }
  for (const { returnId, kind, state, consequence, dueAt } of after.clocks) {
    if (state !== "open" || !BY_CLOCK.includes(consequence) || Date.parse(dueAt) > now) continue;
    if (consequence !== "lapse" || !isUnderWay(told, after, returnId)) yield `${kind} is past, and nothing followed`;
  }
  const waiting = after.outbox.filter(({ state }) => state === "waiting");
  const working = new Set(after.work.map(({ id }) => id));
  for (const { id, kind } of waiting) if (!working.has(id)) yield `${kind} waits, and nobody sends it`;
}
