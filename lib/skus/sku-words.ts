import type { ExemptReason, SkuAutomation } from "@/lib/policy/terms/sku-rule";

/** How headers and cells are compared: by letters and digits alone, so that "Heavy/bulky" and "heavy_bulky" are one. */
export const plainWord = (text: string): string =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, "");

const meaning = <Value>(words: readonly (readonly [Value, string])[]): ReadonlyMap<string, Value> =>
  new Map(words.flatMap(([value, list]) => list.split(" ").map((word) => [plainWord(word), value] as const)));

export type SkuColumn = "sku" | "exempt" | "reason" | "from" | "until" | "automation";

export const COLUMN_OF = meaning<SkuColumn>([
  ["sku", "sku sellersku merchantsku msku 卖家sku 商家sku 商品编码"],
  ["exempt", "exempt exempted isexempt 豁免 是否豁免"],
  ["reason", "reason exemptreason exemptionreason exemptioncode 原因 豁免原因"],
  ["from", "from exemptfrom start startdate 开始 开始日期 起"],
  ["until", "until exemptuntil to end enddate 结束 结束日期 止"],
  ["automation", "automation action 处理方式 自动处理 操作"],
]);

export const EXEMPT_OF = meaning<boolean>([
  [true, "yes y true 1 x exempt 是 豁免 有"],
  [false, "no n false 0 none 否 无 不豁免"],
]);

export const REASON_OF = meaning<ExemptReason>([
  ["heavy_bulky", "heavybulky heavyorbulky heavyandbulky heavy bulky 大件或重货 大件重货 重货大件 大件"],
  ["dangerous", "dangerous dangerousgoods hazmat hazardous 危险品"],
  ["high_value", "highvalue 高价值 高价值商品"],
  ["category", "category exemptcategory 类目 豁免类目"],
  ["other", "other 其他"],
]);

export const AUTOMATION_OF = meaning<SkuAutomation | null>([
  ["manual", "manual manually alwaysmanual manualauthorization manuallyauthorize 手动 手动审核 人工"],
  [
    "automatic",
    "automatic auto automatically alwaysautomatic authorize autoauthorize automaticallyauthorize 自动 自动批准",
  ],
  [null, "none default asthechannel 无 默认 按渠道"],
]);
