import { randomBytes, randomInt } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** What an instance makes up once and keeps in its data folder. */
export type Keys = {
  authSecret: string;
  /** Told apart in the cookie's name, because cookies ignore ports. */
  instanceId: string;
  appPassword: string;
  demoPassword: string;
};

const LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

const pronounceable = (): string =>
  [4, 4, 4].map((size) => Array.from({ length: size }, () => LETTERS[randomInt(LETTERS.length)]).join("")).join("-");

export function readKeys(dataDir: string): Keys {
  const file = join(dataDir, "keys.json");
  if (existsSync(file)) return JSON.parse(readFileSync(file, "utf8"));
  const keys: Keys = {
    authSecret: randomBytes(33).toString("base64url"),
    instanceId: randomBytes(4).toString("hex"),
    appPassword: randomBytes(24).toString("hex"),
    demoPassword: pronounceable(),
  };
  writeKeys(dataDir, keys);
  return keys;
}

export function writeKeys(dataDir: string, keys: Keys): void {
  const draft = join(dataDir, "keys.json.new");
  mkdirSync(dataDir, { recursive: true });
  writeFileSync(draft, JSON.stringify(keys), { mode: 0o600 });
  renameSync(draft, join(dataDir, "keys.json"));
}
