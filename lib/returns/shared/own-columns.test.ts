import { expect, test } from "vitest";
import { LIST_COLUMNS, ownColumns } from "./own-columns";

test("what a decision cannot do without stands whatever was chosen, and what means nothing is left out", () => {
  expect(ownColumns(null)).toBeNull();
  expect(ownColumns([])).toEqual(["item", "return", "policy", "value", "due"]);
  expect(ownColumns(["due", "buyer", "nothing", "due"])).toEqual(["due", "buyer", "item", "return", "policy", "value"]);
  expect(ownColumns(LIST_COLUMNS)).toEqual(LIST_COLUMNS);
});
