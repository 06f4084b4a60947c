import type { Page } from "@playwright/test";
import { paths } from "@/lib/i18n/paths";
import { expect, open, shopTest, test } from "./fixtures";
import { pagesOfDemo } from "./pages";

/** A page of a phone never scrolls sideways. */
const overflow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

test("No page scrolls sideways", async ({ page }) => {
  test.slow();
  for (const path of await pagesOfDemo(page)) {
    await page.goto(path);
    expect(await overflow(page), path).toBeLessThanOrEqual(0);
  }
});

shopTest("One request is authorized with the thumb", async ({ page, shop }) => {
  const { name } = await shop.request({ channelId: await shop.channel() });
  await open(page, paths.returns());
  // A card has no buttons: it opens its return, and the bar below acts.
  await expect(page.getByRole("button", { name: `Authorize ${name}…` })).toBeHidden();
  await page.getByRole("row").filter({ hasText: name }).tap();
  await page.getByRole("button", { name: "Authorize return…" }).tap();
  const dialog = page.getByRole("dialog", { name: `Authorize return ${name}` });
  await expect(dialog.getByRole("button", { name: "Change RMA number" })).toBeVisible();
  expect(await overflow(page)).toBeLessThanOrEqual(0);
  await dialog.getByRole("button", { name: "Authorize return" }).tap();
  await expect(page.getByText(`${name} authorized`)).toBeVisible();
});

shopTest("S1-16 Several are selected and authorized together", async ({ page, shop }) => {
  const channelId = await shop.channel();
  const [first, second] = [await shop.request({ channelId }), await shop.request({ channelId })];
  await shop.request({ channelId });
  await open(page, paths.returns());
  await expect(page.getByRole("checkbox", { name: `Select ${first.name}` })).toHaveCount(0);
  await page.getByRole("button", { name: "Select", exact: true }).tap();
  for (const { name } of [first, second]) await page.getByRole("checkbox", { name: `Select ${name}` }).tap();
  const bar = page.getByRole("region", { name: "Selected returns" });
  await expect(bar).toContainText("2 selected");
  expect((await bar.getByRole("button", { name: /^Authorize [\d,]+…$/ }).boundingBox())?.height).toBeGreaterThanOrEqual(
    44,
  );
  await bar.getByRole("button", { name: /^Authorize [\d,]+…$/ }).tap();
  const dialog = page.getByRole("dialog", { name: "Authorize 2 returns" });
  await dialog.getByRole("button", { name: "Authorize 2 returns" }).tap();
  await expect(dialog.getByRole("heading", { name: "2 returns authorized" })).toBeVisible();
  expect(await overflow(page)).toBeLessThanOrEqual(0);
  await dialog.getByRole("button", { name: "Close", exact: true }).last().tap();
  await expect(page.getByRole("rowheader").getByRole("link")).toHaveCount(1);
});

test("Filters open as a sheet, and what is behind More can be reached", async ({ page }) => {
  await open(page, paths.returns());
  await page.getByRole("button", { name: "Filters" }).tap();
  const sheet = page.getByRole("dialog", { name: "Filter returns" });
  await sheet.getByRole("combobox", { name: "Policy" }).selectOption({ label: "Out of policy" });
  await sheet.getByRole("button", { name: "Apply filters" }).tap();
  await expect(page).toHaveURL(/policy=out_of_policy/);
  const bar = page.getByRole("navigation", { name: "Main" });
  await bar.getByRole("button", { name: "More" }).tap();
  await expect(page.getByRole("dialog", { name: "More" }).getByRole("button", { name: "Sign out" })).toBeVisible();
});
