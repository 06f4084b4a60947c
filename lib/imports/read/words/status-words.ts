import type { ColumnMapping } from "@/lib/policy/imports/column-mapping";
import { REPORTED_WORDS } from "@/lib/policy/judging/reported";

export type MappedStatus = ColumnMapping["statuses"][string];

const WORDS: Record<MappedStatus, readonly string[]> = {
  pending: [
    ...REPORTED_WORDS.authorization_required,
    ...["requested", "open", "new", "processing", "in review", "review"],
    ...["wait_seller_confirm_refund", "seller_response_issue_timeout", "arbitrating"],
    ...["wait_for_seller_set_return_address"],
    ...["待处理", "待审核", "待商家处理", "待卖家处理", "申请中", "处理中", "退款协商中"],
  ],
  approved: [
    ...REPORTED_WORDS.awaiting_return,
    ...["accepted", "awaiting return", "in transit"],
    ...["wait_buyer_send_goods", "wait_seller_receive_goods", "acceptissue", "wait_for_buyer_returnid"],
    ...["已同意", "已批准", "待买家退货", "待买家寄回", "待退回", "买家已退货", "退货中", "待商家收货", "待卖家收货"],
  ],
  received: [
    ...REPORTED_WORDS.received,
    ...["returned", "delivered", "wait_for_seller_confirm", "wait_for_warehouse_confirmation"],
    ...["wait_for_warehouse_quality_check", "return_success", "已收货", "已退回", "已签收", "待退款"],
  ],
  completed: [
    ...REPORTED_WORDS.completed,
    ...["finish", "finished", "done", "resolved", "refund_success"],
    ...["已完成", "完成", "已退款", "退款成功", "退款完成"],
  ],
  closed: [
    ...REPORTED_WORDS.closed,
    ...["refund_reject", "seller_refuse_refund", "已关闭", "关闭", "已拒绝", "拒绝", "退款关闭", "退款拒绝"],
  ],
  withdrawn: [
    ...REPORTED_WORDS.withdrawn,
    ...["canceled_issue", "cancel", "revoked", "已取消", "取消", "已撤销", "买家已取消", "买家取消", "已撤回"],
  ],
  expired: [...REPORTED_WORDS.lapsed, "timeout", "timed out", "已过期", "已超时", "超时关闭", "超时自动关闭", "已失效"],
};

const KNOWN = new Map(
  Object.entries(WORDS).flatMap(([status, words]) => words.map((word) => [word, status as MappedStatus] as const)),
);

/** What a word of a list's status column means: as somebody told it for this source, else as we know it. */
export function mappedStatusOf(word: string, statuses: ColumnMapping["statuses"]): MappedStatus | null {
  const plain = word.trim().toLowerCase();
  const told = Object.entries(statuses).find(([known]) => known.trim().toLowerCase() === plain);
  return told?.[1] ?? KNOWN.get(plain) ?? null;
}

const CANCELLED: readonly string[] = [
  ...["cancelled", "canceled", "order cancelled", "order canceled", "cancelled by buyer", "canceled by buyer"],
  ...["cancelled by seller", "canceled by seller", "已取消", "取消", "订单取消", "订单已取消", "买家取消", "卖家取消"],
];

/** Whether a file's word for the state of an order says that it was called off. */
export const isCancelledWord = (word: string): boolean => CANCELLED.includes(word.trim().toLowerCase());
