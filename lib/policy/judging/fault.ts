import { remembered } from "@/lib/kernel/remembered";
import type { FaultTable } from "../terms/parts";
import { FAULTS, type Fault } from "../terms/term-choices";
import { openReasons, type ReasonRow } from "./own-reasons";
import { normaliseReason, reasonKey } from "./reasons";

/** How terms name a return reason: by the words we have for it, else by its normalised code. */
export const reasonName = remembered((raw: string): string => reasonKey(raw) ?? normaliseReason(raw));

/** FAULTS goes from the most generous to the buyer to the least. */
export const kinderFault = (a: Fault, b: Fault): Fault => (FAULTS.indexOf(a) <= FAULTS.indexOf(b) ? a : b);

const named = (table: Readonly<Record<string, Fault>>, name: string): Fault | undefined =>
  Object.hasOwn(table, name) ? table[name] : undefined;

/** What is said of the seller's own reasons themselves, by the name that rules have for them (P-07). */
export type ReasonFaults = { reasonFaults: Readonly<Record<string, Fault>> };
export const reasonFaultOf = ({ reasonFaults }: ReasonFaults, reason: string): Fault | null =>
  named(reasonFaults, reasonName(reason)) ?? null;

export type Faults = { faultByReason: { default: Fault; reasons: FaultTable } };
export type Payers = Faults & { freightByReason: FaultTable };
/** Merged terms give the kinder of their parts' answers: what is said of the reason itself may decide one of them (P-10). */
type Merged<Part> = Part & { parts?: readonly Part[] };

/** P-07: whose fault a named reason is by the channel's table, else what is said of the reason itself, else the default. */
export function faultOf({ faultByReason, parts }: Merged<Faults>, name: string, ofReason: Fault | null = null): Fault {
  if (parts) return parts.map((part) => faultOf(part, name, ofReason)).reduce(kinderFault);
  return named(faultByReason.reasons, name) ?? ofReason ?? faultByReason.default;
}

/** S4-11: who pays for the way back of a named reason: whom the terms name for it, else whoever is at fault. */
export function payerOf(terms: Merged<Payers>, name: string, ofReason: Fault | null = null): Fault {
  if (terms.parts) return terms.parts.map((part) => payerOf(part, name, ofReason)).reduce(kinderFault);
  return named(terms.freightByReason, name) ?? faultOf(terms, name, ofReason);
}

/** The return reasons that a rule may name. */
export const reasonChoices = (rows: readonly ReasonRow[]): string[] =>
  openReasons(rows, "return").map(({ code }) => reasonName(code));
