"use server";

import { action } from "@/lib/platform/action";
import * as discarding from "@/lib/terms/discard-draft";
import * as publishing from "@/lib/terms/publish-terms";
import * as saving from "@/lib/terms/save-draft";
import * as starting from "@/lib/terms/start-draft";
import { discardDraftSchema, publishSchema, saveDraftSchema, startDraftSchema } from "@/lib/terms/terms-input";

const CHANNELS = () => ["channels"] as const;

export const startDraft = action({
  name: "terms.start",
  needs: "settings:write",
  input: startDraftSchema,
  run: starting.startDraft,
  touches: CHANNELS,
});

export const saveDraft = action({
  name: "terms.save",
  needs: "settings:write",
  input: saveDraftSchema,
  run: saving.saveDraft,
  touches: CHANNELS,
});

export const discardDraft = action({
  name: "terms.discard",
  needs: "settings:write",
  input: discardDraftSchema,
  run: discarding.discardDraft,
  touches: CHANNELS,
});

export const publishTerms = action({
  name: "terms.publish",
  needs: "settings:write",
  input: publishSchema,
  run: publishing.publishTerms,
  touches: () => ["channels", "returns"] as const,
});
