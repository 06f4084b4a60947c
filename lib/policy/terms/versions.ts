import { mergeTerms } from "./merge-terms";
import type { MergedTerms } from "./merged-terms";
import type { Terms } from "./terms";

export type TermsVersion = {
  id: string;
  version: number;
  /** The first date, in the channel's zone, on which the version is in force. */
  effectiveFrom: string;
  terms: Terms;
};

/** The terms a request is judged by, and the two versions they came from (P-10). */
export type BoundTerms = {
  terms: MergedTerms;
  orderVersionId: string;
  orderVersion: number;
  requestVersionId: string;
  requestVersion: number;
};

/**
 * The version in force on a date: of those that had begun the one that began last, else version 1 (P-10). So a version
 * that was planned comes into force on its day, whatever was published meanwhile. None at all is a bug and thrown.
 */
export function inForce<V extends { version: number; effectiveFrom: string }>(versions: readonly V[], on: string): V {
  const [first, ...others] = [...versions].sort((a, b) => a.version - b.version);
  if (!first) throw new Error("a channel without a policy version");
  const begun = [first, ...others].filter(({ effectiveFrom }) => effectiveFrom <= on);
  return begun.reduce((last, next) => (next.effectiveFrom >= last.effectiveFrom ? next : last), begun[0] ?? first);
}

/** P-10: the terms of the order and those of the request, rule by rule the more generous. */
export function bindTerms(versions: readonly TermsVersion[], orderedOn: string, requestedOn: string): BoundTerms {
  const atOrder = inForce(versions, orderedOn);
  const atRequest = inForce(versions, requestedOn);
  return {
    terms: atOrder.id === atRequest.id ? atOrder.terms : mergeTerms(atOrder.terms, atRequest.terms),
    orderVersionId: atOrder.id,
    orderVersion: atOrder.version,
    requestVersionId: atRequest.id,
    requestVersion: atRequest.version,
  };
}

/** Terms as if they had been in force at the order and at the request: for what is tried out and binds nobody. */
export const asIfInForce = (terms: Terms): BoundTerms => ({
  terms,
  orderVersionId: "",
  orderVersion: 0,
  requestVersionId: "",
  requestVersion: 0,
});
