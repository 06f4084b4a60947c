import { mergeTerms } from "./merge-terms";
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
  terms: Terms;
  orderVersionId: string;
  orderVersion: number;
  requestVersionId: string;
  requestVersion: number;
};

/**
 * The version in force on a date: the newest that had begun, else version 1 (P-10).
 * A channel always has a version; none at all is a bug and thrown.
 */
export function inForce<V extends { version: number; effectiveFrom: string }>(versions: readonly V[], on: string): V {
  const sorted = [...versions].sort((a, b) => a.version - b.version);
  const found = sorted.findLast(({ effectiveFrom }) => effectiveFrom <= on) ?? sorted[0];
  if (!found) throw new Error("a channel without a policy version");
  return found;
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
