import { sweepImports } from "@/lib/imports/sweep-imports";
import { sweepDrawn } from "@/lib/labels/drawn-once";
import { sweepFiles } from "@/lib/platform/files/sweep-files";
import type { Sweeps } from "@/lib/platform/queue/sweep";
import { forgetOldAttempts } from "@/lib/platform/throttle";
import { forgetOldResets } from "@/lib/team/reset-password";

/** Old sign-in tries and resets, unused uploads, files of imports that are over, labels drawn a while ago. */
export const SWEEPS: Sweeps = {
  house: [forgetOldAttempts, forgetOldResets],
  shops: { files: sweepFiles, imports: sweepImports, labels: sweepDrawn },
};
