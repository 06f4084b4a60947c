const WORDS: readonly string[] = [
  ...["cancelled", "canceled", "order cancelled", "order canceled", "cancelled by buyer", "canceled by buyer"],
  ...["cancelled by seller", "canceled by seller", "已取消", "取消", "订单取消", "订单已取消", "买家取消", "卖家取消"],
];

/** Whether a file's word for the state of an order says that it was called off. */
export const isCancelledWord = (word: string): boolean => WORDS.includes(word.trim().toLowerCase());
