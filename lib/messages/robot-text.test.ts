import { describe, expect, it } from "vitest";
import type { Letter } from "./letter";
import { robotText } from "./robot-text";

const letter = (rest: Partial<Letter> = {}): Letter => ({
  locale: "en",
  subject: "Subject",
  heading: "New return request R-10001",
  blocks: [
    { kind: "text", text: "Mei asks.\n\nPlease answer." },
    { kind: "facts", rows: [{ label: "Items", value: "A × 1\nB × 2" }] },
    { kind: "quote", label: "The buyer’s words", text: "It broke" },
    {
      kind: "links",
      links: [
        { label: "Authorize…", href: "https://r.net/a?dialog=authorize" },
        { label: "Open", href: "https://r.net/a" },
      ],
    },
  ],
  footer: "Homeward, Pine",
  ...rest,
});

describe("what a robot tells", () => {
  it("S1-17 is the letter in few lines, with its links, in the line breaks of the chat", () => {
    expect(robotText("wecom", letter()).split("\n")).toEqual([
      "**New return request R-10001**",
      "Mei asks.",
      "Please answer.",
      "Items: A × 1 · B × 2",
      "The buyer’s words: ",
      "> It broke",
      "[Authorize…](https://r.net/a?dialog=authorize)  [Open](https://r.net/a)",
      "Homeward, Pine",
    ]);
    expect(robotText("dingtalk", letter()).split("\n\n")).toHaveLength(8);
    expect(robotText("feishu", letter({ locale: "zh-CN" }))).toContain("Items：A");
  });

  it("makes no link, no mention and no heading of a buyer's words", () => {
    const words = "[refund](https://evil.net) <at id=all></at> <@zhang> **now**\n# Big\n- x";
    const text = robotText("feishu", letter({ blocks: [{ kind: "quote", label: "Words", text: words }] }));
    expect(text).not.toMatch(/\]\(https:\/\/evil/);
    expect(text).not.toMatch(/<|\*\*now/);
    expect(text).not.toMatch(/^> [#-]/m);
    expect(text).toContain("［refund］");
  });

  it("is cut to what the chat takes, and keeps heading, links and footer", () => {
    const long = Array.from({ length: 400 }, (_, line) => `第 ${line} 行：很长的一段买家说明`).join("\n");
    const { blocks } = letter();
    const text = robotText("wecom", letter({ blocks: [{ kind: "quote", label: "Words", text: long }, ...blocks] }));
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(4096);
    expect(Buffer.byteLength(text)).toBeGreaterThan(3900);
    expect(text).toMatch(/^\*\*New return request/);
    expect(text).toMatch(/\n…\n\[Authorize….*\n?Homeward, Pine$/s);
  });
});
