import type { Page } from "@playwright/test";
import { paths } from "@/lib/paths";
import { expect, open, shopTest, test } from "./fixtures";

/** A page of a phone never scrolls sideways. */
const overflow = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);

test("No page scrolls sideways", async ({ page }) => {
  const tabs = ["awaiting_return", "received", "disputes", "closed", "all"].map((tab) => paths.returns(tab));
  const work = [
    paths.newReturn(),
    paths.handover(),
    paths.forwarder,
    paths.jobs,
    paths.mailbox(),
    paths.audit,
    paths.shopAudit,
    paths.insights,
  ];
  const settings = [
    paths.settings,
    paths.addresses,
    paths.reasons,
    paths.notifications,
    paths.templates,
    paths.team,
    paths.account,
    paths.sellers,
  ];
  await page.goto(paths.settings);
  const channel = String(await page.getByRole("link", { name: /^Own shop/ }).getAttribute("href"));
  const parts = [
    paths.newChannel,
    channel,
    `${channel}/terms`,
    `${channel}/terms/versions?from=1&to=1`,
    `${channel}/automation`,
    `${channel}/skus`,
    `${channel}/try`,
  ];
  for (const path of [paths.returns(), ...tabs, ...work, paths.import, ...settings, ...parts]) {
    await page.goto(path);
    expect(await overflow(page), path).toBeLessThanOrEqual(0);
  }
  for (const tab of ["authorization_required", "awaiting_return", "closed"]) {
    await open(page, paths.returns(tab));
    await page.getByRole("rowheader").getByRole("link").first().click();
    await expect(page.getByRole("region", { name: "Timeline" })).toBeVisible();
    expect(await overflow(page), tab).toBeLessThanOrEqual(0);
  }
});

shopTest("One request is authorized with the thumb", async ({ page, shop }) => {
  const { name } = await shop.request({ channelId: await shop.channel() });
  await open(page, paths.returns());
  await page.getByRole("button", { name: `Authorize ${name}…` }).tap();
  const dialog = page.getByRole("dialog", { name: `Authorize return ${name}` });
  await expect(dialog.getByRole("group", { name: "RMA number" })).toBeVisible();
  expect(await overflow(page)).toBeLessThanOrEqual(0);
  await dialog.getByRole("button", { name: "Authorize return" }).tap();
  await expect(page.getByText(`${name} authorized`)).toBeVisible();
  await expect(page.getByText("Nothing needs authorization")).toBeVisible();
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
  expect(
    (await bar.getByRole("button", { name: "Authorize all selected returns" }).boundingBox())?.height,
  ).toBeGreaterThanOrEqual(44);
  await bar.getByRole("button", { name: "Authorize all selected returns" }).tap();
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
