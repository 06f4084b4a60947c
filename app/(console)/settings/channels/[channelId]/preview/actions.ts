"use server";

import { action } from "@/lib/platform/action";
import * as previews from "@/lib/terms/start-preview";

export const startPreview = action({
  name: "policy.preview",
  needs: "settings:write",
  input: previews.previewRequestSchema,
  run: previews.startPreview,
});
