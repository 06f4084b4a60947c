import { normaliseReason, reasonKey } from "./reasons";
import type { Fault, Terms } from "./terms";

/** How terms name a return reason: by the words we have for it, else by its normalised code. */
export const reasonName = (raw: string): string => reasonKey(raw) ?? normaliseReason(raw);

/** P-07: whose fault a named reason is by the channel's table, else what is said of the reason itself, else the default. */
export const faultOf = (
  { faultByReason }: Pick<Terms, "faultByReason">,
  name: string,
  ofReason: Fault | null = null,
): Fault =>
  (Object.hasOwn(faultByReason.reasons, name) ? faultByReason.reasons[name] : undefined) ??
  ofReason ??
  faultByReason.default;
