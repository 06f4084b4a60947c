import { type ReportedField, reportedWord } from "../../judging/reported-words";

/**
 * How a claim on the marketplace stands. `watched`: a refund was given there without us, and what comes of the goods is not
 * known yet; `over`: there is nothing to ask back; `missed`: nobody filed it in time.
 */
export const CLAIM_STATUSES = [
  "watched",
  "to_file",
  "filed",
  "info_requested",
  "granted",
  "denied",
  "appealed",
  "missed",
  "over",
  "dropped",
] as const;
export type ClaimStatus = (typeof CLAIM_STATUSES)[number];

/** How a claim begins. */
export const WATCHED = "watched" satisfies ClaimStatus;

/** What comes of the goods still decides over it; nobody has done anything yet. */
export const UNFILED_IN = ["watched", "to_file", "over", "missed"] as const satisfies readonly ClaimStatus[];
const UNFILED: readonly ClaimStatus[] = UNFILED_IN;
export const isUnfiled = (status: ClaimStatus): boolean => UNFILED.includes(status);

/** There may be something to ask back, and nobody has. */
const OPEN_IN: readonly ClaimStatus[] = ["watched", "to_file"];
export const isOpenClaim = (status: ClaimStatus): boolean => OPEN_IN.includes(status);

/** Somebody has to file it. */
export const TO_FILE = "to_file" satisfies ClaimStatus;

/** The marketplace pays, or has said so. */
const GRANTED = "granted" satisfies ClaimStatus;
export const isGranted = (status: ClaimStatus): boolean => status === GRANTED;

/** The part of the list in which a claim stands. */
export const CLAIMS_SHOWN = {
  to_file: ["to_file"],
  filed: ["info_requested", "filed", "appealed"],
  watched: ["watched"],
  decided: ["granted", "denied"],
  ended: ["missed", "dropped", "over"],
} as const satisfies Record<string, readonly ClaimStatus[]>;
export type ClaimShow = keyof typeof CLAIMS_SHOWN;
export const CLAIM_SHOWS = Object.keys(CLAIMS_SHOWN) as [ClaimShow, ...ClaimShow[]];

const STATUS_OF_WORD = {
  granted: "granted",
  denied: "denied",
  filed: "filed",
  pending: "filed",
  underinvestigation: "filed",
  inforequested: "info_requested",
  appealed: "appealed",
} as const satisfies Record<NonNullable<ReturnType<typeof reportedWord<"safetState" & ReportedField>>>, ClaimStatus>;

/** How a claim stands by a report's word; null for one that nobody knows: it is kept, shown, and moves nothing (P-29). */
export function claimStatusOf(said: string): ClaimStatus | null {
  const word = reportedWord("safetState", said);
  return word && STATUS_OF_WORD[word];
}
