import { createHash, timingSafeEqual } from "node:crypto";

/** A code is kept as this alone; how it is spaced and in which case it was typed does not matter. */
export const hashSetupCode = (code: string): string =>
  createHash("sha256").update(code.toLowerCase().replace(/[\s-]/g, "")).digest("hex");

/** Where no code is known, none is right: a fresh product is nobody's until its operator has it. */
export const isSetupCode = (typed: string, hash: string | undefined): boolean =>
  hash !== undefined && timingSafeEqual(Buffer.from(hashSetupCode(typed), "hex"), Buffer.from(hash, "hex"));
