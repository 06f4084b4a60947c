import type { Permission } from "@/lib/policy/permissions";
import { actionViews } from "../[returnId]/action-views";
import type { FoundReturn } from "../[returnId]/read-return";

const EVENTS_SHOWN = 5;

/** What of a return its peek shows: as its page has it, and no more of it than that. */
export function peekOf({ item, events, hasMoreEvents, moves, now }: FoundReturn, permissions: readonly Permission[]) {
  const {
    id,
    number,
    status,
    evaluation,
    decisionVersion,
    lines,
    units,
    difference,
    currency,
    buyerComment,
    reported,
    reportedStatus,
    labelFetchedAt,
    deadlines,
  } = item;
  const { isCurrencyAssumed, buyerLocale } = item.order;
  const { name, marketplace, mode, timeZone } = item.channel;
  return {
    item: {
      id,
      number,
      status,
      evaluation,
      decisionVersion,
      lines,
      units,
      difference,
      currency,
      buyerComment,
      reported,
      reportedStatus,
      labelFetchedAt,
      deadlines,
    },
    order: { number: item.order.number, isCurrencyAssumed, buyerLocale },
    channel: { name, marketplace, mode, timeZone },
    events: events.slice(0, EVENTS_SHOWN),
    hasMoreEvents: hasMoreEvents || events.length > EVENTS_SHOWN,
    actions: actionViews({ moves, status, permissions }).filter((action) => action.isButton),
    now,
  };
}

export type Peek = ReturnType<typeof peekOf>;
