"use server";

import { z } from "zod";
import * as automation from "@/lib/channels/pause-automation";
import { action } from "@/lib/platform/action";

const ALL = () => ["channels", "returns"] as const;

export const pauseAutomation = action({
  name: "automation.pause",
  needs: "settings:write",
  input: z.strictObject({}),
  run: ({ db, session, now }) =>
    automation.pauseAutomation(db, {
      sellerId: session.seller.id,
      userId: session.user.id,
      name: session.user.name,
      now,
    }),
  touches: ALL,
});

export const resumeAutomation = action({
  name: "automation.resume",
  needs: "settings:write",
  input: z.strictObject({}),
  run: ({ db, session, now }) =>
    automation.resumeAutomation(db, { sellerId: session.seller.id, userId: session.user.id, now }),
  touches: ALL,
});
