import type { Page } from "@playwright/test";
import { paths } from "@/lib/i18n/paths";
import { choose, expect, faultsOf, open, shopTest as test } from "./fixtures";

const paletteOf = (page: Page) =>
  page.getByRole("dialog", { name: /^(Find, go or do anything|查找、跳转或执行操作)$/ });

/** Opens it with the keys, wherever the focus is. */
async function palette(page: Page) {
  await page.keyboard.press("Control+k");
  const field = paletteOf(page).getByRole("combobox");
  await expect(field).toBeFocused();
  return field;
}

test("D36 A pasted order number opens its return, even when Enter is faster than the answer", async ({
  page,
  shop,
}) => {
  const channelId = await shop.channel();
  const meant = await shop.request({ channelId, orderNumber: "114-77" });
  await shop.request({ channelId, orderNumber: "114-771" });
  await open(page, paths.returns());
  await page.getByRole("searchbox").focus();
  const field = await palette(page);
  await page.keyboard.press("Escape");
  await expect(paletteOf(page)).toHaveCount(0);
  await expect(page.getByRole("searchbox")).toBeFocused();

  await palette(page);
  await field.fill(" 114－77 ");
  const options = paletteOf(page).getByRole("option");
  await expect(options.first()).toContainText(`${meant.name}Order 114-77 ·`);
  await expect(options).toHaveCount(3);
  await field.fill("114-77");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toContainText(meant.name);
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();

  await palette(page);
  await expect(options.first()).toContainText("Authorize return…");
  await field.fill("setteam");
  await expect(options.first()).toHaveText("Settings: Team");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Team" })).toBeVisible();
});

test("What could not be searched is never told as nothing found, and is asked again", async ({ page, shop }) => {
  const { name } = await shop.request({ channelId: await shop.channel() });
  await open(page, paths.returns());
  await page.route("**/api/palette/jump?*", (route) => route.abort());
  const field = await palette(page);
  await field.fill(name);
  const status = paletteOf(page).getByRole("status");
  await expect(status).toContainText("Returns were not searched.");
  await page.unroute("**/api/palette/jump?*");
  await paletteOf(page).getByRole("button", { name: "Try again" }).click();
  await expect(paletteOf(page).getByRole("option").first()).toContainText(name);
});

test("The selection is authorized from the palette, in Chinese by the first letters of the sounds", async ({
  page,
  shop,
  baseURL,
}) => {
  const channelId = await shop.channel();
  const [first, second] = [await shop.request({ channelId }), await shop.request({ channelId })];
  await choose(page.context(), String(baseURL), { locale: "zh-CN" });
  await open(page, paths.returns());
  for (const { name } of [first, second]) await page.getByRole("checkbox", { name }).check();
  const field = await palette(page);
  await field.fill("pzth");
  const best = paletteOf(page).getByRole("option").first();
  await expect(best).toContainText("批准退货请求（2条）…");
  await expect(best).toHaveAttribute("data-highlighted");
  expect(await faultsOf(page)).toEqual([]);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog", { name: "批准 2 笔退货" })).toBeVisible();
  await expect(paletteOf(page)).toHaveCount(0);
  // A dialog is open: nothing opens over it.
  await page.keyboard.press("Control+k");
  await expect(page.getByRole("dialog")).toHaveCount(1);
});

test("D10 Single keys are switched off, or moved to Alt, and the list of keys says so", async ({ page, shop }) => {
  const { name } = await shop.request({ channelId: await shop.channel() });
  const row = page.getByRole("rowheader").getByRole("link", { name });
  const sheet = page.getByRole("dialog", { name: "Keyboard shortcuts" });
  await open(page, paths.account);
  await page.getByRole("radio", { name: "Off" }).check();
  await open(page, paths.returns());
  await page.keyboard.press("j");
  await page.keyboard.press("Alt+j");
  await expect(row).not.toBeFocused();
  const field = await palette(page);
  await field.fill("shortcuts");
  await page.keyboard.press("Enter");
  await expect(sheet.getByText("Single keys are switched off. These still work.")).toBeVisible();
  await expect(sheet.getByText("Next row")).toHaveCount(0);
  await sheet.getByRole("radio", { name: "On: together with Alt" }).check();
  await expect(sheet.getByText("Next row").locator("..")).toContainText("Alt+J");
  await page.keyboard.press("Escape");
  await expect(sheet).toHaveCount(0);
  await page.keyboard.press("j");
  await expect(row).not.toBeFocused();
  await page.keyboard.press("Alt+j");
  await expect(row).toBeFocused();
});

test("Text size and row height are chosen once and are there from the first drawing on", async ({ page, shop }) => {
  await shop.request({ channelId: await shop.channel() });
  await open(page, paths.account);
  await page.getByRole("group", { name: "Text size" }).getByRole("button", { name: "125 %" }).click();
  await page.getByRole("group", { name: "Rows of tables" }).getByRole("button", { name: "Compact" }).click();
  await expect(page.locator("html")).toHaveAttribute("data-density", "compact");
  const drawn = await (await page.request.get(paths.returns())).text();
  expect(drawn).toMatch(/<html[^>]* data-density="compact" data-text-size="125"/);
  await open(page, paths.returns());
  expect(await page.evaluate(() => getComputedStyle(document.body).fontSize)).toBe("17.5px");
  expect(
    await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
  ).toBeLessThanOrEqual(0);
});
