import { describe, expect, it } from "vitest";
import en from "./messages/en.json";
import zh from "./messages/zh-CN.json";

type Tree = { [key: string]: string | Tree };

/** Every sentence with the path to it. */
const sentences = (tree: Tree, path = ""): [path: string, text: string][] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === "string" ? [[`${path}${key}`, value]] : sentences(value, `${path}${key}.`),
  );

/** What sellers would not say, or say otherwise; one word for one thing. */
const BANNED = {
  en: [
    ...[
      "expected there",
      "as it came",
      "by itself, claim risk",
      "hand-over list",
      "Not yet done",
      "Reload to see what",
    ],
    ...["then: nothing by itself", "not yet done there", "old request", "request expires"],
    ...["can still be received", "Close with the refund", "Close with a refund", "We will refund", "We refund"],
    ...["Reload to see what can be done now", "refund desk", "no money moves now"],
  ],
  "zh-CN": [
    ...[
      "承运商",
      "追踪编号",
      "运单号",
      "待办移交",
      "审计",
      "洞察",
      "自动化",
      "预付标签",
      "答复期限",
      "退货窗口",
      "邮费",
    ],
    ...[
      "镜像",
      "托管渠道",
      "移交",
      "邮资",
      "退货单号",
      "快递公司",
      "寄件方式",
      "预付费标签",
      "自动关闭期限",
      "审核日志",
      "退款尚未",
    ],
    ...[
      "无需退回退款",
      "不退货退款",
      "交件方式",
      "关闭并退款",
      "我们会为您退款",
      "请求失效",
      "同步记录",
      "签收日期",
      "订单编号",
    ],
  ],
} as const;

describe.each([
  ["en", en],
  ["zh-CN", zh],
] as const)("in %s", (locale, messages) => {
  it.each(BANNED[locale])("nothing says “%s”", (word) => {
    const found = sentences(messages).filter(([, text]) => text.toLowerCase().includes(word.toLowerCase()));
    expect(found).toEqual([]);
  });
});
