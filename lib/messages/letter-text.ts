import type { Block, Letter } from "./letter";

/** The text part of a letter. */
export function letterText({ locale, heading, blocks, footer }: Letter): string {
  const colon = locale === "zh-CN" ? "：" : ": ";
  const parts = [heading, ...blocks.map((block) => blockText(block, colon)), `-- \n${footer}`];
  return `${parts.filter((part) => part !== null && part !== "").join("\n\n")}\n`;
}

function blockText(block: Block, colon: string): string {
  switch (block.kind) {
    case "text":
    case "small":
      return block.text.trim();
    case "quote":
      return `${block.label}\n${block.text
        .trim()
        .split(/\r?\n/)
        .map((line) => `> ${line}`)
        .join("\n")}`;
    case "facts":
      return block.rows.map(({ label, value }) => `${label}${indented(value, colon)}`).join("\n");
    case "entries":
      return block.entries.map(({ label, href, detail }) => `${label}\n  ${detail}\n  ${href}`).join("\n");
    case "links":
      return block.links.map(({ label, href }) => `${label}${colon}${href}`).join("\n");
  }
}

/** A value of several lines begins below its label. */
const indented = (value: string, colon: string): string =>
  value.includes("\n")
    ? `${colon.trimEnd()}\n${value
        .split("\n")
        .map((line) => `  ${line}`)
        .join("\n")}`
    : `${colon}${value}`;
