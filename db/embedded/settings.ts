import { randomBytes } from "node:crypto";
import { chownSync, existsSync, readFileSync, renameSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { steadyPort } from "./postmaster";

/** The owner's password and the last port; kept outside the cluster because initdb wants an empty folder. */
export type Settings = { port: number; password: string };

const file = (home: string): string => join(home, "postgres.json");

export const hasSettings = (home: string): boolean => existsSync(file(home));

export function readSettings(home: string): Settings {
  try {
    return JSON.parse(readFileSync(file(home), "utf8"));
  } catch (cause) {
    throw new Error(`${home} cannot be read. If root made it, start as root again or change its owner.`, { cause });
  }
}

export async function newSettings(home: string): Promise<Settings> {
  const settings = { port: await steadyPort(), password: randomBytes(24).toString("hex") };
  writeSettings(home, settings);
  return settings;
}

export function writeSettings(home: string, settings: Settings): void {
  const draft = `${file(home)}.new`;
  writeFileSync(draft, JSON.stringify(settings), { mode: 0o600 });
  shareWithOwner(home, draft);
  renameSync(draft, file(home));
}

/** What root writes into somebody's folder stays theirs, or they could not start again without root. */
export function shareWithOwner(home: string, path: string): void {
  const { uid, gid } = statSync(home);
  if (process.getuid?.() === 0) chownSync(path, uid, gid);
}
