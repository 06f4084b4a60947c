"use server";

import { action } from "@/lib/platform/action";
import * as previews from "@/lib/terms/start-preview";

export const startPreview = action({
  name: "policy.preview",
  needs: "settings:write",
  input: previews.previewRequestSchema,
  run: ({ db, session, now }, request) =>
    previews.startPreview(db, { sellerId: session.seller.id, userId: session.user.id, now }, request),
});
