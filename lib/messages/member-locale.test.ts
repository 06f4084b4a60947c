import { expect, it } from "vitest";
import { memberLocale } from "./to-member";

it.each([
  [{ locale: "zh-CN" }, { locale: "en" }, "zh-CN"],
  [{ locale: null }, { locale: "zh-CN" }, "zh-CN"],
  [{ locale: "de" }, { locale: "zh-CN" }, "zh-CN"],
  [{ locale: null }, { locale: "de" }, "en"],
])("writes to a member who speaks %j at a seller who speaks %j in %s", (user, seller, locale) => {
  expect(memberLocale(user, seller)).toBe(locale);
});
