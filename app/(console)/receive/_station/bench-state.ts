import { isEnded, type Status } from "@/lib/policy/machines/return/statuses";
import {
  asksForPhoto,
  CONDITIONS,
  type Condition,
  type Disposition,
  usualDisposition,
} from "@/lib/policy/parcels/conditions";
import { type Difference, differencesOf, type Explanation } from "@/lib/policy/parcels/differences";
import type { OrderToReceive } from "@/lib/receiving/orders-to-receive";

/** What the station was told of a return; see lib/receiving/find-scanned. */
export type BenchReturn = {
  id: string;
  number: number;
  comment: string | null;
  buyerName: string | null;
  channelName: string;
  status: Status;
  isReceivable: boolean;
  lines: readonly { id: string; title: string | null; sku: string | null; quantity: number; closed: number }[];
  units: readonly { id: string; lineId: string | null }[];
};

/** A parcel that stood aside and is on the bench now. */
export type Parked = { id: string; scanned: string };

export type Slot = {
  id: string;
  lineId: string | null;
  title: string;
  sku: string | null;
  /** Which of its line this is: 2 of 3; an extra item counts by itself. */
  index: number;
  of: number;
  condition: Condition | null;
  disposition: Disposition | null;
  /** Not in this parcel. */
  isAbsent: boolean;
  photos: readonly { fileId: string }[];
};

type Opened = Pick<BenchReturn, "id" | "comment" | "buyerName" | "channelName">;
export type Bench = {
  /** What a person calls it: R-1042, or the number of its order. */
  name: string;
  found: Opened;
  /** Nobody asked for it: the return is made of what came of this order, and of the parcel that stood aside. */
  order: { id: string; parkedId: string | null } | null;
  tracking: string | null;
  /** Nothing more is awaited, whatever comes or does not. */
  isOver: boolean;
  slots: readonly Slot[];
  current: number;
};

type NewId = () => string;

/** A return on the bench: one slot for each unit that is still awaited. */
export function opened(found: BenchReturn, tracking: string | null, newId: NewId): Bench {
  const slots = found.lines.flatMap((line): Slot[] => {
    const received = found.units.filter(({ lineId }) => lineId === line.id).length;
    const left = Math.max(0, line.quantity - line.closed - received);
    return Array.from({ length: left }, (_, place) => ({
      ...{ id: newId(), lineId: line.id, title: line.title ?? line.sku ?? "", sku: line.sku },
      ...{ index: received + place + 1, of: line.quantity - line.closed },
      ...{ condition: null, disposition: null, isAbsent: false, photos: [] },
    }));
  });
  return { name: `R-${found.number}`, found, order: null, tracking, isOver: isEnded(found.status), slots, current: 0 };
}

/** An order's units as long as nobody has said that they came: so many are shown. */
const ORDER_UNITS_AT_MOST = 60;

/** An order on the bench that nobody asked back: one slot for each unit that may come; what is not graded is not in the parcel. */
export function openedOrder(order: OrderToReceive, parked: Parked | null, newId: NewId): Bench {
  const slots = order.lines.flatMap((line): Slot[] => {
    const of = line.left ?? 1;
    return Array.from({ length: Math.min(of, ORDER_UNITS_AT_MOST) }, (_, place) => ({
      ...{ id: newId(), lineId: line.id, title: line.title ?? line.sku ?? "", sku: line.sku, index: place + 1, of },
      ...{ condition: null, disposition: null, isAbsent: true, photos: [] },
    }));
  });
  const { number: name, buyerName, channelName } = order;
  return {
    ...{ name, found: { id: newId(), comment: null, buyerName, channelName } },
    ...{ order: { id: order.id, parkedId: parked?.id ?? null }, tracking: parked?.scanned ?? null },
    ...{ isOver: true, slots: slots.slice(0, ORDER_UNITS_AT_MOST), current: 0 },
  };
}

const isDone = ({ condition, isAbsent }: Slot): boolean => condition !== null || isAbsent;
export const unitsToGo = ({ slots }: Bench): number => slots.filter((slot) => !isDone(slot)).length;
export const graded = ({ slots }: Bench): Slot[] => slots.filter(({ condition }) => condition !== null);

/** The next slot that nobody has looked at, after the current one first; of an order all are looked at in turn. */
function nextOf(bench: Bench, slots: readonly Slot[], from: number): number {
  if (bench.order) return Math.min(from + 1, slots.length - 1);
  const order = [...slots.keys()].map((place) => (from + 1 + place) % slots.length);
  return (
    order.find((place) => {
      const slot = slots[place];
      return slot !== undefined && !isDone(slot);
    }) ?? from
  );
}

export type BenchAct =
  | { kind: "grade"; condition: Condition }
  | { kind: "dispose"; place: number; disposition: Disposition }
  | { kind: "absent" }
  | { kind: "extra"; id: string; title: string }
  | { kind: "photo"; id: string; fileId: string }
  | { kind: "title"; place: number; title: string }
  | { kind: "go"; place: number }
  | { kind: "sku"; sku: string };

const changed = (bench: Bench, place: number, change: Partial<Slot>): readonly Slot[] =>
  bench.slots.map((slot, at) => (at === place ? { ...slot, ...change } : slot));

/** What a key, a button or a command barcode does to the return on the bench. */
export function stepped(bench: Bench, act: BenchAct): Bench {
  switch (act.kind) {
    case "grade": {
      const { condition } = act;
      const slots = changed(bench, bench.current, {
        condition,
        isAbsent: false,
        disposition: usualDisposition(condition),
      });
      // A picture is taken of this very unit first.
      return {
        ...bench,
        slots,
        current: asksForPhoto(condition) ? bench.current : nextOf(bench, slots, bench.current),
      };
    }
    case "absent": {
      const slots = changed(bench, bench.current, { condition: null, disposition: null, isAbsent: true });
      return { ...bench, slots, current: nextOf(bench, slots, bench.current) };
    }
    case "dispose":
      return { ...bench, slots: changed(bench, act.place, { disposition: act.disposition }) };
    case "extra": {
      const extra: Slot = {
        ...{ id: act.id, lineId: null, title: act.title, sku: null, index: 1, of: 1 },
        ...{ condition: null, disposition: null, isAbsent: false, photos: [] },
      };
      return { ...bench, slots: [...bench.slots, extra], current: bench.slots.length };
    }
    case "photo": {
      const place = bench.slots.findIndex(({ id }) => id === act.id);
      const photos = [...(bench.slots[place]?.photos ?? []), { fileId: act.fileId }];
      return { ...bench, slots: changed(bench, place, { photos }) };
    }
    case "title":
      return { ...bench, slots: changed(bench, act.place, { title: act.title }) };
    case "go":
      return { ...bench, current: act.place };
    case "sku": {
      const isOpen = (slot: Slot) => (bench.order ? slot.condition === null : !isDone(slot));
      const place = bench.slots.findIndex((slot) => slot.sku === act.sku && isOpen(slot));
      return place < 0 ? bench : { ...bench, current: place };
    }
  }
}

/** P-11: how the units that were graded differ from what was asked back. */
export const differencesAt = (bench: Bench): Difference[] =>
  differencesOf(
    graded(bench).flatMap(({ lineId, condition }) => (condition === null ? [] : [{ lineId, condition }])),
    !bench.isOver && bench.slots.some(({ isAbsent }) => isAbsent),
  );

/** What is told of the bench when it is done: the units that were graded, and why they differ. */
export const toCheckIn = ({ found, order, tracking, slots }: Bench, difference: Explanation | null = null) => ({
  ...{ returnId: found.id, difference },
  ...(order && { orderId: order.id, parkedId: order.parkedId }),
  tracking,
  units: slots.flatMap(({ id, lineId, title, condition, disposition, photos }) =>
    condition === null || disposition === null
      ? []
      : [
          {
            ...{ id, lineId, title: lineId === null ? title : null, condition, disposition, note: null },
            photoIds: photos.map(({ fileId }) => fileId),
          },
        ],
  ),
});
export type CheckInAct = ReturnType<typeof toCheckIn>;

/** What a command barcode says, and what a single key means; null: an ordinary scan. */
export type Command =
  | { kind: "ok" }
  | { kind: "take_back" }
  | { kind: "absent" }
  | { kind: "extra" }
  | { kind: "grade"; condition: Condition };
export const commandCodes: readonly { code: string; command: Command }[] = [
  { code: "HW-OK", command: { kind: "ok" } },
  { code: "HW-UNDO", command: { kind: "take_back" } },
  { code: "HW-ABSENT", command: { kind: "absent" } },
  { code: "HW-EXTRA", command: { kind: "extra" } },
  ...CONDITIONS.map((condition, place) => ({
    code: `HW-GRADE-${place + 1}`,
    command: { kind: "grade" as const, condition },
  })),
];
export const commandOf = (text: string): Command | null =>
  commandCodes.find(({ code }) => code === text.trim().toUpperCase())?.command ?? null;

/** By the place of the key, so that an input method does not matter. */
export function commandOfKey(code: string): Command | null {
  const digit = /^(?:Digit|Numpad)(\d)$/.exec(code)?.[1];
  if (digit === "0") return { kind: "absent" };
  const condition = digit ? CONDITIONS[Number(digit) - 1] : undefined;
  if (condition) return { kind: "grade", condition };
  if (code === "KeyZ") return { kind: "take_back" };
  return code === "Equal" || code === "NumpadAdd" ? { kind: "extra" } : null;
}
