import { expect, test } from "vitest";
import { type Messages, messageDifferences } from "./messages";

const differences = (en: Messages, zh: Messages) => messageDifferences(["en", en], ["zh-CN", zh]);

test("the same keys with the same arguments are no difference, whatever their order and plural", () => {
  const en = { returns: { picked: "{count, plural, one {# return of {buyer}} other {# returns of {buyer}}}" } };
  expect(differences(en, { returns: { picked: "{buyer} 的 {count} 个退货" } })).toEqual([]);
});

test("a key that one language lacks is named, on either side", () => {
  expect(differences({ a: { b: "x", c: "y" } }, { a: { b: "x", d: "z" } })).toEqual([
    "en lacks a.d",
    "zh-CN lacks a.c",
  ]);
});

test("an argument or a tag that only one language takes is named", () => {
  expect(differences({ due: "<b>{days}</b> left" }, { due: "还剩 {day}" })).toEqual([
    "due takes <b>, days in en and day in zh-CN",
  ]);
});

test("an argument inside one branch only counts", () => {
  const en = { note: "{kind, select, late {late by {days}} other {in time}}" };
  expect(differences(en, { note: "{kind, select, late {迟到} other {准时}}" })).toHaveLength(1);
});

test("a number that only picks between forms may be left out, one that is shown may not", () => {
  const verb = "{names} {count, plural, one {is} other {are}} late";
  expect(differences({ late: verb }, { late: "{names} 已逾期" })).toEqual([]);
  expect(differences({ late: verb }, { late: "{names}（{count}）已逾期" })).toEqual([]);
  expect(differences({ late: "{count, plural, other {# late}}" }, { late: "已逾期" })).toHaveLength(1);
});

test("a message that does not parse is a difference", () => {
  expect(differences({ open: "{count, plural, one {x}" }, { open: "{count}" })[0]).toContain("cannot be parsed");
});
