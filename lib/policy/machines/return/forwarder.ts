import type { Outbound } from "../../judging/facts";

/** S3-09, S3-12: what the forwarder, or whoever packs, can say of a parcel whose buyer wants it back. */
export const FORWARDER_ANSWERS = ["intercepted", "on_its_way", "delivered"] as const;
export type ForwarderAnswer = (typeof FORWARDER_ANSWERS)[number];

/** What can still be said of a parcel: one on its way can only arrive. */
export const answersOpenTo = (outbound: Outbound | null): readonly ForwarderAnswer[] => {
  if (outbound === "not_handed_over") return FORWARDER_ANSWERS;
  return outbound === "on_its_way" ? ["delivered"] : [];
};

/** The close reason that says so; only what no carrier has yet can have been stopped (S3-12). */
export const INTERCEPTED = "intercepted";
export const canBeStopped = (outbound: Outbound | null | undefined): boolean =>
  answersOpenTo(outbound ?? null).includes(INTERCEPTED);
