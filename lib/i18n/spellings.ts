import { pinyin } from "pinyin-pro";
import en from "./messages/en.json";
import zh from "./messages/zh-CN.json";

type Messages = { [key: string]: string | Messages };

/** The words that a text is found by: Han characters by their sounds as they read here, everything else as it stands. */
export const soundsOf = (text: string): string[] =>
  pinyin(text.normalize("NFKC"), { toneType: "none", type: "array", nonZh: "consecutive", v: true })
    .flatMap((part) => part.toLowerCase().split(/[^\p{L}\p{N}]+/u))
    .filter((word) => word !== "");

/** What a message says whatever is filled in: the innermost braces go first, as choices hold others. */
function withoutArguments(message: string): string {
  const less = message.replace(/\{[^{}]*\}/g, " ");
  return less === message ? message : withoutArguments(less);
}

/** Where the palette's commands have their words. */
const PARTS = ["nav", "palette.commands", "returns.tabs", "settings.nav", "detail.actions.move", "message.acts.action"];

const partOf = (messages: Messages, path: string) =>
  path.split(".").reduce<string | Messages>((at, key) => (typeof at === "string" ? at : (at[key] ?? "")), messages);

/** The messages at a path, each with its own: one, or all that stand directly under it. */
function textsAt(messages: Messages, path: string): [string, string][] {
  const part = partOf(messages, path);
  if (typeof part === "string") return [[path, part]];
  return Object.entries(part).flatMap(([key, text]): [string, string][] =>
    typeof text === "string" ? [[`${path}.${key}`, text]] : [],
  );
}

const wordsOf = (messages: Messages): Map<string, string[]> =>
  new Map(
    PARTS.flatMap((path) => textsAt(messages, path)).map(([key, text]) => [key, soundsOf(withoutArguments(text))]),
  );

/** How each command can be typed, in either language: by its English words and by the sounds of its Chinese ones. */
function spell(): Record<string, string[][]> {
  const [inEnglish, inChinese] = [wordsOf(en), wordsOf(zh)];
  return Object.fromEntries([...inEnglish].map(([key, words]) => [key, [words, inChinese.get(key) ?? []]]));
}

let known: Record<string, string[][]> | null = null;

/** The same for every reader, so it is worked out once. */
export function spellingsOfCommands(): Record<string, string[][]> {
  known ??= spell();
  return known;
}
