import { expect, it } from "vitest";
import { CLOSE_REASON_CODES, CLOSE_REASONS, findCloseReason } from "./close-reasons";

it("S2-06 every reason asks for comments to the buyer, but the buyer's own withdrawal", () => {
  expect(CLOSE_REASONS.filter(({ needsComment }) => !needsComment).map(({ code }) => code)).toEqual(["buyer_withdrew"]);
});

it("S2-03, S3-12 only refund without return and an intercepted parcel carry a refund", () => {
  expect(CLOSE_REASONS.filter(({ carriesRefund }) => carriesRefund).map(({ code }) => code)).toEqual([
    "refund_without_return",
    "intercepted",
  ]);
});

it("S2-04 finds each reason by its code, and nothing else", () => {
  for (const code of CLOSE_REASON_CODES) expect(findCloseReason(code)?.code).toBe(code);
  expect(findCloseReason("because")).toBeNull();
});
