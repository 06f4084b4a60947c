"use server";

import { z } from "zod";
import * as automation from "@/lib/channels/pause-automation";
import { action } from "@/lib/platform/action";

const ALL = () => ["channels", "returns"] as const;

export const pauseAutomation = action({
  name: "automation.pause",
  needs: "settings:write",
  input: z.strictObject({}),
  run: automation.pauseAutomation,
  touches: ALL,
});

export const resumeAutomation = action({
  name: "automation.resume",
  needs: "settings:write",
  input: z.strictObject({}),
  run: automation.resumeAutomation,
  touches: ALL,
});
