/** Spellings of a label, each as its words: "Import a report" is import, a, report; 批准退货 is pi, zhun, tui, huo. */
export type Spellings = readonly (readonly string[])[];

const LONGEST_TERM = 60;

/** What is compared: full-width forms folded (an input method may be on), in lower case. */
const plain = (text: string): string => text.normalize("NFKC").toLowerCase();

/** The words of a label in a script that has spaces. */
const wordsIn = (text: string): string[] =>
  plain(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");

/** Whether a text is beginnings of words, in their order: pzth, pizhun and pizth are of pi, zhun, tui, huo. */
function isBeginnings(text: string, words: readonly string[], maySkip: boolean): boolean {
  if (text === "") return true;
  const [word, ...rest] = words;
  if (word === undefined) return false;
  let shared = 0;
  while (shared < word.length && word[shared] === text[shared]) shared++;
  for (let taken = shared; taken > 0; taken--) {
    if (isBeginnings(text.slice(taken), rest, maySkip)) return true;
  }
  return maySkip && isBeginnings(text, rest, maySkip);
}

function scoreOfTerm(term: string, label: string, spellings: Spellings): number {
  if (label.startsWith(term)) return 100;
  if (term.length > LONGEST_TERM) return 0;
  const all = [wordsIn(label), ...spellings];
  if (all.some((words) => isBeginnings(term, words, false))) return 90;
  if (all.some((words) => words.some((_, from) => isBeginnings(term, words.slice(from), false)))) return 70;
  if (label.includes(term)) return 60;
  return all.some((words) => isBeginnings(term, words, true)) ? 40 : 0;
}

/**
 * How well what was typed fits a label, from 0 (not at all) to 100: its letters, the beginnings of its words, or its
 * sounds. What is typed with spaces has to fit in every part.
 */
export function scoreOf(typed: string, label: string, spellings: Spellings = []): number {
  const terms = plain(typed)
    .split(/\s+/)
    .filter((term) => term !== "");
  const scores = terms.map((term) => scoreOfTerm(term, plain(label), spellings));
  return scores.length === 0 ? 100 : Math.min(...scores);
}
