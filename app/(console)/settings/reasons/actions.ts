"use server";

import { action } from "@/lib/platform/action";
import * as keep from "@/lib/reasons/keep-reasons";
import { moveReasonSchema, newReasonSchema, reasonFormSchema, retireReasonSchema } from "@/lib/reasons/reason-form";

const RETURNS = () => ["channels", "returns"] as const;

export const addReason = action({
  name: "reasons.add",
  needs: "settings:write",
  input: newReasonSchema,
  run: ({ db, session, now }, form) =>
    keep.addReason(db, { sellerId: session.seller.id, userId: session.user.id, now }, form),
  touches: RETURNS,
});

export const saveReason = action({
  name: "reasons.save",
  needs: "settings:write",
  input: reasonFormSchema,
  run: ({ db, session, now }, form) =>
    keep.saveReason(db, { sellerId: session.seller.id, userId: session.user.id, now }, form),
  touches: RETURNS,
});

export const moveReason = action({
  name: "reasons.move",
  needs: "settings:write",
  input: moveReasonSchema,
  run: ({ db, session, now }, form) =>
    keep.moveReason(db, { sellerId: session.seller.id, userId: session.user.id, now }, form),
  touches: RETURNS,
});

export const retireReason = action({
  name: "reasons.retire",
  needs: "settings:write",
  input: retireReasonSchema,
  run: ({ db, session, now }, form) =>
    keep.retireReason(db, { sellerId: session.seller.id, userId: session.user.id, now }, form),
  touches: RETURNS,
});
