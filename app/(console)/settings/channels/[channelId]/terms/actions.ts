"use server";

import { action } from "@/lib/action";
import * as discarding from "@/lib/policies/discard-draft";
import * as publishing from "@/lib/policies/publish-terms";
import * as saving from "@/lib/policies/save-draft";
import * as starting from "@/lib/policies/start-draft";
import { discardDraftSchema, publishSchema, saveDraftSchema, startDraftSchema } from "@/lib/policies/terms-form";
import type { SellerSession } from "@/lib/session";

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
