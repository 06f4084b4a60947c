import { mkdirSync, statSync } from "node:fs";
import { type BrowserContext, chromium, expect, type Page } from "@playwright/test";
import { paths } from "../lib/i18n/paths";
import { readKeys } from "./launch/keys";
import { readSettings } from "./launch/settings";
import { findBrowser } from "./setup/browser.mjs";

/** `npm run screenshots`: takes the README's pictures of the demo shop that `npm start` serves, by the same PORT and DATA_DIR. */
const FOLDER = "docs/screenshots";
const MOST_BYTES = 200 * 1024;
const settings = readSettings(process.env);

type Look = { theme: "light" | "dark"; locale: "en" | "zh-CN"; width: number; height: number };
type View = (page: Page) => Promise<void>;

const firstReturn = (page: Page) => page.getByRole("rowheader").getByRole("link").first();

async function openList(page: Page, query = ""): Promise<void> {
  await page.goto(paths.returns() + query);
  await firstReturn(page).waitFor();
  await page.waitForLoadState("networkidle");
}

/** Presses until somebody listens: the page may still be loading its scripts. Then waits for what the dialog loads. */
async function openDialog(page: Page, key: "a" | "c"): Promise<void> {
  const dialog = page.getByRole("dialog");
  await expect(async () => {
    await page.keyboard.press(key);
    await expect(dialog).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await dialog.getByRole("radio").first().waitFor();
  await page.waitForLoadState("networkidle");
}

const list: View = (page) => openList(page);

const detail: View = async (page) => {
  await openList(page, "?policy=out_of_policy");
  await firstReturn(page).click();
  await page.getByRole("heading", { level: 1, name: /^R-/ }).waitFor();
  await page.waitForLoadState("networkidle");
};

const authorize: View = async (page) => {
  await openList(page);
  await firstReturn(page).focus();
  await openDialog(page, "a");
};

const peek: View = async (page) => {
  await openList(page, "?policy=out_of_policy");
  await firstReturn(page).focus();
  const panel = page.getByRole("complementary");
  await expect(async () => {
    await page.keyboard.press("Space");
    await expect(panel).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await panel
    .getByRole("heading", { level: 3 })
    .or(panel.getByRole("heading", { level: 2 }))
    .nth(1)
    .waitFor();
  await page.waitForLoadState("networkidle");
};

const palette: View = async (page) => {
  await openList(page);
  const field = page.getByRole("dialog").getByRole("combobox");
  await expect(async () => {
    await page.keyboard.press("Control+k");
    await expect(field).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await field.fill("101");
  await page.getByRole("option", { name: /R-10/ }).first().waitFor();
};

const close: View = async (page) => {
  await openList(page, "?policy=out_of_policy");
  await firstReturn(page).focus();
  await openDialog(page, "c");
  await page.getByRole("radio", { name: "Return window expired" }).check();
};

const bulk: View = async (page) => {
  await openList(page);
  await page.getByRole("checkbox", { name: "Select this page" }).check();
  await openDialog(page, "a");
};

const importing: View = async (page) => {
  await page.goto(paths.import);
  const buffer = Buffer.from("x".repeat(48_000));
  const reports = ["returns-2026-11-20.txt", "returns-2026-11-21.txt"];
  await page
    .getByLabel("Report files")
    .setInputFiles(reports.map((name) => ({ name, mimeType: "text/plain", buffer })));
  await page.waitForLoadState("networkidle");
};

const handover: View = async (page) => {
  await page.goto(paths.handover("amazon-us"));
  await page.getByRole("heading", { level: 2 }).first().waitFor();
};

/** What a buyer gets: the newest authorization in the mailbox. */
const message: View = async (page) => {
  await page.goto(paths.mailbox());
  await page
    .getByRole("link", { name: /where to send it|寄回/ })
    .first()
    .click();
  await page.locator("iframe").first().waitFor();
  await page.waitForLoadState("networkidle");
};

/** One part of the settings of our own shop. */
const setting =
  (tab: string): View =>
  async (page) => {
    await page.goto(paths.settings);
    await page.getByRole("link", { name: /^Own shop/ }).click();
    await page.getByRole("link", { name: tab, exact: true }).click();
    await page.getByRole("link", { name: tab, exact: true }).and(page.locator("[aria-current=page]")).waitFor();
    await page.waitForLoadState("networkidle");
  };

const insights: View = async (page) => {
  await page.goto(paths.insights);
  await page.getByRole("table").first().waitFor();
  await page.waitForLoadState("networkidle");
};

const DESK = { width: 1280, height: 760 };
/** For what is much for one picture. */
const LOW = { width: 1280, height: 680 };
const PHONE = { width: 375, height: 780 };
const VIEWS = {
  list,
  peek,
  palette,
  detail,
  authorize,
  bulk,
  close,
  import: importing,
  handover,
  message,
  terms: setting("Terms"),
  automation: setting("Automation"),
  insights,
};
const THEMES = ["light", "dark"] as const;

const pictures: { name: string; view: View; look: Look }[] = THEMES.flatMap((theme) => [
  ...Object.entries(VIEWS).map(([name, view]) => ({
    name: `${name}-${theme}`,
    view,
    look: { theme, locale: "en" as const, ...(name === "peek" ? LOW : DESK) },
  })),
  ...(["list", "detail"] as const).flatMap((name) => [
    { name: `${name}-phone-${theme}`, view: VIEWS[name], look: { theme, locale: "en" as const, ...PHONE } },
    // Chinese characters make larger pictures.
    { name: `${name}-zh-${theme}`, view: VIEWS[name], look: { theme, locale: "zh-CN" as const, ...LOW } },
  ]),
]);

async function signIn(context: BrowserContext): Promise<void> {
  const page = await context.newPage();
  await page.goto(paths.signIn());
  await page.getByLabel("Email").fill("owner@demo.test");
  await page
    .getByLabel("Password", { exact: true })
    .fill(settings.demoPassword ?? readKeys(settings.dataDir).demoPassword);
  await page.getByRole("button", { name: "Sign in" }).click();
  await firstReturn(page).waitFor();
  await page.close();
}

async function take(context: BrowserContext, { name, view, look }: (typeof pictures)[number]): Promise<void> {
  const { theme, locale, width, height } = look;
  await context.addCookies(
    Object.entries({ theme, locale }).map(([key, value]) => ({ name: key, value, url: settings.appUrl })),
  );
  const page = await context.newPage();
  await page.setViewportSize({ width, height });
  await view(page);
  const path = `${FOLDER}/${name}.png`;
  await page.screenshot({ path, scale: "css", animations: "disabled", caret: "hide" });
  await page.close();
  const { size } = statSync(path);
  if (size > MOST_BYTES) throw new Error(`${path} has ${size} bytes, more than ${MOST_BYTES}.`);
  console.log(`${path}  ${Math.round(size / 1024)} KB`);
}

mkdirSync(FOLDER, { recursive: true });
const executablePath = (await findBrowser()) ?? undefined;
const browser = await chromium.launch({ ...(executablePath ? { executablePath } : {}) });
try {
  const context = await browser.newContext({ baseURL: settings.appUrl, timezoneId: "UTC", locale: "en-US" });
  await signIn(context);
  for (const picture of pictures) await take(context, picture);
} finally {
  await browser.close();
}
