const WIDE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff00-\uff60]/u;
const BROAD = /[A-Z&#]/;
const BROADEST = /[MW@%]/;

function widthOf(character: string): number {
  if (WIDE.test(character)) return 1;
  if (BROADEST.test(character)) return 0.95;
  return BROAD.test(character) ? 0.73 : 0.58;
}

/** About how wide a bold text is, in ems; rather too wide than too narrow. */
const emsOf = (text: string): number => [...text].reduce((sum, character) => sum + widthOf(character), 0);

/** The largest size at which a text stays on one line of a width, within limits. */
export const sizeForLine = (text: string, width: number, { max, min }: { max: number; min: number }): number =>
  Math.max(min, Math.min(max, width / Math.max(1, emsOf(text))));

/** The largest of the sizes at which all lines, wrapped, fit into a box; else the smallest. */
export function sizeForBox(
  lines: readonly string[],
  { width, height, lineHeight }: { width: number; height: number; lineHeight: number },
  sizes: readonly number[],
): number {
  // A line that breaks between words leaves up to a word of its width empty.
  const heightAt = (size: number) =>
    lines.reduce((sum, line) => sum + Math.max(1, Math.ceil((emsOf(line) * size) / (width * 0.93))), 0) *
    size *
    lineHeight;
  return sizes.find((size) => heightAt(size) <= height) ?? sizes.at(-1) ?? 9;
}
