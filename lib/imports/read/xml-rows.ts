import { SaxesParser } from "saxes";
import { type ColumnKey, columnOfElement, elementOf } from "./columns";
import type { Reading } from "./read-table";
import { LOOKED_AT, readingOf } from "./report-reading";
import { type ReportContext, toReportRow } from "./to-report-row";
import type { FileEndCode, ReadEvent } from "./words/report-row";

/** What XML may not hold: it breaks the row that has it, not the file. */
const NO_XML = /[^\P{Cc}\t\r\n\x7f-\x9f]|\p{Cs}/gu;

type Element = Map<ColumnKey, string>;

/** An item with its order around it, before anybody reads what stands in it. */
type Item = { line: number; fields: Element; order: Element };
type Found = Item | ReadEvent;

/** More text than this without the end of a return is no report; it keeps the memory flat. */
const MAX_RETURN = 8 * 1024 * 1024;

/** Reads `return_details` by their `item_details`: one row an item, with the fields of its order around it. */
export async function* xmlRows(
  text: AsyncIterable<string>,
  context: Pick<Reading, "file" | "currency" | "timeZone">,
  fault: () => FileEndCode | null,
): AsyncGenerator<ReadEvent> {
  let reading: ReportContext | null = null;
  let held: Found[] = [];
  for await (const found of foundIn(text, fault)) {
    if (reading) yield readFound(found, reading);
    else held.push(found);
    if (reading || held.length < LOOKED_AT) continue;
    reading = readingBy(held, context);
    for (const one of held) yield readFound(one, reading);
    held = [];
  }
  const late = reading ?? readingBy(held, context);
  yield* held.map((one) => readFound(one, late));
}

function readingBy(held: readonly Found[], context: Parameters<typeof xmlRows>[1]): ReportContext {
  const labelCurrencies = held.flatMap((one) => ("order" in one ? (one.order.get("labelCurrency") ?? []) : []));
  const way = { hasSerialDays: false, hasDecimalComma: false };
  return readingOf({ labelCurrencies, days: [], amounts: [] }, context, way);
}

const readFound = (found: Found, context: ReportContext): ReadEvent =>
  "order" in found ? readItem(found, context) : found;

async function* foundIn(text: AsyncIterable<string>, fault: () => FileEndCode | null): AsyncGenerator<Found> {
  const reader = returnsReader();
  let unread = 0;
  let tail = "";
  for await (const piece of text) {
    const found = reader.write(piece);
    yield* found;
    unread = found.length > 0 ? 0 : unread + piece.length;
    tail = (tail + piece).slice(-64);
    if (reader.isBroken() || unread > MAX_RETURN) {
      yield endOf("damaged_xml", reader.line());
      return;
    }
  }
  if (!fault() && reader.close()) return;
  // A document that has its end but is not whole swallowed it in a fault before, such as a bare "&".
  const hasItsEnd = tail.trimEnd().endsWith("</AmazonEnvelope>");
  yield endOf(fault() ?? (hasItsEnd ? "damaged_xml" : "file_cut_short"), reader.line());
}

function endOf(code: FileEndCode, line: number): ReadEvent {
  return { kind: "refused", refusal: { line, column: null, code, value: null, raw: "" } };
}

function returnsReader() {
  const parser = new SaxesParser();
  let found: Found[] = [];
  let isBroken = false;
  let isClosing = false;
  let order: Element | null = null;
  let startedAt = 1;
  let items: { line: number; fields: Element }[] = [];
  let item: Element | null = null;
  let text = "";
  /** Of the last tag that was understood, or of the first fault. */
  let line = 1;

  parser.on("error", () => {
    if (!isBroken && !isClosing) line = parser.line;
    isBroken = true;
  });
  parser.on("opentagstart", ({ name }) => {
    if (!isBroken) line = parser.line;
    text = "";
    if (name === "return_details") {
      order = new Map();
      items = [];
      startedAt = parser.line;
    } else if (name === "item_details" && order) {
      item = new Map();
      items.push({ line: parser.line, fields: item });
    }
  });
  parser.on("text", (piece) => {
    text += piece;
  });
  parser.on("cdata", (piece) => {
    text += piece;
  });
  parser.on("closetag", ({ name }) => {
    const key = columnOfElement(name);
    if (key) (item ?? order)?.set(key, text);
    text = "";
    if (name === "item_details") item = null;
    if (name !== "return_details" || !order || isBroken) return;
    if (items.length === 0) found.push(withoutItems(order, startedAt));
    for (const one of items) found.push({ ...one, order });
    order = null;
  });

  return {
    write(piece: string): Found[] {
      found = [];
      parser.write(piece.replace(NO_XML, "\ufffd"));
      return found;
    },
    /** False when the document is not whole. */
    close(): boolean {
      isClosing = true;
      parser.close();
      return !isBroken;
    },
    isBroken: () => isBroken,
    line: () => line,
  };
}

function readItem({ line, fields: item, order }: Item, context: ReportContext): ReadEvent {
  const text = (key: ColumnKey) => item.get(key) ?? order.get(key) ?? null;
  const read = toReportRow({ text, nameOf: elementOf }, { ...context, line });
  if ("row" in read) return { kind: "row", row: read.row };
  return { kind: "refused", refusal: { line, ...read.refusal, raw: asJson(new Map([...order, ...item])) } };
}

function withoutItems(order: Element, line: number): ReadEvent {
  return { kind: "refused", refusal: { line, column: null, code: "no_items", value: null, raw: asJson(order) } };
}

const asJson = (fields: Element): string =>
  JSON.stringify(Object.fromEntries([...fields].map(([key, value]) => [elementOf(key), value])));
