import type { Outbound } from "@/lib/policy/judging/facts";

const WORDS: Record<Outbound, readonly string[]> = {
  not_handed_over: [
    ...[
      "unshipped",
      "pending",
      "pending availability",
      "unfulfilled",
      "partial",
      "partially shipped",
      "partiallyshipped",
    ],
    ...["not shipped", "awaiting shipment", "to ship", "scheduled", "on hold", "wait_seller_send_goods"],
    ...["未发货", "待发货", "部分发货", "待出库", "未出库"],
  ],
  on_its_way: [
    ...["shipped - picked up", "shipped - out for delivery", "shipped - returning to seller", "in transit"],
    ...["in_transit", "out for delivery", "picked up", "picked_up", "accepted by carrier", "on its way"],
    ...["运输中", "配送中", "派送中", "已揽收", "揽收", "在途"],
  ],
  delivered: [
    ...["shipped - delivered to buyer", "delivered", "received by buyer", "signed"],
    ...["已签收", "签收", "已送达", "已妥投", "妥投"],
  ],
};

const STATE_OF = new Map(
  Object.entries(WORDS).flatMap(([state, words]) => words.map((word) => [word, state as Outbound] as const)),
);

/**
 * Where a parcel is by a file's word for it. S3-09: "shipped", "fulfilled" and 已发货 only say that the seller confirmed
 * it, so that they – and words we do not know – say nothing.
 */
export const outboundOfWord = (word: string): Outbound | null => STATE_OF.get(word.trim().toLowerCase()) ?? null;
