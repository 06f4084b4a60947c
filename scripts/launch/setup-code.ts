import { createHmac } from "node:crypto";
import { isEmpty } from "./database";
import type { Settings } from "./settings";

const LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

/** The code that set-up asks for: the operator's, or one that follows from the secret, so that all parts agree on it. */
export function setupCodeOf({ setupCode }: Pick<Settings, "setupCode">, authSecret: string): string {
  if (setupCode) return setupCode;
  const bytes = createHmac("sha256", authSecret).update("set-up code").digest().subarray(0, 12);
  const letters = Array.from(bytes, (byte) => LETTERS[byte % LETTERS.length]).join("");
  return letters.replace(/(.{4})(?=.)/g, "$1-");
}

/** Says the code where nobody has an account yet: whoever reads the terminal or the log may make the first one. */
export async function saySetupCode(settings: Settings, authSecret: string, databaseUrl: string): Promise<void> {
  if (!(await isEmpty(databaseUrl))) return;
  const code = settings.setupCode ? "the value of SETUP_CODE" : setupCodeOf(settings, authSecret);
  console.log(`Nobody has an account yet. Open ${settings.appUrl}/setup\n  set-up code            ${code}\n`);
}
