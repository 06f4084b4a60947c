import { TERMS } from "../terms/rows";
import type { Operation, Terms } from "../terms/terms";
import type { BoundTerms } from "../terms/versions";
import { evaluate } from "./evaluate";
import type { Evaluation } from "./evaluation";
import type { ChannelFacts, LineFacts, OrderFacts, ReturnFacts } from "./facts";
import { lineToJudge } from "./line-to-judge";
import { defaultPolicy as freeReturnPolicy } from "./programmes/free-return";
import { defaultPolicy } from "./programmes/seller-fulfilled";
import type { ReasonOf, RuleName } from "./rules";
import { RULES } from "./rules";

export const aLine = (line: Partial<LineFacts> = {}): LineFacts => ({
  id: "line-1",
  sku: "SKU-1",
  category: "Kitchen",
  reason: "CR-UNWANTED_ITEM",
  quantity: 1,
  orderedQuantity: 2,
  alreadyReturnedQuantity: 0,
  amountMinor: 2138,
  hasFreeReturn: null,
  skuRule: null,
  reasonFault: null,
  ...line,
});

/** What a test says of its case; everything else is an ordinary in-policy request on a managed channel. */
export type Case = {
  channel?: Partial<ChannelFacts>;
  order?: Partial<OrderFacts>;
  line?: Partial<LineFacts>;
  lines?: LineFacts[];
  requestedOn?: string;
  reported?: ReturnFacts["reported"];
  otherCurrency?: string | null;
  terms?: { [Part in keyof Terms]?: Partial<Terms[Part]> };
  operation?: { [Part in "automation" | "exemptions" | "clocks" | "labels"]?: Partial<Operation[Part]> };
};

export function factsOf({
  channel,
  order,
  line,
  lines,
  requestedOn = "2026-01-20",
  reported = null,
  otherCurrency = null,
}: Case): ReturnFacts {
  return {
    channel: {
      mode: "managed",
      programme: "seller_fulfilled",
      plan: "individual",
      hasPrepaid: false,
      currency: "USD",
      timeZone: "America/Los_Angeles",
      country: "US",
      returnCountry: "US",
      isAutomationPaused: false,
      ...channel,
    },
    order: {
      orderedOn: "2026-01-01",
      shippedOn: null,
      deliveredOn: "2026-01-04",
      promisedOn: null,
      outbound: null,
      isCancelled: false,
      cancelledOn: null,
      shipCountry: null,
      earlierFreeReturns: 0,
      ...order,
    },
    requestedOn,
    requestedAt: null,
    today: "2026-01-21",
    otherCurrency,
    lines: lines ?? [aLine(line)],
    reported,
  };
}

export const termsOf = ({ terms = {} }: Case): Terms => TERMS.completed(terms);

export function operationOf({ operation = {} }: Case): Operation {
  const base = freeReturnPolicy.operation;
  return {
    ...base,
    automation: { ...base.automation, ...operation.automation },
    exemptions: { ...base.exemptions, ...operation.exemptions },
    clocks: { ...defaultPolicy.operation.clocks, ...operation.clocks },
    labels: { ...base.labels, ...operation.labels },
  };
}

export const boundOf = (terms: Terms): BoundTerms => ({
  terms,
  orderVersionId: "version-1",
  orderVersion: 1,
  requestVersionId: "version-1",
  requestVersion: 1,
});

export const judge = (given: Case = {}): Evaluation =>
  evaluate(factsOf(given), boundOf(termsOf(given)), operationOf(given));

/** One rule's answer for the first line of a case, or null where it does not apply. */
export function reasonOf<Name extends RuleName>(name: Name, given: Case = {}): ReasonOf<Name> | null {
  const [line = aLine()] = factsOf(given).lines;
  const [facts, terms] = [factsOf(given), termsOf(given)];
  const toJudge = lineToJudge(facts, line, terms);
  const reasons = RULES.map((rule) => rule.answer(facts, toJudge, terms, operationOf(given)));
  return reasons.find((reason): reason is ReasonOf<Name> => reason?.rule === name) ?? null;
}
