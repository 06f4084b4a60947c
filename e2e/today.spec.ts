import { atNoon } from "@/db/testing-shop";
import { paths } from "@/lib/i18n/paths";
import { expect, open, shopTest as test } from "./fixtures";

test("A day is read by what waiting costs, and each line opens its list, where the next return is decided", async ({
  page,
  shop,
  db,
}) => {
  await atNoon(db, shop.seller);
  const channelId = await shop.channel();
  const asked = { channelId, amountMinor: 2000, requestedAt: new Date(Date.now() - 18 * 3_600_000) };
  const { name } = await shop.request(asked);
  await shop.request({ ...asked, amountMinor: 1000, requestedAt: new Date(Date.now() - 17 * 3_600_000) });
  await open(page, paths.home);
  await expect(page.getByRole("heading", { level: 1, name: "Today" })).toBeVisible();
  await expect(page.getByText("2 due before midnight.")).toBeVisible();
  const soon = page.getByRole("region", { name: "Before midnight" });
  await expect(soon.getByRole("listitem")).toContainText(`Next: ${name}`);
  await expect(page.getByRole("region", { name: "Costs money now" })).toHaveCount(0);
  await expect(page.getByRole("region", { name: "Deadlines, next 24 h" }).getByText(/1 deadline from/)).toHaveCount(2);
  await soon.getByRole("link").click();
  await expect(page).toHaveURL(/due=today/);
  await page.getByRole("rowheader").getByRole("link", { name }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(name);
  await page.keyboard.press("a");
  await page.getByRole("dialog").getByRole("button", { name: "Authorize return" }).click();
  await expect(page.getByText(`${name} authorized`)).toBeVisible();
  await open(page, paths.today);
  await expect(page.getByText("1 due before midnight.")).toBeVisible();
});
