import { describe, expect, it } from "vitest";
import { LOCALES } from "@/lib/kernel/locale";
import { letterHtml } from "./letter-html";
import { letterText } from "./letter-text";
import { robotText } from "./robot-text";
import { digestLetter, overdueLetter } from "./team-digest-letter";

const context = (locale: "en" | "zh-CN") => ({ appUrl: "https://r.net/", team: { name: "Pine", locale } });
const counts = { new: 3, toAnswer: 1200, overdue: 2, dueToday: 0, handover: 4, delivered: 5, undelivered: 1 };
const overdue = {
  counts: [{ channelName: "Amazon US", count: 12 }],
  oldest: [
    {
      id: "a",
      number: 10001,
      channelName: "Amazon US",
      timeZone: "America/Los_Angeles",
      title: "Scarf",
      kind: "answer" as const,
      dueAt: new Date("2026-11-20T18:00:00Z"),
    },
  ],
};
const told = { since: new Date("2026-11-20T01:00:00Z"), zone: "Asia/Shanghai" };

describe("the digest", () => {
  it("S1-02 tells in English what waits, leaves out what is nothing, and links to each list", () => {
    const letter = digestLetter("2026-11-22", counts, context("en"));
    expect(letter.subject).toBe("Nov 22, 2026: 1,200 to answer, 2 overdue");
    const text = letterText(letter);
    for (const line of [
      "3 new requests came in",
      "Need an answer: 1,200",
      "To do on marketplaces: 4",
      "https://r.net/handover",
      "https://r.net/parcels",
    ])
      expect(text).toContain(line);
    expect(text).not.toContain("Due later today");
    expect(letterHtml(letter)).toContain('href="https://r.net/mailbox?show=undelivered"');
  });

  it("S1-02 tells the same in Chinese", () => {
    const letter = digestLetter("2026-11-22", counts, context("zh-CN"));
    expect(letter.subject).toBe("2026年11月22日：待处理 1,200 个，逾期 2 个");
    expect(letterText(letter)).toContain("自上次摘要以来有 3 个新请求。");
    expect(robotText("dingtalk", letter)).toContain("待在平台处理：4");
  });
});

describe("the overdue notice", () => {
  it("P-04 names each channel's count and the oldest as links, when they were due in their channel's zone", () => {
    const letter = overdueLetter(overdue, told, context("en"));
    expect(letter.subject).toBe("12 deadlines have passed");
    const text = letterText(letter);
    expect(text).toContain("Amazon US: 12");
    expect(text).toContain("R-10001, Scarf\n  Answer: was due Nov 20, 2026, 10:00 PST");
    expect(text).toContain("11 more are in the list.");
    expect(letterHtml(letter)).toContain('href="https://r.net/returns/a"');
    expect(robotText("wecom", letter)).toContain("[R-10001, Scarf](https://r.net/returns/a) Answer: was due");
  });

  it("P-04 is told in Chinese, and in no language with a word missing", () => {
    expect(overdueLetter(overdue, told, context("zh-CN")).subject).toBe("12 个期限已逾期");
    for (const locale of LOCALES)
      for (const letter of [
        overdueLetter(overdue, told, context(locale)),
        digestLetter("2026-11-22", counts, context(locale)),
      ])
        expect(letterText(letter)).not.toMatch(/mail\.|deadline\./);
  });
});
