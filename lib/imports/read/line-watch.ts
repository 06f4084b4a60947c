import type { FileEndCode } from "./words/report-row";

const MAX_LINE = 64 * 1024;

/** A text that ends before a line no report has; asked after its last piece what ended it, and where. */
export type WatchedText = {
  text: AsyncGenerator<string>;
  fault: () => FileEndCode | null;
  isInsideLine: () => boolean;
};

/** Watches the lines of a text, so that one endless line cannot fill the memory. */
export function watchLines(pieces: AsyncIterable<string>, sourceFault: () => FileEndCode | null): WatchedText {
  /** The length of the line that is not ended yet. */
  let open = 0;
  let isTooLong = false;
  async function* text(): AsyncGenerator<string> {
    for await (const piece of pieces) {
      const start = tooLongLineIn(piece, open);
      if (start !== null) {
        isTooLong = true;
        if (start > 0) open = 0;
        yield piece.slice(0, start);
        return;
      }
      const lastBreak = Math.max(piece.lastIndexOf("\n"), piece.lastIndexOf("\r"));
      open = lastBreak < 0 ? open + piece.length : piece.length - lastBreak - 1;
      yield piece;
    }
  }
  return {
    text: text(),
    fault: () => (isTooLong ? "line_too_long" : sourceFault()),
    isInsideLine: () => open > 0,
  };
}

/** Where in a piece a line starts that is too long (0 when it started before), or null. */
function tooLongLineIn(piece: string, open: number): number | null {
  const breaks = /[\r\n]/g;
  let start = 0;
  let length = open;
  for (;;) {
    const end = breaks.exec(piece)?.index ?? piece.length;
    length += end - start;
    if (length > MAX_LINE) return start;
    if (end === piece.length) return null;
    start = end + 1;
    length = 0;
  }
}
