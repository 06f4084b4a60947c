import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "@/db/embedded/postmaster";
import { test as base, expect } from "./fixtures";

/** A product of its own, with nothing in it: the same build on another data folder. */
const test = base.extend<{ emptyProduct: string }>({
  as: null,
  emptyProduct: async ({ browserName: _ }, use) => {
    const folder = mkdtempSync(join(tmpdir(), "homeward-set-up-"));
    const port = String(await freePort());
    const env = {
      ...process.env,
      HOMEWARD_DIST_DIR: ".next-test",
      DATA_DIR: folder,
      PORT: port,
      DEMO: "0",
      DATABASE_URL: "",
      APP_URL: "",
      AUTH_SECRET: "",
    };
    const server = spawn(process.execPath, ["scripts/start.mjs"], { env, stdio: ["ignore", "pipe", "inherit"] });
    await isReady(server);
    await use(`http://localhost:${port}`);
    server.kill("SIGTERM");
    await once(server, "exit");
    rmSync(folder, { recursive: true, force: true });
  },
  baseURL: async ({ emptyProduct }, use) => use(emptyProduct),
});

/** Reads on to the end: a launcher nobody listens to any more cannot say that it stops. */
const isReady = (server: ChildProcess): Promise<void> =>
  new Promise((resolve, reject) => {
    server.stdout?.on("data", (words) => String(words).includes("Homeward is ready") && resolve());
    server.once("exit", () => reject(new Error("The empty product did not start.")));
  });

test("An empty product is set up once: owner, seller, channel and return address", async ({ page }) => {
  test.slow();
  await page.goto("/returns");
  await expect(page.getByRole("heading", { level: 1, name: "Set up Homeward" })).toBeVisible();
  await page.getByRole("button", { name: "Create and sign in" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "There is a problem" })).toBeFocused();
  await page.getByLabel("Your name").fill("Frida First");
  await page.getByLabel("Email").fill("frida@first.test");
  await page.getByLabel("Password", { exact: true }).fill("three blue boats at noon");
  await page.getByLabel("Seller name").fill("First Shop");
  await page.getByLabel("Name or company").fill("First Shop Returns");
  await page.getByLabel("Street and number").fill("1 Harbour Road");
  await page.getByLabel("City").fill("Seattle");
  await page.getByLabel("State").selectOption("WA");
  await page.getByLabel("ZIP code").fill("98101");
  await page.getByRole("button", { name: "Create and sign in" }).click();
  await expect(page.getByText("No return requests yet")).toBeVisible();
  await expect(page.getByText("First Shop")).toBeVisible();
  await page.context().clearCookies();
  await page.goto("/setup");
  await expect(page.getByRole("heading", { level: 1, name: "Sign in" })).toBeVisible();
});
