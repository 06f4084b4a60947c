import { expect, it } from "vitest";
import { isEventKind } from "./event-kinds";

it("has words for every move and for what happens beside them", () => {
  expect(["authorize", "undo", "note", "kept_ours", "judged_again", "consequence_refused"].every(isEventKind)).toBe(
    true,
  );
  expect(isEventKind("from_the_future")).toBe(false);
});
