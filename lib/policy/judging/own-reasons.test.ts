import { expect, test } from "vitest";
import { CLOSE_REASON_CODES } from "../machines/return/close-reasons";
import { codeFrom, isOwnCode, mergedReasons, openReasons, positionAfter, type ReasonRow } from "./own-reasons";
import { KNOWN_REASONS } from "./reasons";

const row = (change: Partial<ReasonRow>): ReasonRow => ({
  kind: "close",
  code: "goodwill",
  labels: { en: "Goodwill", "zh-CN": "善意处理" },
  isBuyerVisible: true,
  fault: null,
  needsPhoto: false,
  needsComment: false,
  carriesRefund: true,
  position: 5,
  isRetired: false,
  ...change,
});
const codes = (rows: readonly ReasonRow[], kind: "close" | "return" = "close") =>
  mergedReasons(rows, kind).map(({ code }) => code);

test("without rows the reasons are ours, in our order", () => {
  expect(codes([])).toEqual(CLOSE_REASON_CODES);
  expect(codes([], "return")).toEqual(KNOWN_REASONS);
});

test("S2-06 an own reason stands where it was put, with its own comment and refund", () => {
  expect(codes([row({})])[1]).toBe("goodwill");
  expect(mergedReasons([row({})], "close")[1]).toMatchObject({ carriesRefund: true, isBuiltIn: false });
});

test("a row with a code of ours renames it and leaves its refund and comment alone", () => {
  const [first] = mergedReasons([row({ code: "window_expired", carriesRefund: true, position: 0 })], "close");
  expect(first).toMatchObject({
    labels: { en: "Goodwill" },
    carriesRefund: false,
    needsComment: true,
    isBuiltIn: true,
  });
});

test("a retired reason is listed and cannot be chosen", () => {
  const rows = [row({ isRetired: true }), row({ code: "other", isRetired: true, position: 70 })];
  expect(codes(rows)).toContain("goodwill");
  expect(openReasons(rows, "close").map(({ code }) => code)).not.toContain("goodwill");
  expect(openReasons(rows, "close").map(({ code }) => code)).not.toContain("other");
});

test("the next one comes after all others", () => {
  const reasons = mergedReasons([row({ position: 900 })], "close");
  expect(positionAfter(reasons)).toBeGreaterThan(900);
});

test.each([
  ["return", "SCRATCHED_LENS", true],
  ["return", "DEFECTIVE", false],
  ["return", "CR-OWN", false],
  ["return", "scratched", false],
  ["close", "goodwill", true],
  ["close", "other", false],
  ["close", "Good Will", false],
] as const)("P-08 a code of a %s reason: %s is the seller's own: %s", (kind, code, isOwn) => {
  expect(isOwnCode(kind, code)).toBe(isOwn);
});

test("a code is made of the English label, and of none where it has no letters", () => {
  expect(codeFrom("close", "Good will, again!")).toBe("good_will_again");
  expect(codeFrom("return", "Scratched lens")).toBe("SCRATCHED_LENS");
  expect(codeFrom("return", "镜片划痕")).toBe("");
});
