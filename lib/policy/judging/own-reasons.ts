import type { Locale } from "@/lib/kernel/locale";
import { CLOSE_REASONS, findCloseReason } from "../machines/return/close-reasons";
import type { Fault } from "../terms/term-choices";
import { KNOWN_REASONS, normaliseReason, reasonKey } from "./reasons";

export type ReasonKind = "return" | "close";
export type ReasonLabels = Record<Locale, string>;

/** What a seller has said of one reason: of their own, or of one of ours by its code. */
export type ReasonRow = {
  kind: ReasonKind;
  code: string;
  labels: ReasonLabels;
  isBuyerVisible: boolean;
  fault: Fault | null;
  needsPhoto: boolean;
  needsComment: boolean;
  carriesRefund: boolean;
  position: number;
  isRetired: boolean;
};

/** A reason as it is chosen and shown; `labels` is null where only our own words name it. */
export type MergedReason = Omit<ReasonRow, "labels"> & { labels: ReasonLabels | null; isBuiltIn: boolean };

/** Between two built-in ones there is room for what is moved there. */
const STEP = 10;

const builtIn = (kind: ReasonKind): MergedReason[] =>
  kind === "close"
    ? CLOSE_REASONS.map((reason, index) => ({ ...BARE, ...reason, kind, position: index * STEP }))
    : KNOWN_REASONS.map((code, index) => ({ ...BARE, kind, code, position: index * STEP }));

const BARE = {
  labels: null,
  isBuyerVisible: true,
  fault: null,
  needsPhoto: false,
  needsComment: false,
  carriesRefund: false,
  isRetired: false,
  isBuiltIn: true,
};

/**
 * All reasons of a kind in their order, retired ones with them. A row with the code of one of ours renames, hides, moves
 * or retires it; whether a closing carries a refund or asks for a comment stays as ours has it.
 */
export function mergedReasons(rows: readonly ReasonRow[], kind: ReasonKind): MergedReason[] {
  const ofKind = new Map(rows.filter((row) => row.kind === kind).map((row) => [row.code, row]));
  const ours = builtIn(kind).map((reason): MergedReason => {
    const row = ofKind.get(reason.code);
    ofKind.delete(reason.code);
    const { needsComment, carriesRefund } = reason;
    return row ? { ...row, needsComment, carriesRefund, isBuiltIn: true } : reason;
  });
  const own = [...ofKind.values()].map((row): MergedReason => ({ ...row, isBuiltIn: false }));
  return [...ours, ...own].sort((a, b) => a.position - b.position || (a.code < b.code ? -1 : 1));
}

/** Those that can be chosen. */
export const openReasons = (rows: readonly ReasonRow[], kind: ReasonKind): MergedReason[] =>
  mergedReasons(rows, kind).filter(({ isRetired }) => !isRetired);

/** Where the next reason of a kind stands: at the end. */
export const positionAfter = (reasons: readonly MergedReason[]): number =>
  Math.max(0, ...reasons.map(({ position }) => position)) + STEP;

/** A code that means nothing of ours, in the spelling of its kind. */
export function isOwnCode(kind: ReasonKind, code: string): boolean {
  if (kind === "close") return /^[a-z0-9]+(_[a-z0-9]+)*$/.test(code) && findCloseReason(code) === null;
  return /^[A-Z0-9]+(_[A-Z0-9]+)*$/.test(code) && reasonKey(code) === null && normaliseReason(code) === code;
}

/** A code made of a label, empty where the label has no Latin letter or digit. */
export function codeFrom(kind: ReasonKind, label: string): string {
  const words = label
    .normalize("NFKD")
    .replace(/[^A-Za-z0-9]+/g, " ")
    .trim()
    .split(" ")
    .join("_")
    .slice(0, 40);
  const code = words.replace(/_+$/, "");
  return kind === "close" ? code.toLowerCase() : code.toUpperCase();
}

/** A reason with its words in both languages, whoever they are from. */
export type ShownReason = Omit<MergedReason, "labels"> & { labels: ReasonLabels };
