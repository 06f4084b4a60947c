"use server";

import { action } from "@/lib/platform/action";
import * as keep from "@/lib/reasons/keep-reasons";
import { moveReasonSchema, newReasonSchema, retireReasonSchema, saveReasonSchema } from "@/lib/reasons/reason-input";

const RETURNS = () => ["channels", "returns"] as const;

export const addReason = action({
  name: "reasons.add",
  needs: "settings:write",
  input: newReasonSchema,
  run: keep.addReason,
  touches: RETURNS,
});

export const saveReason = action({
  name: "reasons.save",
  needs: "settings:write",
  input: saveReasonSchema,
  run: keep.saveReason,
  touches: RETURNS,
});

export const moveReason = action({
  name: "reasons.move",
  needs: "settings:write",
  input: moveReasonSchema,
  run: keep.moveReason,
  touches: RETURNS,
});

export const retireReason = action({
  name: "reasons.retire",
  needs: "settings:write",
  input: retireReasonSchema,
  run: keep.retireReason,
  touches: RETURNS,
});
