import { execFileSync, spawn } from "node:child_process";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { cpus, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { chromium, type Page, request } from "@playwright/test";
import { freePort } from "../db/embedded/postmaster";
import { installedBrowser } from "../scripts/setup/browser.mjs";

/**
 * `npm run bench:page`: Manage Returns with fifty rows of the demo beside the same rows in bare pages of the same build,
 * and when each is painted at a quarter of the processor. The bare pages stand in `app` while the bench builds only.
 */
const SECONDS = 4;
const ROUNDS = 3;
const AT_ONCE = 4;
const SLOWER = 4;
const ACTS_EACH = 5;
const PASSWORD = "green-parcel-returns-7";
const PAGES = { list: "/returns?tab=all", server: "/bench/server", client: "/bench/client" } as const;

const dataDir = mkdtempSync(join(tmpdir(), "homeward-page-"));
const port = String(await freePort());
const base = `http://localhost:${port}`;
const median = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

async function start() {
  const env = { ...process.env, PORT: port, DATA_DIR: dataDir, HOMEWARD_DIST_DIR: ".next-bench" };
  const shop = { DEMO: "1", DEMO_PASSWORD: PASSWORD, DATABASE_URL: "", APP_URL: "", AUTH_SECRET: "" };
  const server = spawn(process.execPath, ["scripts/start.mjs"], { env: { ...env, ...shop }, stdio: "inherit" });
  const isReady = () =>
    fetch(`${base}/signin`)
      .then(({ ok }) => ok)
      .catch(() => false);
  while (!(await isReady())) {
    if (server.exitCode !== null) throw new Error("the product did not start");
    await pause(500);
  }
  return server;
}

async function signIn() {
  const client = await request.newContext({ baseURL: base, extraHTTPHeaders: { origin: base } });
  const { csrfToken } = await (await client.get("/api/auth/csrf")).json();
  const form = { email: "owner@demo.test", password: PASSWORD, csrfToken, json: "true" };
  await client.post("/api/auth/callback/credentials", { form });
  return client.storageState();
}

/** Pages a second with a few asked for at once. */
async function rateOf(path: string, cookie: string): Promise<number> {
  const until = performance.now() + SECONDS * 1000;
  let count = 0;
  const asking = async () => {
    while (performance.now() < until) {
      const answer = await fetch(base + path, { headers: { cookie } });
      if (!answer.ok) throw new Error(`${path} answered ${answer.status}`);
      await answer.arrayBuffer();
      count++;
    }
  };
  const begun = performance.now();
  await Promise.all(Array.from({ length: AT_ONCE }, asking));
  return count / ((performance.now() - begun) / 1000);
}

async function loaded(page: Page, path: string): Promise<{ lcp: number; cls: number }> {
  await page.goto(base + path, { waitUntil: "networkidle" });
  return page.evaluate(
    () =>
      new Promise<{ lcp: number; cls: number }>((done) => {
        const seen = { lcp: 0, cls: 0 };
        new PerformanceObserver((list) => {
          for (const { startTime } of list.getEntries()) seen.lcp = startTime;
        }).observe({ type: "largest-contentful-paint", buffered: true });
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) seen.cls += (entry as PerformanceEntry & { value: number }).value;
        }).observe({ type: "layout-shift", buffered: true });
        setTimeout(() => done(seen), 300);
      }),
  );
}

/** From the press to the frame in which `is` holds, in ms. What runs in the page is text: it is compiled nowhere. */
async function painted(page: Page, act: () => Promise<void>, is: string): Promise<number> {
  await page.evaluate(`void (window.painted = new Promise((done) => {
    const begin = () => {
      const begun = performance.now();
      const look = () => requestAnimationFrame(() =>
        ${is} ? requestAnimationFrame(() => done(performance.now() - begun)) : look());
      look();
    };
    for (const kind of ["pointerdown", "keydown"]) addEventListener(kind, begin, { once: true, capture: true });
  }))`);
  await act();
  return page.evaluate<number>("window.painted");
}

const row = (place: number) => `document.querySelectorAll("tbody tr")[${place}]`;
const shown = (selector: string) => `document.querySelector('${selector}')`;

/** What a person does in the list, each with what they see then. */
const ACTS: Record<string, (page: Page, round: number) => Promise<number>> = {
  "a tick": async (page, round) => {
    const box = page.locator("tbody tr").nth(round).getByRole("checkbox");
    const isDone = `${row(round)}.querySelector("input").checked && ${shown('[aria-label="Selected returns"]')}`;
    const took = await painted(page, () => box.click(), isDone);
    await box.click();
    return took;
  },
  "all of the page": async (page) => {
    const box = page.locator("thead").getByRole("checkbox");
    const took = await painted(page, () => box.click(), `${row(49)}.querySelector("input").checked`);
    await box.click();
    return took;
  },
  "a row's menu": async (page, round) => {
    await page.locator("tbody tr").nth(round).hover();
    const opens = page
      .locator("tbody tr")
      .nth(round)
      .getByRole("button", { name: /^More actions for/ });
    const took = await painted(page, () => opens.click(), shown("[role=menu] [role=menuitem]"));
    await page.keyboard.press("Escape");
    await page.locator("[role=menu]").waitFor({ state: "detached" });
    return took;
  },
  "a dialog": async (page, round) => {
    await page.locator("tbody tr").nth(round).getByRole("rowheader").getByRole("link").last().focus();
    const took = await painted(page, () => page.keyboard.press("c"), shown("[role=dialog] button"));
    await page.keyboard.press("Escape");
    await page.locator("[role=dialog]").waitFor({ state: "detached" });
    return took;
  },
  "a tab with its rows": (page, round) => {
    const [name, address] = round % 2 === 0 ? ["Received", "tab=received"] : ["Awaiting Return", "tab=awaiting"];
    return painted(
      page,
      () =>
        page
          .getByRole("main")
          .getByRole("link", { name: new RegExp(`^${name}`) })
          .click(),
      `location.search.includes("${address}") && !document.querySelector("[aria-busy=true]") && ${row(0)}`,
    );
  },
};

cpSync("bench/pages", "app/bench", { recursive: true });
const server = await start().finally(() => rmSync("app/bench", { recursive: true, force: true }));
try {
  const state = await signIn();
  const cookie = state.cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
  const commit = execFileSync("git", ["rev-parse", "--short", "HEAD"], { encoding: "utf8" }).trim();
  const load = loadavg()[0]?.toFixed(1);
  console.info(`${new Date().toISOString().slice(0, 10)} ${commit} · ${cpus()[0]?.model} · load ${load}`);
  const rates: Record<string, number[]> = {};
  for (let round = 0; round <= ROUNDS; round++)
    for (const [name, path] of Object.entries(PAGES)) {
      const rate = await rateOf(path, cookie);
      if (round > 0) rates[name] = [...(rates[name] ?? []), rate];
    }
  const bare = median(rates.server ?? []);
  for (const [name, path] of Object.entries(PAGES)) {
    const html = await (await fetch(base + path, { headers: { cookie } })).arrayBuffer();
    const rate = median(rates[name] ?? []);
    const size = `${(html.byteLength / 1000).toFixed(0)} kB of HTML`;
    console.info(`${name.padEnd(24)} ${rate.toFixed(1)} a second   ${(rate / bare).toFixed(2)} of bare   ${size}`);
  }
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? installedBrowser() ?? undefined,
  });
  const context = await browser.newContext({ storageState: state, viewport: { width: 1440, height: 900 } });
  const slow = async () => {
    const page = await context.newPage();
    await (await context.newCDPSession(page)).send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
    return page;
  };
  for (const [name, path] of Object.entries(PAGES)) {
    const page = await slow();
    await loaded(page, path);
    const { lcp, cls } = await loaded(page, path);
    console.info(`${name.padEnd(24)} LCP ${lcp.toFixed(0)} ms, CLS ${cls.toFixed(3)}`);
    await page.close();
  }
  const page = await slow();
  await loaded(page, "/returns?tab=authorization_required");
  for (const [name, act] of Object.entries(ACTS)) {
    const took: number[] = [];
    for (let round = 0; round < ACTS_EACH; round++) took.push(await act(page, round));
    const [first = Number.NaN] = took;
    console.info(`${name.padEnd(24)} ${median(took).toFixed(0)} ms, the first ${first.toFixed(0)}`);
  }
  await browser.close();
} finally {
  server.kill("SIGTERM");
  await new Promise((done) => (server.exitCode === null ? server.once("exit", done) : done(null)));
  rmSync(dataDir, { recursive: true, force: true });
}
