import { expect, it } from "vitest";
import { readEventData } from "./event-data";

it("reads what an event tells, and passes over what it does not know", () => {
  expect(readEventData({ rma: "RMA-1-A", labelKind: "own", reason: 7, line: "12", extra: {} })).toMatchObject({
    rma: "RMA-1-A",
    labelKind: "own",
    reason: null,
    line: null,
    comment: null,
  });
});

it("P-04 keeps why a consequence could not be carried out, with its facts", () => {
  const told = { consequence: "authorize", refusal: { code: "needs_override", verdict: "out_of_policy" } };
  expect(readEventData(told)).toMatchObject(told);
  expect(readEventData({ because: "answer_due" })).toMatchObject({ because: "answer_due" });
});

it("P-26 reads back what an event of judging again says has changed", () => {
  const changed = { verdict: ["in_policy", "out_of_policy"], windowEndsOn: ["2026-07-14", "2026-08-01"] };
  expect(readEventData({ verdict: "out_of_policy", changed })).toMatchObject({ changed });
  expect(readEventData({ changed: { verdict: ["in_policy", "whatever"] } }).changed).toBeNull();
});
