import { expect, test } from "vitest";
import { initialsOf } from "./avatar";

test.each([
  ["Mei Manager", "MM"],
  ["Olive van der Berg", "OB"],
  ["Cher", "C"],
  ["李娜", "李娜"],
  ["欧阳 明月", "明月"],
  ["", ""],
])("the initials of %j are %j", (name, initials) => {
  expect(initialsOf(name)).toBe(initials);
});
