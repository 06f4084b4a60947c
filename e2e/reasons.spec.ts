import { paths } from "@/lib/i18n/paths";
import { expect, faultsOf, open, shopTest as test } from "./fixtures";

test("S2-06 A reason of the seller's own closes a request, and keeps its name of that day", async ({ page, shop }) => {
  const channelId = await shop.channel();
  const { id } = await shop.request({ channelId });
  await open(page, paths.reasons);
  await page.getByRole("button", { name: "Add a reason" }).click();
  await page.getByLabel("Name in English").fill("Loyal customer");
  await page.getByLabel("Name in Chinese").fill("老客户");
  await page.getByLabel("Closing promises a full refund").check();
  expect(await faultsOf(page)).toEqual([]);
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("loyal_customer")).toBeVisible();
  await open(page, paths.returnDetail(id));
  await page.getByRole("button", { name: "Close request" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("radio", { name: "Loyal customer" }).check();
  await dialog.getByRole("button", { name: "Close request" }).click();
  await expect(page.locator("#closed")).toContainText("Loyal customer");
});

test("S1-14 An address of another country is asked for as people there write it", async ({ page, shop }) => {
  await shop.channel();
  await open(page, `${paths.addresses}/new`);
  await page.getByLabel("Country").selectOption("GB");
  await expect(page.getByLabel("State")).toHaveCount(0);
  await page.getByLabel("Name or company").fill("Northern Depot");
  await page.getByLabel("Street and number").fill("7 Canal Yard");
  await page.getByLabel("Town or city").fill("Leeds");
  await page.getByLabel("Postcode").fill("12345");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "There is a problem" })).toContainText("no postal code");
  await page.getByLabel("Postcode").fill("LS1 4AP");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("listitem").filter({ hasText: "Northern Depot, Leeds" })).toBeVisible();
});

test("P-08 A return reason of the seller's own goes by its name wherever its code would stand, in either language", async ({
  page,
  shop,
}) => {
  const channelId = await shop.channel();
  await shop.request({ channelId, reason: "CR-ZIP_STUCK" });
  await open(page, paths.reasonsOf("return"));
  await page.getByRole("button", { name: "Add a reason" }).click();
  await page.getByLabel("Name in English").fill("Zip does not close");
  await page.getByLabel("Name in Chinese").fill("拉链拉不上");
  await page.getByLabel("Code").fill("ZIP_STUCK");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("ZIP_STUCK")).toBeVisible();
  await open(page, `${paths.returns("all")}&reason=ZIP_STUCK`);
  await expect(page.getByRole("link", { name: "Reason: Zip does not close" })).toBeVisible();
  await open(page, `${paths.insights}?by=reason`);
  await expect(page.getByText("Zip does not close", { exact: false }).first()).toBeVisible();
  await open(page, paths.channelTry(channelId));
  await page.getByLabel("Reason").selectOption({ label: "Zip does not close" });
  await expect(page.getByRole("region", { name: /^In force/ })).toContainText("Zip does not close:");
});
