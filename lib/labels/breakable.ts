const LONG_WORD = 18;
// Characters that text may be parted between; what closes a phrase stays with what it closes.
const PIECES =
  /[\p{Ps}\p{Pi}]*(?:[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef]|[^\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef]+)[\p{Pe}\p{Pf}、。，；：！？·]*/gu;
const THAI = /\p{Script=Thai}/u;
/** Its letters join: parted, each half would take another shape. */
const JOINED = /\p{Script=Arabic}/u;
const THAI_WORDS = new Intl.Segmenter("th", { granularity: "word" });

/**
 * Where a word may be parted between two lines: Chinese after every character, Thai, which writes no spaces, after every
 * word, others only where they are too long.
 */
export function breakable(word: string): string[] {
  const pieces = word.match(PIECES) ?? [word];
  // An empty piece between two parts them without a hyphen.
  return pieces.flatMap(inPieces).flatMap((piece, index) => (index === 0 ? [piece] : ["", piece]));
}

function inPieces(piece: string): string[] {
  if (THAI.test(piece)) return [...THAI_WORDS.segment(piece)].map(({ segment }) => segment);
  const characters = [...piece];
  if (characters.length <= LONG_WORD || JOINED.test(piece)) return [piece];
  return Array.from({ length: Math.ceil(characters.length / 6) }, (_, index) =>
    characters.slice(index * 6, index * 6 + 6).join(""),
  );
}
