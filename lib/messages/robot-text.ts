import { ROBOTS, type RobotKind } from "@/lib/policy/messages/robot-kinds";
import type { Block, Letter } from "./letter";

/** Somebody's words in a group chat: what would be a link, a mention or a mark there is only a sign that looks like it. */
const HARMLESS: Record<string, string> = {
  "[": "［",
  "]": "］",
  "<": "＜",
  ">": "＞",
  "*": "＊",
  "`": "｀",
  "~": "～",
  "\\": "＼",
};
const plain = (text: string): string =>
  text
    .replace(/[[\]<>*`~\\]/g, (sign) => HARMLESS[sign] ?? sign)
    // A heading, a list or a rule begins a line.
    .replace(/^(\s*)([#=+-])/gm, "$1\u200b$2")
    .trim();

const oneLine = (text: string): string => text.split(/\s*\r?\n\s*/).join(" · ");

/** A letter as a robot tells it, in the few marks that all three chats know; never longer than the chat takes. */
export function robotText(kind: RobotKind, letter: Letter): string {
  const { textBytes, lineBreak } = ROBOTS[kind];
  const { heading, subject, blocks, footer, locale } = letter;
  const colon = locale === "zh-CN" ? "：" : ": ";
  const body = blocks.flatMap((block) => linesOf(block, colon));
  const first = `**${plain(oneLine(heading ?? subject))}**`;
  // The ways into the console come through whatever is cut.
  const last = [...blocks.flatMap(linkLines), plain(footer)];
  const kept = [first];
  let left = textBytes - sizeOf([first, ...last, "…"].join(lineBreak));
  for (const line of body) {
    left -= sizeOf(line + lineBreak);
    if (left < 0) return [...kept, "…", ...last].join(lineBreak);
    kept.push(line);
  }
  return [...kept, ...last].join(lineBreak);
}

const sizeOf = (text: string): number => new TextEncoder().encode(text).length;

const linesIn = (text: string): string[] =>
  text
    .split(/\r?\n/)
    .map(plain)
    .filter((line) => line !== "");

function linesOf(block: Block, colon: string): string[] {
  switch (block.kind) {
    case "text":
    case "small":
      return linesIn(block.text);
    case "quote":
      return [`${plain(block.label)}${colon}`, ...linesIn(block.text).map((line) => `> ${line}`)];
    case "facts":
      return block.rows.map(({ label, value }) => `${plain(label)}${colon}${plain(oneLine(value))}`);
    case "entries":
      return block.entries.map(({ label, href, detail }) => `[${plain(label)}](${href}) ${plain(detail)}`);
    case "links":
      return [];
  }
}

const linkLines = (block: Block): string[] =>
  block.kind === "links" ? [block.links.map(({ label, href }) => `[${plain(label)}](${href})`).join("  ")] : [];
