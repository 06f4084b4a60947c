import { expect, it } from "vitest";
import { digestSince, digestSpan, dueDigestOn, nextLook } from "./watch-times";

const at = (text: string) => new Date(text);
const shanghai = { digestHour: 9, digestZone: "Asia/Shanghai" };
const newYork = { digestHour: 2, digestZone: "America/New_York" };

it("the digest of a day is due at its hour in its zone", () => {
  expect(dueDigestOn(at("2026-11-22T00:59:59Z"), shanghai)).toBe("2026-11-21");
  expect(dueDigestOn(at("2026-11-22T01:00:00Z"), shanghai)).toBe("2026-11-22");
  expect(dueDigestOn(at("2026-11-22T15:59:59Z"), shanghai)).toBe("2026-11-22");
});

it("P-04 an hour that clocks leap over is due right after", () => {
  expect(dueDigestOn(at("2026-03-08T06:59:59Z"), newYork)).toBe("2026-03-07");
  expect(dueDigestOn(at("2026-03-08T07:00:00Z"), newYork)).toBe("2026-03-08");
});

it("it is looked at within the hour, and right when a digest is due", () => {
  expect(nextLook(at("2026-11-22T00:30:00Z"), shanghai)).toEqual(at("2026-11-22T01:00:00Z"));
  expect(nextLook(at("2026-11-22T05:30:00Z"), shanghai)).toEqual(at("2026-11-22T06:30:00Z"));
});

it("a digest counts since the one before it, until its day ends, and the messages of a week", () => {
  expect(digestSince("2026-11-20", shanghai)).toEqual(at("2026-11-20T01:00:00Z"));
  const span = {
    on: "2026-11-22",
    zone: "Asia/Shanghai",
    since: at("2026-11-21T01:00:00Z"),
    until: at("2026-11-22T01:00:00Z"),
  };
  expect(digestSpan(span)).toMatchObject({
    dayEnds: at("2026-11-22T15:59:59.999Z"),
    messagesSince: at("2026-11-15T01:00:00Z"),
  });
});
