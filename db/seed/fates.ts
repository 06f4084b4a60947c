import type { Status } from "@/lib/policy/machines/return/statuses";
import type { MoveRequest } from "../../lib/returns/move-request";
import type { Scenario } from "./scenarios";

type Step = { afterHours: number; isSystem?: boolean; request: MoveRequest | "tick" };

const AUTHORIZE: MoveRequest = {
  move: "authorize",
  address: null,
  label: { kind: "policy" },
  overrideNote: "Regular customer, taken back as goodwill.",
};

/** What people, reports and clocks did to a demo request after it came in. Hours count from its arrival. */
export function fateOf({ fate, isTicked }: Scenario, arrivedAt: Date, now: Date): Step[] {
  const adopt = (status: Status): MoveRequest => ({ move: "adopt", status });
  const hoursSince = (now.getTime() - arrivedAt.getTime()) / 3_600_000;
  const tick: Step[] = isTicked ? [{ afterHours: 9, request: "tick" }] : [];
  switch (fate) {
    case "open":
      return [];
    case "authorized":
    case "coming_home":
    case "conflict":
      return [{ afterHours: 4, request: AUTHORIZE }, ...tick];
    case "authorized_now":
      return [{ afterHours: Math.max(0, hoursSince - 0.5), request: AUTHORIZE }];
    case "received":
      return [{ afterHours: 90, isSystem: true, request: adopt("received") }];
    case "completed":
      return [
        { afterHours: 20, isSystem: true, request: adopt("awaiting_return") },
        { afterHours: 240, isSystem: true, request: adopt("completed") },
      ];
    case "closed":
      return [
        {
          afterHours: 7,
          request: { move: "close", reason: "window_expired", comment: "The return window of this order has closed." },
        },
        ...tick,
      ];
    case "closed_keep":
      return [
        {
          afterHours: 5,
          request: {
            move: "close",
            reason: "refund_without_return",
            comment: "Please keep the item; you will be refunded.",
          },
        },
      ];
    case "withdrawn":
      return [
        { afterHours: 30, request: { move: "withdraw", isOnBuyersWord: true, note: "Asked for it by message." } },
        { afterHours: 33, request: "tick" },
      ];
    case "expired":
      return [{ afterHours: hoursSince - 2, isSystem: true, request: { move: "expire" } }];
    case "lapsed":
      return [
        { afterHours: 4, request: AUTHORIZE },
        { afterHours: hoursSince - 2, isSystem: true, request: { move: "lapse" } },
      ];
  }
}
