/** How an invite or a reset stands for whoever opens its link. */
export type InviteState = "open" | "expired" | "revoked" | "used";

type Invite = { expiresAt: Date; acceptedAt: Date | null; revokedAt: Date | null };

export function inviteState({ expiresAt, acceptedAt, revokedAt }: Invite, now: Date): InviteState {
  if (acceptedAt) return "used";
  if (revokedAt) return "revoked";
  return expiresAt <= now ? "expired" : "open";
}
