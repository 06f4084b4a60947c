import type { Locator, Page } from "@playwright/test";
import { paths } from "@/lib/i18n/paths";
import { expect, faultsOf, mailsOf, open, shopTest as test } from "./fixtures";

const UPS = "1Z5R89390357567127";
const MISTYPED = "1Z5R89390357567128";

/** Goes on by the Tab key alone until it is reached. */
async function reach(page: Page, goal: Locator) {
  const isReached = () => goal.evaluate((element) => element === document.activeElement);
  for (let step = 0; step < 20 && !(await isReached()); step++) await page.keyboard.press("Tab");
  await expect(goal).toBeFocused();
}
async function press(page: Page, name: string) {
  await reach(page, page.getByRole("button", { name }));
  await page.keyboard.press("Enter");
}
async function type(page: Page, label: string, text: string) {
  await reach(page, page.getByLabel(label));
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.type(text);
}
const state = (page: Page, name: string | RegExp) =>
  expect(page.getByRole("heading", { level: 1, name })).toBeVisible();

test("S0-22 P-11 A buyer follows the link of a mail by keyboard, in two languages: label, number, scans, received; it opens this return alone", async ({
  page,
  shop,
  browser,
  request,
}) => {
  const channelId = await shop.channel({ undoSeconds: 0 });
  // No mail goes to an address that ends in .test.
  const buyerEmail = `${crypto.randomUUID()}@buyers.example.net`;
  const buyer = { buyerName: "Mei Lin", buyerEmail, buyerLocale: "zh-CN" };
  const { id, name } = await shop.request({ channelId, ...buyer });
  const another = await shop.request({ channelId, ...buyer });
  await open(page, paths.returnDetail(id));
  await page.getByRole("button", { name: "Authorize return…" }).tap();
  const dialog = page.getByRole("dialog", { name: `Authorize return ${name}` });
  await dialog.getByRole("button", { name: "Authorize return" }).tap();
  await expect(page.getByText(`${name} authorized`)).toBeVisible();
  await shop.hurry();
  const linkInMail = async () => {
    const theirs = (await mailsOf(name)).filter(({ to }) => to?.[0]?.address === buyerEmail);
    return theirs.flatMap(({ text }) => /https?:\S+\/r\/\S+\/t\/[\w.-]+/.exec(text ?? "")?.[0] ?? []).at(-1) ?? "";
  };
  await expect.poll(linkInMail, { timeout: 60_000 }).not.toBe("");

  const context = await browser.newContext({
    ...{ viewport: { width: 375, height: 812 }, locale: "en-US" },
    storageState: { cookies: [], origins: [] },
  });
  const phone = await context.newPage();
  await phone.goto(await linkInMail());
  expect(phone.url()).not.toContain("/t/");
  const html = phone.locator("html");
  await expect(html).toHaveAttribute("lang", "zh-CN");
  expect(await faultsOf(phone)).toEqual([]);
  await press(phone, "English");
  await expect(html).toHaveAttribute("lang", "en");
  await state(phone, /^Send the parcel by/);
  expect(await faultsOf(phone)).toEqual([]);
  expect(
    await phone.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
  ).toBeLessThanOrEqual(0);

  const address = phone.url();
  const label = context.waitForEvent("response", (answer) => answer.headers()["content-type"] === "application/pdf");
  await press(phone, "Open label (PDF)");
  expect((await label).status()).toBe(200);
  await phone.goto(address);
  await type(phone, "Tracking number", MISTYPED);
  await type(phone, "Carrier, if you know it", "UPS");
  await press(phone, "Save");
  await expect(phone.getByText("A figure of the number is mistyped. Check it.")).toBeVisible();
  await type(phone, "Tracking number", UPS);
  await press(phone, "Save");
  await state(phone, "Your parcel is announced");

  await phone.goto(address.replace(/R-\d+.*/, another.name));
  await state(phone, "This link no longer opens a return");
  await expect(phone.getByText(another.name)).toHaveCount(0);
  await phone.goto(paths.returnDetail(id));
  await expect(phone.getByLabel("Password", { exact: true })).toBeVisible();

  await open(page, paths.settingsChannel(channelId));
  await page.getByRole("button", { name: "Make a key" }).tap();
  const key = await page.getByRole("dialog", { name: "The new key" }).getByRole("code").textContent();
  const scanned = await request.post("/api/channel/scans", {
    headers: { authorization: `Bearer ${key}` },
    data: { scans: [{ tracking: UPS, at: new Date().toISOString(), status: "delivered" }] },
  });
  expect(await scanned.json()).toEqual({ ok: true, value: { outcomes: ["recorded"] } });
  await phone.goto(address);
  await state(phone, "Your parcel has arrived");

  await open(page, paths.receive);
  await page.getByRole("textbox", { name: "Scan return label, tracking or SKU" }).pressSequentially(UPS);
  await page.keyboard.press("Enter");
  await expect(page.getByText(`${name} matched`).first()).toBeVisible();
  await page.keyboard.press("1");
  await expect(page.getByText("1 of 1 graded")).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(page.getByText(`${name} received`).first()).toBeVisible();
  await phone.reload();
  await state(phone, "The shop has your parcel");
  await press(phone, "简体中文");
  await state(phone, "商家已收到您的包裹");
  expect(await faultsOf(phone)).toEqual([]);
  await context.close();
});
