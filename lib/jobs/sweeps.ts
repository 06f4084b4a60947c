import { forgetOldResets } from "../accounts/forget-old-resets";
import { forgetOldAttempts } from "../accounts/throttle";
import { sweepFiles } from "../files/sweep-files";
import { sweepImports } from "../imports/sweep-imports";
import type { Sweeps } from "./sweep";

/** Old sign-in tries and resets, unused uploads, files of imports that are over. */
export const SWEEPS: Sweeps = {
  house: [forgetOldAttempts, forgetOldResets],
  shops: { files: sweepFiles, imports: sweepImports },
};
