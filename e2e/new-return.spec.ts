import { paths } from "@/lib/i18n/paths";
import { expect, faultsOf, open, shopTest as test } from "./fixtures";

test("S1-01 A request that came by e-mail is entered with its order, judged, and waits for an answer", async ({
  page,
  shop,
}) => {
  await shop.channel();
  await open(page, paths.returns());
  await page.getByRole("link", { name: "New return" }).click();
  await page.getByLabel("Order number").fill("MAIL-77");
  await page.getByRole("button", { name: "Look up" }).click();
  await expect(page.getByRole("heading", { name: "Order MAIL-77 is not known yet" })).toBeVisible();
  expect(await faultsOf(page)).toEqual([]);
  await page.getByRole("button", { name: "Enter return" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "There is a problem" })).toContainText("What it is");
  await page.getByLabel("Ordered on").fill("2026-01-05");
  await page.getByLabel("Where the parcel is").selectOption({ label: "Delivered" });
  await page.getByLabel("Delivered on").fill("2026-01-08");
  await page.getByLabel("Buyer’s e-mail").fill("dana@buyers.example");
  await page.getByLabel("What it is").fill("Stoneware Mug");
  await page.getByLabel("Price of all its units").fill("24,50");
  await page.getByLabel("Reason").selectOption({ label: "Defective" });
  await page.getByLabel("Buyer’s words").fill("The handle is broken.");
  await page.getByRole("button", { name: "Enter return" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("R-");
  await expect(page.getByRole("main")).toContainText("Stoneware Mug");
  await expect(page.getByRole("main")).toContainText("Out of policy");
});

test("P-11 A second request about a known order offers what is left of it", async ({ page, shop }) => {
  const channelId = await shop.channel();
  const first = await shop.request({ channelId, quantity: 1 });
  await open(page, paths.newReturn({ channel: channelId, order: first.order }));
  await expect(page.getByText("all units are on their way back")).toBeVisible();
  await page.getByRole("button", { name: "Enter return" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "There is a problem" })).toContainText("Choose at least one");
});
