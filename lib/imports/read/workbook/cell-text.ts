/** What Excel lets one cell hold; of a longer text the rest is left away, and no column takes as much. */
const MAX_TEXT = 32_767;

/** Puts together the text of one cell, which comes in pieces and may be spread over runs of other letters. */
export class CellText {
  #text = "";

  add(piece: string): void {
    if (this.#text.length <= MAX_TEXT) this.#text += piece.slice(0, MAX_TEXT);
  }

  take(): string {
    const text = this.#text;
    this.#text = "";
    return text;
  }
}

/** Characters that XML cannot hold lie there as _x000D_. */
export const unescaped = (text: string): string =>
  text.includes("_x")
    ? text.replace(/_x([0-9a-f]{4})_/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text;
