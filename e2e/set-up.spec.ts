import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { connect } from "node:net";
import { networkInterfaces, tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import postgres from "postgres";
import { runningUrl } from "@/db/embedded";
import { freePort } from "@/db/embedded/postmaster";
import { test as base, expect } from "./fixtures";

/** A product of its own, with nothing in it: the same build on another data folder. */
/** `said` is all that the product wrote so far. */
type Started = { url: string; code: string; folder: string; said: () => string };

const test = base.extend<{ emptyProduct: Started }>({
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
    const server = spawn(process.execPath, ["scripts/start.mjs"], { env, stdio: ["ignore", "pipe", "pipe"] });
    const said: string[] = [];
    server.stdout?.on("data", (words) => said.push(String(words)));
    server.stderr?.on("data", (words) => said.push(String(words)));
    const code = await codeOf(server);
    await use({ url: `http://localhost:${port}`, code, folder, said: () => said.join("") });
    server.kill("SIGTERM");
    await once(server, "exit");
    rmSync(folder, { recursive: true, force: true });
  },
  baseURL: async ({ emptyProduct }, use) => use(emptyProduct.url),
});

/** Reads on to the end: a launcher nobody listens to any more cannot say that it stops. */
const codeOf = (server: ChildProcess): Promise<string> =>
  new Promise((resolve, reject) => {
    let said = "";
    server.stdout?.on("data", (words) => {
      said += String(words);
      const [, code] = /set-up code\s+(\S+)\n/.exec(said) ?? [];
      if (code) resolve(code);
    });
    server.once("exit", () => reject(new Error("The empty product did not start.")));
  });

const cookieOf = async (page: Page): Promise<string> =>
  (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join("; ");

const linesWith = ({ said }: Started, words: string): string[] =>
  said()
    .split("\n")
    .filter((line) => line.includes(words));

/** A page whose query fails is one JSON line under the id of its answer, without what was searched for. */
async function breakAQuery(product: Started, cookie: string): Promise<void> {
  const owner = postgres((await runningUrl(product.folder, "homeward")) ?? "", { max: 1 });
  await owner`revoke select on return_keys from homeward_app`;
  const answer = await fetch(`${product.url}/returns?q=secret-buyer@mail.net&tab=all`, { headers: { cookie } });
  await answer.text();
  await owner`grant select on return_keys to homeward_app`;
  await owner.end();
  const id = answer.headers.get("x-request-id") ?? "none";
  await expect.poll(() => linesWith(product, id).length).toBeGreaterThan(0);
  const [line = ""] = linesWith(product, id);
  expect(JSON.parse(line)).toMatchObject({ level: 50, requestId: id, msg: "a request failed" });
  expect(line).toContain("permission denied");
  expect(product.said()).not.toContain("secret-buyer");
  expect(product.said()).not.toContain("SECRET-BUYER");
}

/** The web server and the worker outlive their database, whichever way it ends, while pages are asked for. */
async function restartTenTimes(product: Started, cookie: string): Promise<void> {
  const pidFile = join(product.folder, "postgres", "postmaster.pid");
  const ask = (path: string) => fetch(`${product.url}${path}`, { headers: { cookie } }).catch(() => null);
  const isUp = async () => (await ask("/api/health"))?.status === 200;
  let isOver = false;
  const asking = Array.from({ length: 6 }, async () => {
    while (!isOver) await (await ask("/returns"))?.text().catch(() => "");
  });
  for (let round = 0; round < 10; round++) {
    const pid = Number(readFileSync(pidFile, "utf8").split("\n")[0]);
    process.kill(pid, round % 2 ? "SIGQUIT" : "SIGINT");
    const isNew = async () => (await isUp()) && Number(readFileSync(pidFile, "utf8").split("\n")[0]) !== pid;
    await expect.poll(() => isNew().catch(() => false)).toBe(true);
  }
  isOver = true;
  await Promise.all(asking);
  expect(linesWith(product, '"level":60')).toEqual([]);
  expect(linesWith(product, "ended unexpectedly")).toEqual([]);
  for (const part of ["the web server", "the worker"]) expect(linesWith(product, `"${part} started"`)).toHaveLength(1);
}

/** While its address is this very machine, nobody else can reach it. */
async function expectNobodyElse({ url }: Started): Promise<void> {
  const others = Object.values(networkInterfaces()).flatMap((list) => list ?? []);
  for (const { address, internal, family } of others) {
    if (internal || family !== "IPv4") continue;
    const outcome = await new Promise((resolve) => {
      const socket = connect(Number(new URL(url).port), address, () => resolve(socket.destroy() && "open"));
      socket.once("error", (error) => resolve("code" in error && error.code));
    });
    expect([address, outcome]).toEqual([address, "ECONNREFUSED"]);
  }
}

test("An empty product is set up once: owner, seller, channel and return address", async ({ page, emptyProduct }) => {
  test.slow();
  await page.goto("/returns");
  await expect(page.getByRole("heading", { level: 1, name: "Set up Homeward" })).toBeVisible();
  await page.getByRole("button", { name: "Create and sign in" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "There is a problem" })).toBeFocused();
  await page.getByLabel("Set-up code").fill("aaaa-aaaa-aaaa");
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
  await expect(page.getByText("This is not the code that stands there.").first()).toBeVisible();
  await page.getByLabel("Set-up code").fill(emptyProduct.code);
  await page.getByRole("button", { name: "Create and sign in" }).click();
  await expect(page.getByText("No return requests yet")).toBeVisible();
  await expect(page.getByText("First Shop")).toBeVisible();
  await expectNobodyElse(emptyProduct);
  // An open page goes on asking, and what it hears of a product that stops and starts is no fault.
  await page.goto("about:blank");
  await breakAQuery(emptyProduct, await cookieOf(page));
  await restartTenTimes(emptyProduct, await cookieOf(page));
  await page.context().clearCookies();
  await page.goto("/setup");
  await expect(page.getByRole("heading", { level: 1, name: "Sign in" })).toBeVisible();
});
