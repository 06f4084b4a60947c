import type { Address } from "@/lib/kernel/address";
import type { Programme } from "@/lib/policy/judging/facts";
import type { LabelKind } from "@/lib/policy/judging/label-words";
import { isCalledOff, isUndecided } from "@/lib/policy/machines/return/kinds-of-status";
import type { Status } from "@/lib/policy/machines/return/statuses";
import { type ChannelMode, REACH } from "@/lib/policy/reach";

/** Why nothing can be printed for a return. */
export const UNPRINTABLE = ["not_found", "not_authorized", "no_longer_authorized", "authorized_elsewhere"] as const;
export type Unprintable = (typeof UNPRINTABLE)[number];

/** Whose label goes on the parcel: one drawn here, the seller's upload, or the marketplace's own. */
export type LabelSource = "drawn" | "uploaded" | "marketplace";

type Judged = {
  rma: string | null;
  status: Status;
  labelKind: LabelKind | null;
  address: Address | null;
  channel: { mode: ChannelMode; programme: Programme };
};

/** Null where label or slip can be printed: it takes an RMA of ours (S1-07). */
export function unprintable(subject: Judged | undefined): Unprintable | null {
  if (!subject) return "not_found";
  if (subject.rma !== null) return null;
  if (isUndecided(subject.status)) return "not_authorized";
  return isCalledOff(subject.status) ? "no_longer_authorized" : "authorized_elsewhere";
}

/**
 * S1-12, P-01: an upload is the label itself, and so is the marketplace's prepaid label or one for its warehouse;
 * everything else is drawn here with the seller's address (S1-13).
 */
export function labelSource({ labelKind, address, channel }: Judged): LabelSource {
  if (labelKind === "own") return "uploaded";
  const isTheirs = labelKind === "prepaid" && (!REACH[channel.mode].carriesOut || channel.programme === "free_return");
  return isTheirs || address === null ? "marketplace" : "drawn";
}
