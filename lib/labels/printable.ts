import { shownText } from "../shown-text";
import { isDrawable, PICTURE, UNSEEN } from "./drawable";

const MARK = /\p{M}/u;
const ARABIC = /\p{Script=Arabic}/u;
/** Persian parts two letters of a word with it. */
const JOINER = "\u200c";

/**
 * A text as labels can show it. An address never loses anything here, because its form refuses what cannot be drawn; of
 * a buyer's name or an item's title, pictures and what is invisible go, marks are not stacked, and what is left
 * stands as a box.
 */
export function printable(text: string): string {
  const hasArabic = ARABIC.test(text);
  const drawn = (character: string): string => {
    if (character === "\n") return character;
    if (character === "\t" || character === "\u00a0") return " ";
    if (character === JOINER) return hasArabic ? character : "";
    if (UNSEEN.test(character)) return "";
    if (isDrawable(character)) return character;
    const plain = [...character.normalize("NFKD")].filter((part) => !MARK.test(part)).join("");
    if (plain !== "" && [...plain].every(isDrawable)) return plain;
    return PICTURE.test(character) || MARK.test(character) ? "" : "□";
  };
  return [...shownText(text).normalize("NFC").replaceAll("\r\n", "\n")].map(drawn).join("");
}
