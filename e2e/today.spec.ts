import { paths } from "@/lib/i18n/paths";
import { expect, open, shopTest as test } from "./fixtures";

test("A day is read by what waiting costs, and each line opens its list, where the next return is decided", async ({
  page,
  shop,
}) => {
  const channelId = await shop.channel();
  const asked = { channelId, amountMinor: 2000, requestedAt: new Date(Date.now() - 10 * 3_600_000) };
  const { name } = await shop.request(asked);
  await shop.request({ channelId, amountMinor: 1000 });
  await open(page, paths.home);
  await expect(page.getByRole("heading", { level: 1, name: "Today" })).toBeVisible();
  await expect(page.getByText("2 due within 24 hours.")).toBeVisible();
  const soon = page.getByRole("region", { name: "Within 24 hours" });
  await expect(soon.getByRole("listitem")).toContainText(`Next: ${name}`);
  await expect(page.getByRole("region", { name: "Costs money now" })).toHaveCount(0);
  await soon.getByRole("link").click();
  await expect(page).toHaveURL(/due=24h/);
  await page.getByRole("rowheader").getByRole("link", { name }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(name);
  await page.keyboard.press("a");
  await page.getByRole("dialog").getByRole("button", { name: "Authorize return" }).click();
  await expect(page.getByText(`${name} authorized`)).toBeVisible();
  await open(page, paths.today);
  await expect(page.getByText("1 due within 24 hours.")).toBeVisible();
});
