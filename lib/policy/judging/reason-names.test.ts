import { expect, test } from "vitest";
import type { ReasonRow } from "./own-reasons";
import { labelsOfDay, ownNamesOf, wordForReason } from "./reason-names";

const row = (code: string, zh: string, kind: ReasonRow["kind"] = "return"): ReasonRow => ({
  ...{ kind, code, labels: { en: `${code} in English`, "zh-CN": zh }, isBuyerVisible: true, fault: null },
  ...{ needsPhoto: false, needsComment: false, carriesRefund: false, position: 0, isRetired: true },
});
const own = ownNamesOf(
  [row("ZIP_STUCK", "拉链卡住"), row("no_longer_needed", "不想要了"), row("gift", "礼物", "close")],
  "zh-CN",
);
const ours = (reason: string) => `our ${reason}`;

test.each([
  ["P-08 a reason of the seller's own", "ZIP_STUCK", undefined, "拉链卡住"],
  ["P-08 with Amazon's prefix it is the same one", "CR-ZIP_STUCK", undefined, "拉链卡住"],
  ["P-08 one of ours that the seller renamed", "UNWANTED_ITEM", undefined, "不想要了"],
  ["P-08 one of ours", "DEFECTIVE", undefined, "our defective"],
  ["P-08 one that nobody named stays as it came", "CR-Weird thing", undefined, "Weird thing"],
  ["P-08 what every object has is no name", "constructor", undefined, "constructor"],
  ["P-08 history keeps what it was called", "ZIP_STUCK", "拉链坏", "拉链坏"],
  ["P-08 history keeps our words where there were no others", "UNWANTED_ITEM", null, "our no_longer_needed"],
  ["P-08 a code without words in its day gets the name that it has now", "ZIP_STUCK", null, "拉链卡住"],
])("%s", (_, reason, ofDay, words) => {
  expect(wordForReason(reason, { own, ofDay, ours })).toBe(words);
});

test("P-08 the labels of a return's lines are found by the names that rules have", () => {
  const labels = { en: "Zip stuck", "zh-CN": "拉链卡住" };
  const lines = [
    { reason: "CR-ZIP_STUCK", reasonLabels: labels },
    { reason: "UNWANTED_ITEM", reasonLabels: null },
  ];
  expect(labelsOfDay(lines)).toEqual({ ZIP_STUCK: labels, no_longer_needed: null });
});
