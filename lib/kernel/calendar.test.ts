import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { addDaysTo, addHours, endOfDay, endOfNextDay, endOfWorkDays, startOfDay, todayIn } from "./calendar";
import { addDays, daysBetween, isDate, isWithin, laterDate } from "./dates";

const LOS_ANGELES = "America/Los_Angeles";
const SHANGHAI = "Asia/Shanghai";

describe("dates without a time", () => {
  it.each([
    ["2026-01-04", 30, "2026-02-03"],
    ["2026-02-28", 1, "2026-03-01"],
    ["2028-02-28", 1, "2028-02-29"],
    ["2026-01-01", -1, "2025-12-31"],
    ["2026-03-07", 2, "2026-03-09"],
  ])("%s and %i days is %s", (date, days, expected) => {
    expect(addDays(date, days)).toBe(expected);
    expect(daysBetween(date, expected)).toBe(days);
  });

  it("takes for a date what ISO 8601 does, leap days with it, and nothing else", () => {
    const iso = z.iso.date();
    const day = fc.tuple(fc.nat(9999), fc.nat(13), fc.nat(32)).map(([year, month, date]) => {
      return [String(year).padStart(4, "0"), ...[month, date].map((part) => String(part).padStart(2, "0"))].join("-");
    });
    const leap = fc.nat(9999).map((year) => `${String(year).padStart(4, "0")}-02-29`);
    const near = fc.stringMatching(/^[+-]?\d{1,6}-\d{1,3}-\d{1,3}[TZ \n]?$/);
    fc.assert(
      fc.property(fc.oneof(day, leap, near, fc.string()), (text) => {
        expect([text, isDate(text)]).toEqual([text, iso.safeParse(text).success]);
      }),
      { numRuns: 2_000 },
    );
    const odd = [
      "",
      "2026-02-30",
      "2100-02-29",
      "2000-02-29",
      "0000-02-29",
      "2026-1-1",
      "2026-01-01\n",
      "+002026-01-01",
    ];
    expect(odd.filter(isDate)).toEqual(["2000-02-29", "0000-02-29"]);
  });

  it("keeps the later of two", () => {
    expect(laterDate("2026-01-31", "2026-02-01")).toBe("2026-02-01");
    expect(laterDate("2026-02-01", "2026-01-31")).toBe("2026-02-01");
  });

  it.each([
    ["2026-10-31", false],
    ["2026-11-01", true],
    ["2026-12-31", true],
    ["2027-01-01", false],
  ])("%s within November and December: %s", (date, expected) => {
    expect(isWithin(date, "2026-11-01", "2026-12-31")).toBe(expected);
  });
});

describe("dates and instants in a zone", () => {
  it.each([
    ["2026-02-20T07:30:00Z", LOS_ANGELES, "2026-02-19"],
    ["2026-02-20T08:00:00Z", LOS_ANGELES, "2026-02-20"],
    ["2026-02-19T16:00:00Z", SHANGHAI, "2026-02-20"],
    ["2026-02-19T15:59:59Z", SHANGHAI, "2026-02-19"],
  ])("P-30 %s in %s is %s", (instant, zone, date) => {
    expect(todayIn(new Date(instant), zone)).toBe(date);
  });

  it.each([
    ["2026-02-20", LOS_ANGELES, "2026-02-20T08:00:00.000Z"],
    ["2026-07-20", LOS_ANGELES, "2026-07-20T07:00:00.000Z"],
    ["2026-02-20", SHANGHAI, "2026-02-19T16:00:00.000Z"],
    // Clocks go forward at midnight here, so the day begins at one o'clock.
    ["2026-09-06", "America/Santiago", "2026-09-06T04:00:00.000Z"],
  ])("the day %s in %s begins at %s", (date, zone, instant) => {
    expect(startOfDay(date, zone).toISOString()).toBe(instant);
  });

  it("P-23 a date without a time counts to the end of the next day in the channel's zone", () => {
    expect(endOfNextDay("2026-02-19", LOS_ANGELES).toISOString()).toBe("2026-02-21T07:59:59.999Z");
    expect(endOfNextDay("2026-02-19", SHANGHAI).toISOString()).toBe("2026-02-20T15:59:59.999Z");
  });

  it.each([
    ["spring", "2026-03-08", "2026-03-09T06:59:59.999Z"],
    ["autumn", "2026-11-01", "2026-11-02T07:59:59.999Z"],
  ])("ends the day on which clocks change in %s with that day", (_season, date, instant) => {
    expect(endOfDay(date, LOS_ANGELES).toISOString()).toBe(instant);
  });

  it("adds days by the calendar and hours by the clock across a change", () => {
    const before = new Date("2026-03-07T20:00:00Z");
    expect(addDaysTo(before, 1, LOS_ANGELES).toISOString()).toBe("2026-03-08T19:00:00.000Z");
    expect(addHours(before, 24).toISOString()).toBe("2026-03-08T20:00:00.000Z");
  });
});

describe("days of work", () => {
  const week = { restDays: [6, 7], closedOn: [{ on: "2026-12-25" }] };
  it.each([
    ["of a Friday evening end with Tuesday", "2026-11-28T03:00:00Z", 2, "2026-12-01"],
    ["of a Saturday leave the weekend out", "2026-11-28T20:00:00Z", 2, "2026-12-01"],
    ["leave out a date on which nobody works", "2026-12-23T20:00:00Z", 2, "2026-12-28"],
    ["none end with the same day", "2026-11-28T20:00:00Z", 0, "2026-11-28"],
    ["begin on the day that it is in the zone", "2026-12-01T07:59:00Z", 1, "2026-12-01"],
  ])("P-12 %s", (_, instant, days, on) => {
    expect(endOfWorkDays(new Date(instant), days, week, LOS_ANGELES)).toEqual(endOfDay(on, LOS_ANGELES));
  });

  it("P-12 are as many as were asked for, whatever the calendar", () => {
    const calendar = fc.record({
      restDays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { maxLength: 6 }),
      closedOn: fc.array(fc.integer({ min: 20_000, max: 20_060 }).map((day) => ({ on: addDays("1970-01-01", day) }))),
    });
    const inDays = fc.integer({ min: 20_000, max: 20_040 });
    fc.assert(
      fc.property(calendar, inDays, fc.integer({ min: 1, max: 20 }), ({ restDays, closedOn }, from, days) => {
        const start = addDays("1970-01-01", from);
        const end = todayIn(endOfWorkDays(startOfDay(start, "UTC"), days, { restDays, closedOn }, "UTC"), "UTC");
        const worked = Array.from({ length: daysBetween(start, end) }, (_, at) => addDays(start, at + 1)).filter(
          (on) => {
            const weekday = new Date(`${on}T00:00:00Z`).getUTCDay() || 7;
            return !restDays.includes(weekday) && !closedOn.some((closed) => closed.on === on);
          },
        );
        expect(worked.length).toBe(days);
        expect(worked.at(-1)).toBe(end);
      }),
    );
  });
});
