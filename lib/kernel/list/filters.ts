import { isDate } from "../dates";
import { isId } from "../ids";

/** One thing that narrows a list: how it stands in an address, and what it may be. */
export type Filter<Value> = {
  /** Its name in the address, where that is not its own. */
  key?: string;
  /** What leaves the list as it is. */
  empty: Value;
  /** Of the texts an address gives; undefined: they mean nothing. */
  read: (texts: readonly string[]) => Value | undefined;
  write: (value: Value) => readonly string[];
  accepts: (value: unknown) => boolean;
};
type Named = { key?: string };

const SOME_AT_MOST = 50;
const WORD_AT_MOST = 200;

/** A single text; `tidy` answers undefined for what means nothing. */
function one<Text extends string>(tidy: (text: string) => Text | undefined, named: Named): Filter<Text | null> {
  return {
    ...named,
    empty: null,
    read: ([text = ""]) => tidy(text),
    write: (value) => (value === null ? [] : [value]),
    accepts: (value) => value === null || (typeof value === "string" && tidy(value) === value),
  };
}

/** Several of them; the list shows what any of them finds. What means nothing is left out. */
function some<Text extends string>(tidy: (text: string) => Text | undefined, named: Named): Filter<readonly Text[]> {
  return {
    ...named,
    empty: [],
    read: (texts) => {
      const known = [...new Set(texts.flatMap((text) => tidy(text) ?? []))].slice(0, SOME_AT_MOST);
      return known.length === 0 ? undefined : known;
    },
    write: (values) => values,
    accepts: (value) =>
      Array.isArray(value) &&
      value.length <= SOME_AT_MOST &&
      value.every((each) => typeof each === "string" && tidy(each) === each),
  };
}

const among =
  <Text extends string>(words: readonly Text[]) =>
  (text: string) =>
    words.find((word) => word === text);
const checked = (isRight: (text: string) => boolean) => (text: string) => (isRight(text) ? text : undefined);
const plain = (text: string): string | undefined => {
  const trimmed = text.trim();
  return trimmed === "" || trimmed.length > WORD_AT_MOST ? undefined : trimmed;
};

export const oneOf = <const Word extends string>(words: readonly Word[], named: Named = {}) => one(among(words), named);
export const someOf = <const Word extends string>(words: readonly Word[], named: Named = {}) =>
  some(among(words), named);
/** One of them always: the first where nothing is said, and then the address says nothing either. */
export function eitherOf<const Word extends string>(
  words: readonly [Word, ...Word[]],
  named: Named = {},
): Filter<Word> {
  const [first] = words;
  return {
    ...named,
    empty: first,
    read: ([text = ""]) => among(words)(text),
    write: (value) => (value === first ? [] : [value]),
    accepts: (value) => among<string>(words)(String(value)) === value,
  };
}
export const text = (named: Named = {}) => one(plain, named);
export const texts = (named: Named = {}) => some(plain, named);
export const id = (named: Named = {}) => one(checked(isId), named);
export const ids = (named: Named = {}) => some(checked(isId), named);
export const day = (named: Named = {}) => one(checked(isDate), named);
export const that = (isRight: (text: string) => boolean, named: Named = {}) => one(checked(isRight), named);
export const those = (isRight: (text: string) => boolean, named: Named = {}) => some(checked(isRight), named);

/** On where the address says this word. */
export const flag = (word: string, named: Named = {}): Filter<boolean> => ({
  ...named,
  empty: false,
  read: ([text = ""]) => (text === word ? true : undefined),
  write: (value) => (value ? [word] : []),
  accepts: (value) => typeof value === "boolean",
});
