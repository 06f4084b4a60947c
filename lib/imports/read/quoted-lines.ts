/** What one row with line breaks in its cells may span; beyond that, a quotation mark was never closed. */
const MAX_LINES = 200;
const MAX_LENGTH = 64 * 1024;

/** The text of one row, with the line it starts on; `isOpen` where a quotation mark of it is never closed. */
export type RowText = { line: number; text: string; isOpen: boolean };

/**
 * The rows of a text whose quoted cells may have line breaks. Where a quotation mark is not closed, only its own line is a
 * row, and what follows is read as if it were not there: one mark too many must not swallow the rest of the file.
 */
export async function* quotedLines(text: AsyncIterable<string>, delimiter: string): AsyncGenerator<RowText> {
  const lines = physicalLines(text);
  const again: string[] = [];
  let held: string[] = [];
  let length = 0;
  let line = 1;
  let isOpen = false;
  const take = async () => again.shift() ?? (await lines.next()).value;
  for (;;) {
    const next = await take();
    if (next === undefined && held.length === 0) return;
    if (next !== undefined) {
      held.push(next);
      length += next.length;
    }
    const end: LineEnd = next === undefined ? "broken" : endOf(next, delimiter, isOpen);
    isOpen = end === "open";
    if (isOpen && held.length < MAX_LINES && length < MAX_LENGTH) continue;
    const isBroken = end !== "closed";
    const [first = "", ...rest] = held;
    yield { line, text: isBroken ? first : held.join(""), isOpen: isBroken };
    if (isBroken) again.unshift(...rest);
    line += isBroken ? 1 : held.length;
    held = [];
    length = 0;
    isOpen = false;
  }
}

type LineEnd = "open" | "closed" | "broken";

/** How a line ends whose row has, or has not, a quoted cell open where it begins. */
function endOf(line: string, delimiter: string, isContinued: boolean): LineEnd {
  let isOpen = isContinued;
  if (!line.includes('"')) return isOpen ? "open" : "closed";
  let isStart = true;
  for (let at = 0; at < line.length; at++) {
    const character = line[at];
    if (isOpen && character === '"') {
      const next = line[at + 1];
      if (next === '"') at++;
      else {
        // A cell that began on another line ends here only where a cell can end.
        if (isContinued && next !== undefined && ![delimiter, "\r", "\n"].includes(next)) return "broken";
        isOpen = false;
        isContinued = false;
      }
    } else if (!isOpen && character === '"' && isStart) isOpen = true;
    isStart = character === delimiter;
  }
  return isOpen ? "open" : "closed";
}

/** The lines of a text with their ends, which may lie in two pieces. */
async function* physicalLines(text: AsyncIterable<string>): AsyncGenerator<string, undefined> {
  let rest = "";
  let isFirst = true;
  for await (const piece of text) {
    rest += isFirst ? piece.replace(/^\ufeff/, "") : piece;
    isFirst = false;
    let start = 0;
    for (const { 0: end, index } of rest.matchAll(/\r\n|\n|\r/g)) {
      if (end === "\r" && index + 1 === rest.length) break;
      yield rest.slice(start, index + end.length);
      start = index + end.length;
    }
    rest = rest.slice(start);
  }
  if (rest !== "") yield rest;
}
