import { createTranslator } from "next-intl";
import { describe, expect, it } from "vitest";
import {
  formatAgo,
  formatDateTimeZone,
  formatDay,
  formatDue,
  formatDuration,
  formatPlainDate,
  formatTwoZones,
} from "./format";
import en from "./messages/en.json";
import zh from "./messages/zh-CN.json";

const english = createTranslator({ locale: "en", messages: en, namespace: "time" });
const chinese = createTranslator({ locale: "zh-CN", messages: zh, namespace: "time" });
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const now = new Date("2026-02-19T12:00:00Z");
const later = (ms: number) => new Date(now.getTime() + ms);

describe("a length of time", () => {
  it.each([
    [10_000, "1 min"],
    [59 * MINUTE, "59 min"],
    [HOUR, "1 h"],
    [47 * HOUR + 59 * MINUTE, "47 h"],
    [114 * HOUR, "4 d 18 h"],
    [72 * HOUR, "3 d"],
    [20.5 * 24 * HOUR, "20 d"],
  ])("%d ms reads %s", (ms, expected) => {
    expect(formatDuration(english, ms)).toBe(expected);
    expect(formatDuration(english, -ms)).toBe(expected);
  });
});

describe("a deadline", () => {
  it.each([
    [5 * HOUR, "In 5 h", "还剩5小时"],
    [-2 * HOUR, "Overdue 2 h", "已逾期2小时"],
    [-48 * HOUR, "Overdue 2 d", "已逾期2天"],
    [30_000, "Due now", "现在到期"],
  ])("%d ms away reads %s", (ms, inEnglish, inChinese) => {
    expect(formatDue(english, later(ms), now)).toBe(inEnglish);
    expect(formatDue(chinese, later(ms), now)).toBe(inChinese);
  });

  it("is never called the day after tomorrow: always a number", () => {
    expect(formatDue(chinese, later(49 * HOUR), now)).toBe("还剩2天1小时");
  });
});

it("what happened is told by its age", () => {
  expect(formatAgo(english, later(-26 * HOUR), now)).toBe("26 h ago");
  expect(formatAgo(chinese, later(-10_000), now)).toBe("刚刚");
});

describe("an instant", () => {
  const at = new Date("2026-02-19T23:30:00Z");
  it("carries its zone, after the clock in both languages", () => {
    expect(formatDateTimeZone(english, at, { locale: "en", timeZone: "Asia/Shanghai", now })).toBe(
      "Feb 20, 07:30 GMT+8",
    );
    expect(formatDateTimeZone(chinese, at, { locale: "zh-CN", timeZone: "Asia/Shanghai", now })).toBe(
      "2月20日 07:30（GMT+8）",
    );
  });

  it("is shown for the reader and for the marketplace", () => {
    const zones = { locale: "en", timeZone: "Asia/Shanghai", now, marketplaceZone: "America/Los_Angeles" } as const;
    expect(formatTwoZones(english, at, zones)).toEqual([
      "Feb 20, 07:30 your time (GMT+8)",
      "Feb 19, 15:30 PST marketplace",
    ]);
    expect(formatTwoZones(english, at, { ...zones, timeZone: "America/Los_Angeles" })).toHaveLength(1);
  });

  it("names the year when it is another one", () => {
    expect(formatDay(new Date("2025-12-31T00:00:00Z"), { locale: "en", timeZone: "UTC", now })).toBe("Dec 31, 2025");
  });
});

it("a date without a time is the same date everywhere", () => {
  expect(formatPlainDate("2026-02-03", { locale: "en", now })).toBe("Feb 3");
  expect(formatPlainDate("2026-02-03", { locale: "zh-CN" })).toBe("2026年2月3日");
});
