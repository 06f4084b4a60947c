import type { Page } from "@playwright/test";
import { paths } from "@/lib/i18n/paths";
import { expect, faultsOf, historyOf, open, shopTest as test } from "./fixtures";

/** Opens a menu and chooses from it, with the keyboard alone. */
async function choose(page: Page, button: RegExp | string, item: RegExp | string): Promise<void> {
  await page.getByRole("button", { name: button }).first().press("Enter");
  await page
    .getByRole("menuitem", { name: item })
    .or(page.getByRole("menuitemcheckbox", { name: item }))
    .press("Enter");
}

test("Returns are shared out one by one and together, undone, and found again by whose they are", async ({
  page,
  shop,
}) => {
  const channelId = await shop.channel();
  const [first, second] = [await shop.request({ channelId }), await shop.request({ channelId })];
  await shop.colleague("agent", "Mei Agent");
  await open(page, paths.returns());
  await choose(page, `More actions for ${first.name}`, /^Me$/);
  await expect(page.getByText(`${first.name} assigned to Olive Owner`)).toBeVisible();
  await expect(page.getByRole("row", { name: first.name }).getByTitle("Olive Owner")).toHaveCount(1);
  for (const { name } of [first, second]) await page.getByRole("checkbox", { name: `Select ${name}` }).check();
  await choose(page, "Assign…", "Mei Agent");
  await expect(page.getByText("2 returns assigned to Mei Agent")).toBeVisible();
  await page.keyboard.press("z");
  await expect(page.getByText("2 returns given back to whoever had them before.")).toBeVisible();
  await open(page, `${paths.returns()}?assignee=me`);
  await expect(page.getByRole("rowheader").getByRole("link")).toHaveText([first.name]);
  await page.getByRole("rowheader").getByRole("link").click();
  await expect(await historyOf(page)).toContainText("Assigned to Mei Agent");
  await expect(page.getByRole("button", { name: "Assigned to you" })).toBeVisible();
});

test("D33 A list is kept under a name, changed, kept as it is now, shared and deleted, with the keyboard alone", async ({
  page,
  shop,
  browser,
}) => {
  await shop.request({ channelId: await shop.channel() });
  await open(page, `${paths.returns()}?policy=in_policy`);
  await page.getByRole("button", { name: "Save view" }).press("Enter");
  const dialog = page.getByRole("dialog", { name: "Save this list as a view" });
  await dialog.getByRole("textbox", { name: "Name" }).fill("Quick ones");
  await dialog.getByRole("checkbox", { name: "Everybody on the team sees it" }).press("Space");
  expect(await faultsOf(page)).toEqual([]);
  await page.keyboard.press("Enter");
  const line = page.getByRole("region", { name: "Saved view" });
  const chip = (on: Page) =>
    on.getByRole("navigation", { name: "Views" }).getByRole("link", { name: /^Quick ones( \d+)?$/ });
  await expect(chip(page)).toHaveAttribute("aria-current", "true");
  await choose(page, "Due", "Overdue");
  await expect(line).toContainText("Modified");
  await line.getByRole("link", { name: "Reset" }).press("Enter");
  await expect(line).not.toContainText("Modified");
  await expect(page).toHaveURL(/policy=in_policy&view=/);
  await choose(page, "Due", "Due within 72 h");
  await line.getByRole("button", { name: "Save", exact: true }).press("Enter");
  await expect(line).not.toContainText("Modified");

  const colleague = await browser.newPage({ storageState: await shop.colleague("agent", "Mei Agent") });
  await open(colleague, paths.returns());
  await chip(colleague).press("Enter");
  await expect(colleague).toHaveURL(/policy=in_policy&due=72h&view=/);
  await expect(chip(colleague)).toHaveAttribute("title", "shared by Olive Owner");

  await page.getByRole("button", { name: "Rename, share or delete…" }).press("Enter");
  await page.getByRole("button", { name: "Delete “Quick ones”" }).press("Enter");
  await page.keyboard.press("Escape");
  await expect(chip(page)).toHaveCount(0);
  await colleague.reload();
  await expect(colleague.getByText(/left out: view/)).toBeVisible();
  await expect(chip(colleague)).toHaveCount(0);
  await colleague.close();
});

test("The list is taken away as CSV as it is filtered", async ({ page, shop }) => {
  const channelId = await shop.channel();
  const wanted = await shop.request({ channelId, sku: "KIT-70" });
  await shop.request({ channelId, sku: "KIT-71" });
  await open(page, `${paths.returns()}?sku=KIT-70`);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    choose(page, "Export CSV", "All that match (1)"),
  ]);
  const text = await (await import("node:stream/consumers")).text(await download.createReadStream());
  expect(text).toContain(wanted.name);
  expect(text.trim().split("\n")).toHaveLength(2);
});
