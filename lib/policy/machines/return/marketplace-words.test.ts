import { createTranslator } from "next-intl";
import { expect, it } from "vitest";
import en from "@/lib/i18n/messages/en.json" with { type: "json" };
import zh from "@/lib/i18n/messages/zh-CN.json" with { type: "json" };
import { oneMarketplace } from "../../judging/one-marketplace";
import { theirReason, wordForReason } from "../../judging/reason-names";
import { reasonKey } from "../../judging/reasons";
import { reportedWord } from "../../judging/reported-words";
import { statusWord } from "./status-words";

it.each([
  ["WAIT_BUYER_SEND_GOODS", "等待买家退货"],
  ["wait_for_buyer_returnid", "等待买家退货"],
  ["WAIT_SELLER_RECEIVE_GOODS", "等待收到买家退货"],
  ["wait_for_warehouse_confirmation", "等待收到买家退货"],
  ["WAIT_SELLER_CONFIRM_REFUND", "等待买家退货"],
  [null, "等待买家退货"],
])("a return that AliExpress reports as %s is called %s", (reported, word) => {
  expect(zh.status[statusWord("awaiting_return", "aliexpress", reported)]).toBe(word);
});

it("S0-22 is called by its second stage once the label was taken, unless the marketplace's report says otherwise", () => {
  const taken = (reported: string | null) => statusWord("awaiting_return", "aliexpress", reported, true);
  expect(en.status[taken(null)]).toBe("Waiting to receive the return");
  expect(en.status[taken("WAIT_BUYER_SEND_GOODS")]).toBe("Waiting for the buyer to return");
  expect(en.status[statusWord("awaiting_return", "aliexpress", null, false)]).toBe("Waiting for the buyer to return");
  expect(statusWord("awaiting_return", "own", null, true)).toBe("awaiting_return");
  expect(statusWord("received", "aliexpress", null, true)).toBe("received");
});

it("other statuses and other marketplaces keep our words", () => {
  expect(statusWord("closed", "aliexpress", "refund_reject")).toBe("closed");
  expect(statusWord("awaiting_return", "amazon", "Approved")).toBe("awaiting_return");
});

it.each([
  ["Quantity_shortage@3rdIssueReason", "短装", "Quantity shortage"],
  ["Color_not_as_described@3rdIssueReason", "货不对版", "Description mismatch"],
  ["Counterfeit@3rdIssueReason", "假货", "Counterfeit goods"],
  ["Ordered_by_mistake@3rdIssueReason", "买家下错单", "Buyer ordered by mistake"],
  ["Defective_item@3rdIssueReason", "商品有缺陷", "Defective"],
])("P-08 AliExpress' %s is %s", (code, chinese, english) => {
  const reason = reasonKey(code);
  if (!reason) throw new Error(code);
  const named = theirReason(reason, "aliexpress");
  const wordIn = (messages: typeof en | typeof zh) => {
    const theirs: Record<string, string> = messages.returnReasonsOf.aliexpress;
    const ours = () => (named ? theirs[named.replace("aliexpress.", "")] : messages.returnReasons[reason]) ?? "";
    return wordForReason(code, { own: {}, ours });
  };
  expect([wordIn(zh), wordIn(en)]).toEqual([chinese, english]);
  expect(theirReason(reason, "amazon")).toBeNull();
});

it.each([
  ["resolution", "StandardRefund", "退款"],
  ["resolution", "return_and_refund", "退货退款"],
  ["labelType", "AmazonUnPaidLabel", "亚马逊未付费标签"],
  ["labelPaidBy", " Customer ", "买家"],
  ["returnType", "C-Returns", "买家退货"],
  ["safetState", "Granted", "已批准赔付"],
  ["safetReason", "Item damaged", "退回的商品有损坏"],
] as const)("a report's %s %s is said as %s", (field, said, word) => {
  const known = reportedWord(field, said);
  expect(known && zh.reportedWords.words[known]).toBe(word);
  expect(known && en.reportedWords.words[known]).toMatch(/^[A-Z]/);
});

it("a word that nobody knows has no words of ours", () => {
  expect(reportedWord("resolution", "StoreCredit")).toBeNull();
  expect(reportedWord("resolution", "Seller")).toBeNull();
  expect(reportedWord("safetState", "Escalated")).toBeNull();
});

const [amazon, aliexpress] = [
  { id: "a", marketplace: "amazon" },
  { id: "b", marketplace: "aliexpress" },
];

it.each([
  ["all on one", [aliexpress], null, "aliexpress"],
  ["one chosen of several", [amazon, aliexpress], "b", "aliexpress"],
  ["several", [amazon, aliexpress], null, null],
  ["none", [], null, null],
  ["one that is gone", [amazon], "b", null],
] as const)("a list over channels, %s, speaks the words of %4$s", (_, channels, chosen, words) => {
  expect(oneMarketplace(channels, chosen)).toBe(words);
});

it.each(["timeline.fact.carrier", "policy.paidBy.carrier", "authorize.paidLabel.carrier", "terms.who.carrier"])(
  "%s says AliExpress' word on AliExpress, and ours elsewhere",
  (key) => {
    const say = createTranslator({ locale: "zh-CN", messages: zh });
    const said = (marketplace: string) => say(key as "timeline.fact.carrier", { marketplace, carrier: "4PX" });
    expect([said("aliexpress"), said("amazon")].map((text) => text.match(/物流商|承运人/)?.[0])).toEqual([
      "物流商",
      "承运人",
    ]);
  },
);
