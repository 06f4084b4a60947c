import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import AxeBuilder from "@axe-core/playwright";
import { type BrowserContext, test as base, expect, type Page, request } from "@playwright/test";
import PostalMime, { type Email } from "postal-mime";
import { aChannel, aReturn, aSeller, type TestSeller } from "@/db/testing-data";
import { copiesOfReturn, holdReturn } from "@/db/testing-held";
import { aColleague, givePassword, hurry, runningDb } from "@/db/testing-shop";

export { expect } from "@playwright/test";

export const PASSWORD = process.env.E2E_PASSWORD ?? "";
const DATA_DIR = process.env.E2E_DATA_DIR ?? "";
const DEMO_OWNER = "owner@demo.test";

export type State = Awaited<ReturnType<BrowserContext["storageState"]>>;
type Database = Awaited<ReturnType<typeof runningDb>>;

type PerTest = {
  /** Who is signed in when the test begins; null: nobody. */
  as: string | null;
  /** Fails the test when a page complains, a request fails on the server, or anything is asked of a foreign host. */
  quiet: undefined;
};
type PerWorker = { stateOf: (email: string) => Promise<State>; db: Database };

/** The demo seller, for tests that only look. */
export const test = base.extend<PerTest, PerWorker>({
  as: [DEMO_OWNER, { option: true }],
  db: [
    async ({ browserName: _ }, use) => {
      const db = await runningDb(DATA_DIR);
      await use(db);
      await db.end();
    },
    { scope: "worker" },
  ],
  stateOf: [
    async ({ browserName: _ }, use, { project }) => {
      const states = new Map<string, Promise<State>>();
      await use((email) => {
        const state = states.get(email) ?? signIn(String(project.use.baseURL), email);
        states.set(email, state);
        return state;
      });
    },
    { scope: "worker" },
  ],
  storageState: async ({ as, stateOf }, use) => {
    await use(as === null ? undefined : await stateOf(as));
  },
  context: async ({ context }, use) => {
    context.on("page", pressWhereHeard);
    await use(context);
  },
  quiet: [
    async ({ context, baseURL }, use) => {
      const complaints: string[] = [];
      listenTo(context, String(baseURL), complaints);
      await use(undefined);
      expect(complaints).toEqual([]);
    },
    { auto: true },
  ],
});

export type Shop = {
  seller: TestSeller;
  /** A store; by default a managed one (Homeward itself acts) in the US. */
  channel: (options?: Parameters<typeof aChannel>[2]) => Promise<string>;
  /** A request as a buyer or a report would have brought it in. */
  request: (options: Parameters<typeof aReturn>[2]) => Promise<{ id: string; name: string; order: string }>;
  /** So many more of the one request there is. */
  copies: (count: number) => Promise<void>;
  /** Keeps a return busy, so that work on it waits; the answer lets go of it. */
  hold: (id: string) => Promise<() => Promise<void>>;
  /** Somebody else who works there, as a browser of their own. */
  colleague: (
    role: "manager" | "agent" | "viewer",
    name: string,
    refundLimits?: Record<string, number>,
  ) => Promise<State>;
  /** All that waits for its time is due now, as if the time had passed. */
  hurry: () => Promise<void>;
};

/** A seller of the test's own, whose owner is signed in: for tests that change something. */
export const shopTest = test.extend<{ shop: Shop }>({
  shop: async ({ db, stateOf }, use) => {
    const seller = await aSeller(db);
    await givePassword(db, seller, DEMO_OWNER);
    let stores = 0;
    let orders = 1000;
    await use({
      seller,
      channel: (options) => aChannel(db, seller, { code: `store-${++stores}`, ...options }),
      request: async (options) => {
        const order = `SHOP-${++orders}`;
        const { id, number } = await aReturn(db, seller, { orderNumber: order, ...options });
        return { id, name: `R-${number}`, order };
      },
      copies: (count) => copiesOfReturn(db, seller, count),
      hold: (id) => holdReturn(db, seller, id),
      colleague: async (role, name, refundLimits = {}) =>
        stateOf((await aColleague(db, seller, { role, name, passwordOf: DEMO_OWNER, refundLimits })).email),
      hurry: () => hurry(db, seller),
    });
  },
  storageState: async ({ shop, stateOf }, use) => {
    await use(await stateOf(shop.seller.owner.email));
  },
});

/** Signs in as the form does, without a browser. */
async function signIn(baseURL: string, email: string): Promise<State> {
  // Not the cookies of the page that is open: signing in over a session ends it.
  const storageState = { cookies: [], origins: [] };
  const client = await request.newContext({ baseURL, storageState, extraHTTPHeaders: { origin: baseURL } });
  const { csrfToken } = await (await client.get("/api/auth/csrf")).json();
  const answer = await client.post("/api/auth/callback/credentials", {
    form: { email, password: PASSWORD, csrfToken, json: "true" },
  });
  expect(answer.ok(), `${email} signs in`).toBe(true);
  const state = await client.storageState();
  await client.dispose();
  return state;
}

function listenTo(context: BrowserContext, baseURL: string, complaints: string[]): void {
  context.on("console", (message) => {
    // A refused page is no complaint of a script; what failed on the server is heard below.
    const isRefusal = message.text().startsWith("Failed to load resource");
    // A mail is shown where no script runs, and the browser says so of what the test itself puts into every frame.
    const isSandbox = message.text().startsWith("Blocked script execution in 'about:srcdoc'");
    if (message.type() === "error" && !isRefusal && !isSandbox) complaints.push(message.text());
  });
  context.on("weberror", (error) => complaints.push(String(error.error())));
  context.on("request", (asked) => {
    if (/^https?:/.test(asked.url()) && new URL(asked.url()).origin !== baseURL) complaints.push(asked.url());
  });
  context.on("response", (answer) => {
    if (answer.status() >= 500) complaints.push(`${answer.status()} ${answer.url()}`);
  });
}

/** Every mail that the product sent and that holds this text in its subject or its words, oldest first. */
export async function mailsOf(text: string): Promise<Email[]> {
  const folder = join(DATA_DIR, "mail-sink");
  const names = (await readdir(folder)).sort();
  const mails = await Promise.all(names.map(async (name) => PostalMime.parse(await readFile(join(folder, name)))));
  return mails.filter(({ subject, text: words }) => `${subject}\n${words}`.includes(text));
}

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** What axe finds on the page as it stands, in words: rule, where, why. */
export async function faultsOf(page: Page): Promise<string[]> {
  // There is no frame of another origin to join: the page itself can do it all.
  const { violations } = await new AxeBuilder({ page })
    .options({ resultTypes: ["violations"] })
    .withTags(TAGS)
    .setLegacyMode()
    .analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} at ${target.join(" ")}: ${failureSummary}`),
  );
}

/**
 * Waits until the page listens: keys pressed while the scripts still load or a page is changed for another reach nobody,
 * as they would for a person, but a person would press them again.
 */
async function listening(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const controls = [...document.querySelectorAll("main button, main a[href], main input:not([type=hidden])")];
    return controls.every((control) => Object.keys(control).some((key) => key.startsWith("__reactProps")));
  });
  // What listens is set up by effects, which run before the page is idle.
  await page.evaluate(() => new Promise<void>((resolve) => requestIdleCallback(() => resolve(), { timeout: 500 })));
}

/** No key of a test is pressed into a page that does not listen yet. */
function pressWhereHeard(page: Page): void {
  const press = page.keyboard.press.bind(page.keyboard);
  page.keyboard.press = async (...pressed) => {
    await listening(page);
    await press(...pressed);
  };
}

/** Opens a page and waits until it listens. */
export async function open(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await expect(page.locator("main").locator("button, a[href], input").first()).toBeAttached();
  await listening(page);
}

/** What happened to the open return, in its tab. */
export async function historyOf(page: Page) {
  await page.getByRole("link", { name: /^History/ }).click();
  return page.getByRole("region", { name: "History" });
}

type Look = { locale?: "en" | "zh-CN"; theme?: "light" | "dark" };

/** Language and theme as a person has chosen them before. */
export async function choose(context: BrowserContext, baseURL: string, look: Look): Promise<void> {
  await context.addCookies(Object.entries(look).map(([name, value]) => ({ name, value, url: baseURL })));
}
