import { resolve } from "node:path";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { childEnv, requireFitEnv } from "./child-env";
import { type Env, readPartSettings, readSettings } from "./settings";

const OWN = "postgres://boss:x@db.internal/shop";
const SECRET = "k3Jx0pQ9vT7mW2sZ8dR5nB4hL6yC1gFa";
const keys = { authSecret: SECRET, instanceId: "0a1b2c3d", appPassword: "pw", demoPassword: "pw" };

test("nothing said is the demo on port 3000 in .data", () => {
  expect(readSettings({})).toMatchObject({
    port: 3000,
    dataDir: resolve(".data"),
    isDemo: true,
    appUrl: "http://localhost:3000",
    databaseUrl: undefined,
  });
});

describe("a database of one's own", () => {
  test.each<[string, Env, boolean]>([
    ["is no demo", { DATABASE_URL: OWN }, false],
    ["is one when it is said", { DATABASE_URL: OWN, DEMO: "1" }, true],
    ["and the embedded one may do without", { DEMO: "0" }, false],
  ])("%s", (_, env, isDemo) => {
    expect(readSettings(env).isDemo).toBe(isDemo);
  });
});

test.each<[string, Env]>([
  ["PORT", { PORT: "http" }],
  ["DATABASE_URL", { DATABASE_URL: "db.internal", AUTH_SECRET: SECRET }],
  ["DATABASE_URL", { APP_DATABASE_URL: OWN }],
  ["APP_DATABASE_URL", { DATABASE_URL: OWN, APP_DATABASE_URL: "db.internal", AUTH_SECRET: SECRET }],
  ["APP_URL", { DATABASE_URL: OWN, AUTH_SECRET: SECRET }],
  ["AUTH_SECRET", { DATABASE_URL: OWN, APP_URL: "https://shop.example" }],
  ["APP_URL", { APP_URL: "shop.example", AUTH_SECRET: SECRET }],
  ["AUTH_SECRET", { APP_URL: "https://shop.example" }],
  ["AUTH_SECRET", { AUTH_SECRET: "short" }],
  ["AUTH_SECRET", { AUTH_SECRET: "a".repeat(40) }],
  ["APP_URL", { APP_URL: "http://shop.example", AUTH_SECRET: SECRET }],
])("what is wrong is refused by the name of its variable: %s", (name, env) => {
  expect(() => requireFitEnv(readSettings(env), keys)).toThrow(new RegExp(`\\b${name}\\b`));
});

test("a proxy that is no address is refused before anything starts", () => {
  vi.stubEnv("TRUSTED_PROXY", "proxy.internal");
  onTestFinished(() => void vi.unstubAllEnvs());
  expect(() => requireFitEnv(readSettings({}), keys)).toThrow("TRUSTED_PROXY");
});

test("the application is not told how the owner logs in", () => {
  const env = childEnv(
    readSettings({ DATABASE_URL: OWN, AUTH_SECRET: SECRET }),
    keys,
    "postgres://homeward_app@db/shop",
  );
  expect(env).toMatchObject({ APP_DATABASE_URL: "postgres://homeward_app@db/shop", NEXTAUTH_SECRET: SECRET });
  expect(Object.values(env)).not.toContain(OWN);
});

const PART = { APP_DATABASE_URL: "postgres://app:x@db/shop", APP_URL: "https://shop.example", AUTH_SECRET: SECRET };

test.each(Object.keys(PART))("a part on its own is told everything: without %s it does not start", (name) => {
  expect(() => readPartSettings({ ...PART, [name]: undefined })).toThrow(new RegExp(`^${name} is missing`));
});

test("parts on several machines agree on the cookie, and none is told how the owner logs in", () => {
  const settings = readPartSettings({ ...PART, DATABASE_URL: OWN });
  expect(settings).toMatchObject({ databaseUrl: undefined, isDemo: false, appUrl: "https://shop.example" });
  const [one, other] = ["a", "b"].map((instanceId) =>
    childEnv(settings, { ...keys, instanceId }, settings.appDatabaseUrl),
  );
  expect(one?.INSTANCE_ID).toMatch(/^[0-9a-f]{8}$/);
  expect(one?.INSTANCE_ID).toBe(other?.INSTANCE_ID);
});
