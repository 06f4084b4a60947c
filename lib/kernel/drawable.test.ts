import { Font } from "@react-pdf/renderer";
import { expect, test } from "vitest";
import { faceFor, loadFonts } from "@/lib/labels/fonts";
import { HELD, isDrawable, undrawable } from "./drawable";

/** Beside those that come with the library. */
const ours = () => Font.getRegisteredFontFamilies().filter((family) => /^(Noto|Vazirmatn)/.test(family));

/** What the fonts themselves say they hold, in the form of the table. */
async function heldByFonts(): Promise<string> {
  await loadFonts();
  const held = new Set<number>();
  for (const fontFamily of ours())
    for (const codePoint of Font.getFont({ fontFamily, fontWeight: 400 }).data?.characterSet ?? [])
      if (codePoint >= 32) held.add(codePoint);
  const parts: string[] = [];
  let [end, start, last] = [0, -1, -1];
  for (const codePoint of [...held, Number.POSITIVE_INFINITY].sort((a, b) => a - b)) {
    if (codePoint === last + 1) {
      last = codePoint;
      continue;
    }
    if (start >= 0) {
      parts.push((start - end).toString(36) + (last > start ? `+${(last - start).toString(36)}` : ""));
      end = last;
    }
    [start, last] = [codePoint, codePoint];
  }
  return parts.filter((part) => part !== "").join(" ");
}

test("the table of what labels can show is what their fonts hold", async () => {
  expect(await heldByFonts()).toBe(HELD);
  expect(ours()).toHaveLength(7);
});

test.each([
  ["Świętokrzyska, Łódź", []],
  ["Çağrı Işık Şirketi", []],
  ["Їжак, ґанок", []],
  ["Ελλάδα, οδός Ώρας", []],
  ["Nguyễn Thị Thập", []],
  ["شارع الملك فهد", []],
  ["می\u200cخواهم", []],
  ["רחוב הרצל", []],
  ["ถนนสุขุมวิท", []],
  ["서울특별시", []],
  ["神宮前1丁目ハラジュク", []],
  ["नई दिल्ली", ["न", "ई", "द", "ि", "ल", "्", "ी"]],
  ["თბილისი", ["თ", "ბ", "ი", "ლ", "ს"]],
  ["Depot 🙂", ["🙂"]],
  ["Z\u0335\u0336e", ["\u0335", "\u0336"]],
])("S1-13 of %s a label cannot show %j", (text, missing) => {
  expect(undrawable(text)).toEqual(missing);
});

test("S1-13 one font draws a whole address, a country's own first, and only one that no font holds is drawn by several", async () => {
  await loadFonts();
  expect(faceFor("Łódź, ul. Świętokrzyska")).toBe("Noto Sans");
  expect(faceFor("Thị Thập", "VN")).toBe("Noto Sans SC");
  expect(faceFor("直 JAPAN", "JP")).toBe("Noto Sans JP");
  expect(faceFor("直 CHINA", "CN")).toBe("Noto Sans SC");
  expect(faceFor("شارع 12")).toBe("Vazirmatn");
  expect(faceFor("Łódź 서울")).toBeInstanceOf(Array);
  expect(isDrawable("ß")).toBe(true);
});
