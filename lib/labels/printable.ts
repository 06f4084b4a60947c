/** Letters that no decomposition leads back to their plain form. */
const PLAIN: Record<string, string> = { ł: "l", Ł: "L", đ: "d", Đ: "D", ı: "i", œ: "oe", Œ: "OE", ẞ: "SS", ŧ: "t" };
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Variation_Selector}]/u;
const PICTURE = /\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator}/u;

/**
 * A text as the fonts can draw it: letters without a glyph lose their accent, pictures and what is invisible go, and what
 * is left stands as a box. Line breaks stay.
 */
export function printable(text: string, hasGlyph: (codePoint: number) => boolean): string {
  const isDrawn = (character: string) => hasGlyph(character.codePointAt(0) ?? 0);
  const drawn = (character: string): string => {
    if (character === "\n") return character;
    if (character === "\t" || character === "\u00a0") return " ";
    if (UNSEEN.test(character)) return "";
    if (isDrawn(character)) return character;
    const plain = PLAIN[character] ?? [...character.normalize("NFKD")].filter((part) => !/\p{M}/u.test(part)).join("");
    if (plain !== "" && [...plain].every(isDrawn)) return plain;
    return PICTURE.test(character) || /\p{M}/u.test(character) ? "" : "□";
  };
  return [...text.normalize("NFC").replaceAll("\r\n", "\n")].map(drawn).join("");
}
