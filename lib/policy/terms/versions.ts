import { derived } from "@/lib/kernel/remembered";
import { type MergedTerms, mergeTerms } from "./merge-terms";
import type { Terms } from "./terms";

export type TermsVersion = {
  id: string;
  version: number;
  /** The first date, in the channel's zone, on which the version is in force. */
  effectiveFrom: string;
  terms: Terms;
};

type Begun = Pick<TermsVersion, "version" | "effectiveFrom">;

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
export function inForce<V extends Begun>(versions: readonly V[], on: string): V {
  let first: V | undefined;
  let last: V | undefined;
  for (const version of versions) {
    if (first === undefined || version.version < first.version) first = version;
    if (version.effectiveFrom <= on && (last === undefined || beganAfter(version, last))) last = version;
  }
  const found = last ?? first;
  if (!found) throw new Error("a channel without a policy version");
  return found;
}

const beganAfter = (a: Begun, b: Begun): boolean =>
  a.effectiveFrom > b.effectiveFrom || (a.effectiveFrom === b.effectiveFrom && a.version >= b.version);

/** Few pairs of versions bind many requests. */
const merged = derived((order: Terms) => derived((request: Terms) => mergeTerms(order, request)));

/** P-10: the terms of the order and those of the request, rule by rule the more generous. */
export function bindTerms(versions: readonly TermsVersion[], orderedOn: string, requestedOn: string): BoundTerms {
  const atOrder = inForce(versions, orderedOn);
  const atRequest = inForce(versions, requestedOn);
  return {
    terms: atOrder.id === atRequest.id ? atOrder.terms : merged(atOrder.terms)(atRequest.terms),
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
