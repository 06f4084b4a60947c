import { createHash } from "node:crypto";
import { withSeller } from "@/db/tenant";
import { ok, type Refusal, type Result, refuse } from "@/lib/kernel/result";
import { searchKey } from "@/lib/kernel/search-key";
import type { Ctx } from "@/lib/platform/ctx";
import { stableId } from "@/lib/platform/stable-id";
import { NOTE_AT_MOST, TRACKING_AT_MOST } from "@/lib/policy/limits";
import { CONDITIONS, DISPOSITIONS, usualDisposition } from "@/lib/policy/parcels/conditions";
import { DIFFERENCE_REASONS, type DifferenceReason } from "@/lib/policy/parcels/differences";
import { type ReceivedUnit, UNITS_AT_MOST } from "@/lib/policy/parcels/received-unit";
import { checkIn } from "@/lib/receiving/check-in";
import { findScanned, type ScannedReturn } from "@/lib/receiving/find-scanned";
import { namedCells, type SmallTableRefusal } from "./table-cells";
import { tableOfFile } from "./table-of-file";

/** What the columns of a list of received goods may be called. */
const COLUMNS = {
  return: ["return", "return number", "rma", "退货编号", "退货单号"],
  condition: ["condition", "grade", "商品状况", "成色", "状况"],
  tracking: ["tracking", "tracking number", "追踪编码", "物流单号"],
  sku: ["sku", "seller sku", "商品编码"],
  quantity: ["quantity", "qty", "数量"],
  disposition: ["disposition", "goes to", "处置"],
  why: ["why", "difference", "reason", "不符原因"],
  note: ["note", "remark", "备注"],
} as const;
type Cells = Record<keyof typeof COLUMNS, string>;
type Row = { line: number; cells: Cells };

/** What a row of such a list refuses beside what the bench does. */
export type ReceiptRowRefusal = { code: "row_unreadable" };

export type ReceiptUpload = {
  units: number;
  /** Units that were taken in from the same list before. */
  known: number;
  refused: { line: number; name: string; refusal: Refusal }[];
};

type Upload = { file: Uint8Array; fileName: string };

/**
 * Takes in what another warehouse unpacked, return by return as the bench does; the same list again takes in nothing. What
 * of a return cannot be read or is refused leaves all of it out, and holds up no other.
 */
export async function uploadReceipts(
  ctx: Ctx,
  { file, fileName }: Upload,
): Promise<Result<ReceiptUpload, SmallTableRefusal>> {
  const table = await tableOfFile(fileName, file);
  if (!table.ok) return table;
  const rows = namedCells(table.value, COLUMNS, ["return", "condition"]);
  if (!rows.ok) return rows;
  const content = createHash("sha256").update(file).digest("hex");
  const told: ReceiptUpload = { units: 0, known: 0, refused: [] };
  for (const of of byReturn(rows.value)) {
    const answer = await receive(ctx, of, (line, place) => stableId(`receipt:${content}:${line}:${place}`));
    if (answer.ok) {
      told.units += answer.value.units;
      told.known += answer.value.told - answer.value.units;
    } else for (const { line, cells } of of) told.refused.push({ line, name: cells.return, refusal: answer.refusal });
  }
  return ok(told);
}

/** The rows of each return and parcel, in the order in which they come first. */
function byReturn(rows: readonly Row[]): Row[][] {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = `${searchKey(row.cells.return)} ${searchKey(row.cells.tracking)}`;
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups.values()];
}

async function receive(
  ctx: Ctx,
  rows: readonly Row[],
  idOf: (line: number, place: number) => string,
): Promise<Result<{ units: number; told: number }, Refusal>> {
  const { db, sellerId, actor, now } = ctx;
  const [first] = rows;
  if (!first) return ok({ units: 0, told: 0 });
  const { return: name, tracking } = first.cells;
  const meant = await withSeller(db, sellerId, (tx) => findScanned(tx, sellerId, name, actor.kind, now));
  const [found, ...others] = meant.returns;
  if (!found) return refuse({ code: "not_found" });
  if (others.length > 0) return refuse({ code: "several_returns", count: meant.returns.length });
  const units = rows.map((row) => unitsOf(row, found, idOf));
  if (units.some((some) => some === null) || tracking.length > TRACKING_AT_MOST)
    return refuse({ code: "row_unreadable" });
  const all = units.flatMap((some) => some ?? []);
  if (all.length > UNITS_AT_MOST) return refuse({ code: "row_unreadable" });
  const reason = rows.map(({ cells }) => reasonOf(cells.why)).find((one) => one !== null) ?? null;
  const note = first.cells.note.slice(0, NOTE_AT_MOST) || null;
  const done = await checkIn(ctx, {
    ...{ returnId: found.id, tracking: tracking || null, units: all },
    difference: reason && { reason, note },
  });
  return done.ok ? ok({ units: done.value.units, told: all.length }) : done;
}

const word = (text: string): string =>
  text
    .normalize("NFKC")
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, "_");
const oneOf = <Value extends string>(values: readonly Value[], text: string): Value | null =>
  values.find((value) => value === word(text)) ?? null;
const reasonOf = (text: string): DifferenceReason | null => oneOf(DIFFERENCE_REASONS, text);

/** The units of one row; what no line of the return is, came beyond it. Null: the row cannot be read. */
function unitsOf(
  { line, cells }: Row,
  found: ScannedReturn,
  idOf: (line: number, place: number) => string,
): ReceivedUnit[] | null {
  const condition = oneOf(CONDITIONS, cells.condition);
  const quantity = cells.quantity === "" ? 1 : Number(cells.quantity);
  const disposition =
    cells.disposition === "" ? condition && usualDisposition(condition) : oneOf(DISPOSITIONS, cells.disposition);
  if (!condition || !disposition || !Number.isInteger(quantity) || quantity < 1 || quantity > UNITS_AT_MOST)
    return null;
  const [only, ...more] = found.lines;
  const named = found.lines.find(({ sku }) => sku !== null && searchKey(sku) === searchKey(cells.sku));
  const of = cells.sku === "" && more.length === 0 ? only : named;
  if (cells.sku === "" && !of) return null;
  return Array.from({ length: quantity }, (_, place) => ({
    ...{
      id: idOf(line, place),
      lineId: of?.id ?? null,
      title: of ? null : cells.sku.slice(0, 200),
      condition,
      disposition,
    },
    note: cells.note.slice(0, NOTE_AT_MOST) || null,
    photoIds: [],
  }));
}
