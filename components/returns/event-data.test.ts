import { expect, it } from "vitest";
import { isEventKind, readEventData } from "./event-data";

it("reads what an event tells, and passes over what it does not know", () => {
  expect(
    readEventData({ rma: "RMA-1-A", labelKind: "own", reason: "no_such_reason", line: "12", extra: {} }),
  ).toMatchObject({
    rma: "RMA-1-A",
    labelKind: "own",
    reason: null,
    line: null,
    comment: null,
  });
});

it("has words for every move and for what happens beside them", () => {
  expect(["authorize", "undo", "note", "kept_ours", "judged_again"].every(isEventKind)).toBe(true);
  expect(isEventKind("from_the_future")).toBe(false);
});
