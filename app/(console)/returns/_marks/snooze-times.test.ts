import { describe, expect, it } from "vitest";
import { addDays } from "@/lib/kernel/dates";
import { dateIn, offeredOn } from "./snooze-times";

const weekdayOf = (date: string | undefined) =>
  new Intl.DateTimeFormat("en", { timeZone: "UTC", weekday: "long" }).format(new Date(`${date}T00:00:00Z`));

describe("the times that snoozing offers", () => {
  it("next Monday is a Monday and still to come, on every day of the week; what would be offered twice is not", () => {
    for (let day = 0; day < 7; day += 1) {
      const today = addDays("2026-11-25", day);
      const { tomorrow, monday, week } = offeredOn(today);
      expect(tomorrow).toBe(addDays(today, 1));
      expect(week).toBe(addDays(today, 7));
      if (weekdayOf(today) === "Sunday") expect([monday, weekdayOf(tomorrow)]).toEqual([undefined, "Monday"]);
      else if (weekdayOf(today) === "Monday") expect(monday).toBeUndefined();
      else expect([weekdayOf(monday), (monday ?? "") > tomorrow]).toEqual(["Monday", true]);
    }
  });

  it("a day is the one of the reader's zone", () => {
    const now = new Date("2026-11-30T20:00:00Z");
    expect([dateIn(now, "Asia/Shanghai"), dateIn(now, "America/Los_Angeles")]).toEqual(["2026-12-01", "2026-11-30"]);
  });
});
