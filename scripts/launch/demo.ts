import { makeSupport } from "../../db/prepare";
import { runCommand } from "../setup/command.mjs";
import { childEnv } from "./child-env";
import type { Seed } from "./database";
import { type Keys, writeKeys } from "./keys";
import type { Settings } from "./settings";

export const DEMO_ACCOUNTS = [
  ["owner@demo.test", "Demo Trading"],
  ["manager@demo.test", "Demo Trading"],
  ["agent@demo.test", "Demo Trading"],
  ["warehouse@demo.test", "Demo Trading"],
  ["viewer@demo.test", "Demo Trading"],
  ["owner@other.test", "Other Shop"],
  ["support@demo.test", "platform support"],
] as const;

/** Loads the demo sellers into an empty database, or gives their accounts the password the operator asks for now. */
export function demoSeed(settings: Settings, keys: Keys, signal: AbortSignal): Seed {
  return async ({ appUrl, ownerUrl }, isEmpty) => {
    if (!settings.isDemo) return;
    const password = settings.demoPassword ?? keys.demoPassword;
    if (!isEmpty && password === keys.demoPassword) return;
    if (isEmpty) console.log("Loading the demo sellers …");
    const script = isEmpty ? "scripts/seed.ts" : "scripts/demo-password.ts";
    const env = { ...childEnv(settings, keys, appUrl), DEMO_PASSWORD: password };
    const args = ["--import", "./scripts/setup/server-side.mjs", script];
    const code = await runCommand(process.execPath, args, { env, signal });
    if (code !== 0) throw new Error(`${script} failed with code ${code}.`);
    if (isEmpty) await makeSupport(ownerUrl, "support@demo.test");
    writeKeys(settings.dataDir, Object.assign(keys, { demoPassword: password }));
  };
}
