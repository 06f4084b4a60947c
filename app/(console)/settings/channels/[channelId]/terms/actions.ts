"use server";

import { action } from "@/lib/platform/action";
import type { SellerSession } from "@/lib/platform/session";
import * as discarding from "@/lib/terms/discard-draft";
import * as publishing from "@/lib/terms/publish-terms";
import * as saving from "@/lib/terms/save-draft";
import * as starting from "@/lib/terms/start-draft";
import { discardDraftSchema, publishSchema, saveDraftSchema, startDraftSchema } from "@/lib/terms/terms-form";

const whoOf = (session: SellerSession, now: Date) => ({ sellerId: session.seller.id, userId: session.user.id, now });
const CHANNELS = () => ["channels"] as const;

export const startDraft = action({
  name: "terms.start",
  needs: "settings:write",
  input: startDraftSchema,
  run: ({ db, session, now }, form) => starting.startDraft(db, whoOf(session, now), form),
  touches: CHANNELS,
});

export const saveDraft = action({
  name: "terms.save",
  needs: "settings:write",
  input: saveDraftSchema,
  run: ({ db, session, now }, form) => saving.saveDraft(db, whoOf(session, now), form),
  touches: CHANNELS,
});

export const discardDraft = action({
  name: "terms.discard",
  needs: "settings:write",
  input: discardDraftSchema,
  run: ({ db, session, now }, form) => discarding.discardDraft(db, whoOf(session, now), form),
  touches: CHANNELS,
});

export const publishTerms = action({
  name: "terms.publish",
  needs: "settings:write",
  input: publishSchema,
  run: ({ db, session, now }, form) => publishing.publishTerms(db, whoOf(session, now), form),
  touches: () => ["channels", "returns"] as const,
});
