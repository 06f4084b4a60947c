import type { MergedReason, ReasonLabels } from "@/lib/policy/judging/own-reasons";

/** A reason with its words in both languages, whoever they are from. */
export type ShownReason = Omit<MergedReason, "labels"> & { labels: ReasonLabels };
