import { paths } from "@/lib/i18n/paths";
import { expect, open, shopTest as test } from "./fixtures";

async function aMonth(shop: Parameters<Parameters<typeof test>[2]>[0]["shop"]) {
  const [usd, jpy] = [await shop.channel(), await shop.channel({ currency: "JPY" })];
  const wanted = [
    await shop.request({ channelId: usd, sku: "KIT-70" }),
    await shop.request({ channelId: jpy, sku: "KIT-70" }),
  ];
  await shop.request({ channelId: usd, sku: "APP-57" });
  return wanted;
}

test("What comes back most is said, drawn and listed, and each figure leads to its returns", async ({ page, shop }) => {
  const wanted = await aMonth(shop);
  await open(page, paths.insights);
  await expect(page.getByText("KIT-70 comes back most: 2 of 3 returns (67%).")).toBeVisible();
  const chart = page.getByRole("application", { name: "Returns by SKU" });
  await chart.focus();
  await page.keyboard.press("ArrowDown");
  await expect(page.getByText("KIT-70: 2 returns. Enter opens them.")).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/returns\?tab=all&.*sku=KIT-70/);
  const names = page.getByRole("rowheader").getByRole("link");
  await expect(names).toHaveCount(2);
  expect((await names.allInnerTexts()).sort()).toEqual(wanted.map(({ name }) => name).sort());
});

test("The figures are there without scripts, and a period without returns says so", async ({ browser, shop, page }) => {
  await aMonth(shop);
  const plain = await browser.newContext({
    javaScriptEnabled: false,
    storageState: await page.context().storageState(),
  });
  const still = await plain.newPage();
  await still.goto(`${paths.insights}?by=reason`);
  await expect(still.getByRole("table", { name: "Returns by reason" })).toContainText("No longer needed");
  await still.goto(`${paths.insights}?from=2001-01-01&to=2001-01-31`);
  await expect(still.getByText("Nothing came back in these days")).toBeVisible();
  await plain.close();
});
