import { expect, test } from "vitest";
import { initialsOf, lettersOf, shortNameOf } from "./avatar";

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

test.each([
  ["Running Shoes 42, black", "RS"],
  ["Phone Case “Clear”, 6.1 in", "PC"],
  ["Li-ion Battery Pack", "LI"],
  ["“Clear” 42", "C"],
  ["机械键盘", "机械"],
  ["42", ""],
])("the letters of the thing %j are %j", (title, letters) => {
  expect(lettersOf(title)).toBe(letters);
});

test.each([
  ["Mei Manager", "Mei"],
  ["欧阳 明月", "欧阳 明月"],
  ["", ""],
])("colleagues call %j %j", (name, short) => {
  expect(shortNameOf(name)).toBe(short);
});
