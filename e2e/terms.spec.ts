import { paths } from "@/lib/i18n/paths";
import { expect, open, shopTest as test } from "./fixtures";
import { orderNumber, reportDate, reportFile, reportLine, WITH_CATEGORY } from "./report";

test("P-10 A seller changes the window of one category, publishes, and the next import is judged by it while older orders keep the better of both", async ({
  page,
  shop,
}) => {
  test.slow();
  const channelId = await shop.channel({
    mode: "mirrored",
    timeZone: "UTC",
    categoryDays: [{ category: "Toys", days: 60 }],
  });
  await open(page, paths.channelTerms(channelId));
  await page.getByRole("button", { name: "Use what the marketplace asks for" }).click();
  const days = page.getByRole("textbox", { name: "Days for Toys" });
  await days.fill("14");
  await expect(days).toHaveAccessibleDescription("Toys: at least 30 days; you have 14.");
  const publish = page.getByRole("button", { name: "Publish…" });
  await expect(publish).toHaveAttribute("aria-disabled", "true");
  await days.fill("40");
  await publish.click();
  const dialog = page.getByRole("dialog", { name: "Publish these terms" });
  await expect(dialog).toContainText("Category Toys: 60 → 40 days");
  await dialog.getByRole("button", { name: "Publish", exact: true }).click();
  await expect(dialog).toContainText("Say in a few words why.");
  await dialog.getByRole("textbox", { name: "Why" }).fill("Toys are often presents.");
  await dialog.getByRole("button", { name: "Publish", exact: true }).click();
  await expect(page.getByText("Version 2 is in force since")).toBeVisible();

  const toy = (index: number, ordered: number) =>
    reportLine(
      index,
      { Category: "Toys", "Order date": reportDate(ordered), "Return request date": reportDate(0) },
      WITH_CATEGORY,
    );
  await open(page, paths.import);
  await page.getByLabel("Report files").setInputFiles(reportFile([toy(1, 50), toy(2, 0)], "toys.tsv", WITH_CATEGORY));
  await page.getByRole("button", { name: "Check 1 file" }).click();
  await page.getByRole("button", { name: "Import 2 returns" }).click();
  await expect(page.getByText("The import is finished.")).toBeVisible();
  for (const [index, window] of [
    [1, "60 days for “Toys”"],
    [2, "40 days for “Toys”"],
  ] as const) {
    await open(page, paths.returns());
    await page
      .getByRole("rowheader")
      .filter({ hasText: orderNumber(index) })
      .getByRole("link")
      .first()
      .click();
    await expect(page.getByRole("main")).toContainText(window);
  }
});

test("Another seller's terms and versions are not found, drawn or as data", async ({ shop, browser, stateOf }) => {
  const channelId = await shop.channel();
  const stranger = await browser.newContext({ storageState: await stateOf("owner@other.test") });
  const page = await stranger.newPage();
  for (const path of [paths.channelTerms(channelId), paths.channelVersions(channelId, { from: "1", to: "1" })]) {
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Not found");
    const data = await stranger.request.get(path, { headers: { rsc: "1" } });
    expect(await data.text()).not.toContain("store-1");
  }
  await stranger.close();
});
