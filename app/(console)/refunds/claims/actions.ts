"use server";

import * as moves from "@/lib/claims/move-claim";
import { action } from "@/lib/platform/action";

const RETURNS = () => ["returns"] as const;
const needs = "refunds:make";

/** Somebody has filed it on the marketplace. */
export const fileClaim = action({
  ...{ name: "claims.file", needs, input: moves.fileClaimSchema, run: moves.fileClaim, touches: RETURNS },
});

export const dateClaim = action({
  ...{ name: "claims.date", needs, input: moves.dateClaimSchema, run: moves.dateClaim, touches: RETURNS },
});

export const grantClaim = action({
  ...{ name: "claims.grant", needs, input: moves.grantClaimSchema, run: moves.grantClaim, touches: RETURNS },
});

export const denyClaim = action({
  ...{ name: "claims.deny", needs, input: moves.noteClaimSchema, run: moves.denyClaim, touches: RETURNS },
});

export const dropClaim = action({
  ...{ name: "claims.drop", needs, input: moves.noteClaimSchema, run: moves.dropClaim, touches: RETURNS },
});

export const resumeClaim = action({
  ...{ name: "claims.resume", needs, input: moves.claimIdSchema, run: moves.resumeClaim, touches: RETURNS },
});

export const appealClaim = action({
  ...{ name: "claims.appeal", needs, input: moves.claimIdSchema, run: moves.appealClaim, touches: RETURNS },
});

export const answerClaim = action({
  ...{ name: "claims.answer", needs, input: moves.claimIdSchema, run: moves.answerClaim, touches: RETURNS },
});
