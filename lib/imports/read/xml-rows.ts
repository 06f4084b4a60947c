import { SaxesParser } from "saxes";
import { type ColumnKey, columnOfElement, elementOf } from "./columns";
import type { FileEndCode, ReadEvent } from "./report-row";
import { type ReportContext, toReportRow } from "./to-report-row";

type Element = Map<ColumnKey, string>;

/** More text than this without the end of a return is no report; it keeps the memory flat. */
const MAX_RETURN = 8 * 1024 * 1024;

/** Reads `return_details` by their `item_details`: one row an item, with the fields of its order around it. */
export async function* xmlRows(
  text: AsyncIterable<string>,
  context: ReportContext,
  fault: () => FileEndCode | null,
): AsyncGenerator<ReadEvent> {
  const reader = returnsReader(context);
  let unread = 0;
  let tail = "";
  for await (const piece of text) {
    const events = reader.write(piece);
    yield* events;
    unread = events.length > 0 ? 0 : unread + piece.length;
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

function returnsReader(context: ReportContext) {
  const parser = new SaxesParser();
  let events: ReadEvent[] = [];
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
    if (items.length === 0) events.push(withoutItems(order, startedAt));
    for (const { line: at, fields } of items) events.push(readItem(fields, order, { ...context, line: at }));
    order = null;
  });

  return {
    write(piece: string): ReadEvent[] {
      events = [];
      parser.write(piece);
      return events;
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

function readItem(item: Element, order: Element, context: ReportContext & { line: number }): ReadEvent {
  const read = toReportRow({ text: (key) => item.get(key) ?? order.get(key) ?? null, nameOf: elementOf }, context);
  if ("row" in read) return { kind: "row", row: read.row };
  return {
    kind: "refused",
    refusal: { line: context.line, ...read.refusal, raw: asJson(new Map([...order, ...item])) },
  };
}

function withoutItems(order: Element, line: number): ReadEvent {
  return { kind: "refused", refusal: { line, column: null, code: "no_items", value: null, raw: asJson(order) } };
}

const asJson = (fields: Element): string =>
  JSON.stringify(Object.fromEntries([...fields].map(([key, value]) => [elementOf(key), value])));
