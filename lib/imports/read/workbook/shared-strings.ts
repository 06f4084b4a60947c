import { FileStopped } from "../file-stopped";
import { CellText, unescaped } from "./cell-text";
import { readXml } from "./read-xml";

const MAX_STRINGS = 2_000_000;
const MAX_BYTES = 64 * 1024 * 1024;
/** Larger than the longest text of one cell. */
const PAGE = 1024 * 1024;
const LENGTH = 4;

/**
 * The texts that cells name by their number, as bytes side by side: a text of its own keeps all of the piece of the file
 * alive that it was cut out of.
 */
export class SharedStrings {
  #pages: Buffer[] = [];
  #places: number[] = [];
  #end = PAGE;

  add(text: string): void {
    const size = Buffer.byteLength(text);
    if (this.#end + LENGTH + size > PAGE) {
      if ((this.#pages.length + 1) * PAGE > MAX_BYTES) throw new FileStopped({ code: "spreadsheet_too_large" });
      this.#pages.push(Buffer.allocUnsafe(PAGE));
      this.#end = 0;
    }
    if (this.#places.length >= MAX_STRINGS) throw new FileStopped({ code: "spreadsheet_too_large" });
    const page = this.#pages.length - 1;
    this.#places.push(page * PAGE + this.#end);
    this.#pages[page]?.writeUInt32LE(size, this.#end);
    this.#pages[page]?.write(text, this.#end + LENGTH);
    this.#end += LENGTH + size;
  }

  get(index: number): string {
    const place = this.#places[index];
    const page = place === undefined ? undefined : this.#pages[Math.floor(place / PAGE)];
    if (place === undefined || !page) return "";
    const start = (place % PAGE) + LENGTH;
    return page.toString("utf8", start, start + page.readUInt32LE(start - LENGTH));
  }
}

/** Reads the table of texts; how Japanese names are spoken stands beside them there, and is left out. */
export async function readSharedStrings(xml: AsyncIterable<string>): Promise<SharedStrings> {
  const strings = new SharedStrings();
  const text = new CellText();
  let isSpoken = false;
  let isText = false;
  const pieces = readXml(xml, {
    open: (name) => {
      if (name === "rPh") isSpoken = true;
      isText = name === "t" && !isSpoken;
    },
    text: (piece) => {
      if (isText) text.add(piece);
    },
    close: (name) => {
      if (name === "rPh") isSpoken = false;
      if (name === "si") strings.add(unescaped(text.take()));
      isText = false;
    },
  });
  for await (const _ of pieces);
  return strings;
}
