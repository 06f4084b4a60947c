import { isDrawable, PICTURE, UNSEEN } from "@/lib/kernel/drawable";
import { shownText } from "@/lib/kernel/shown-text";

const MARK = /\p{M}/u;
const ARABIC = /\p{Script=Arabic}/u;
/** Persian parts two letters of a word with it. */
const JOINER = "\u200c";
/**
 * Thai am, with the tone that may stand before it. A font draws its two parts, and what is drawn in more parts than it has
 * characters loses the end of its line: it is written in two, the tone between them, where it belongs.
 */
const AM = /([\u0e48-\u0e4b]?)(?:\u0e33|\u0e4d\u0e32)/gu;

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
  const whole = shownText(text).normalize("NFC").replaceAll("\r\n", "\n").replace(AM, "\u0e4d$1\u0e32");
  return [...whole].map(drawn).join("");
}
