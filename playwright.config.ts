import { randomBytes } from "node:crypto";
import { defineConfig } from "@playwright/test";
import { freePort } from "./db/embedded/postmaster";
import { installedBrowser } from "./scripts/setup/browser.mjs";

// Playwright reads this file again in every worker: what is made up here is made up once and handed on.
process.env.E2E_PORT ??= String(await freePort());
process.env.E2E_DATA_DIR ??= `.data-e2e-${randomBytes(4).toString("hex")}`;
process.env.E2E_PASSWORD ??= "green-parcel-returns-7";

const { E2E_PORT: port, E2E_DATA_DIR: dataDir, E2E_PASSWORD: password } = process.env;
/** Set, together with E2E_DATA_DIR and E2E_PASSWORD, to try the tests on a product that already runs. */
const running = process.env.E2E_BASE_URL;
const hasPictures = process.env.E2E_TRACE === "1";
const executablePath = process.env.CHROMIUM_PATH ?? installedBrowser() ?? undefined;
const baseURL = running ?? `http://localhost:${port}`;
const QUIET_NETWORK = [
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-dev-shm-usage",
];

const server = {
  command: "node scripts/serve-for-tests.mjs",
  url: `${baseURL}/signin`,
  timeout: 10 * 60_000,
  stdout: "pipe",
  reuseExistingServer: false,
  gracefulShutdown: { signal: "SIGTERM", timeout: 30_000 },
  env: {
    PORT: String(port),
    DATA_DIR: String(dataDir),
    HOMEWARD_DIST_DIR: ".next-test",
    DEMO: "1",
    DEMO_PASSWORD: String(password),
    DATABASE_URL: "",
    APP_URL: "",
    AUTH_SECRET: "",
  },
} as const;

export default defineConfig({
  testDir: "./e2e",
  outputDir: "./test-results",
  forbidOnly: true,
  retries: 0,
  fullyParallel: true,
  workers: 2,
  // Bounds for a slow, busy machine; nothing waits for them that works.
  timeout: 4 * 60_000,
  expect: { timeout: 60_000 },
  reporter: "list",
  use: {
    baseURL,
    locale: "en-US",
    // What was done and asked, without pictures and copies of the page, which cost more than the tests; E2E_TRACE=1 has them.
    trace: { mode: "retain-on-failure", screenshots: hasPictures, snapshots: hasPictures },
    // A browser that draws by itself spends most of its time on what moves.
    contextOptions: { reducedMotion: "reduce" },
    launchOptions: { executablePath, args: QUIET_NETWORK },
  },
  projects: [
    { name: "desktop", testIgnore: /\.phone\.spec\.ts$/, use: { viewport: { width: 1280, height: 800 } } },
    { name: "phone", testMatch: /\.phone\.spec\.ts$/, use: { viewport: { width: 375, height: 667 }, hasTouch: true } },
  ],
  ...(running ? {} : { webServer: server }),
});
