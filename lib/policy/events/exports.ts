/** Files that hold what belongs to buyers or to members; taking one is an act that the shop reads. */
export const EXPORTS = [
  "returns",
  "handovers",
  "forwarder",
  "mailbox",
  "parcels",
  "audit",
  "team",
  "jobs",
  "job",
  "imports",
  "refused",
  "refunds",
  "claims",
  "preview",
] as const;
export type Export = (typeof EXPORTS)[number];
