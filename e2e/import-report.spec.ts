import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { paths } from "@/lib/i18n/paths";
import { expect, open, shopTest as test } from "./fixtures";
import { orderNumber, reportFile, reportLine } from "./report";

type Chosen = ReturnType<typeof reportFile>;

/** Chooses files and has them checked; ends on the page of the import. */
async function check(page: Page, ...files: Chosen[]): Promise<void> {
  await open(page, paths.import);
  await page.getByLabel("Report files").setInputFiles(files);
  await page.getByRole("button", { name: files.length === 1 ? "Check 1 file" : `Check ${files.length} files` }).click();
  await expect(page.getByRole("heading", { level: 1, name: /^Import into/ })).toBeVisible();
}

async function confirm(page: Page, count: number): Promise<void> {
  const name = count === 0 ? "Import without changes" : `Import ${count} return`;
  await page.getByRole("button", { name }).click();
  await expect(page.getByText("The import is finished.")).toBeVisible();
}

const counts = (page: Page, title: "What would happen" | "Outcome") => page.getByRole("region", { name: title });
const three = [1, 2, 3].map((index) => reportLine(index));
const isNew = "New returns3Changed returns0Unchanged returns0Refused rows0";

test("A report is checked first, then imported; the same file again changes nothing; a newer one updates", async ({
  page,
  shop,
}) => {
  test.slow();
  await shop.channel({ mode: "mirrored" });
  await check(page, reportFile(three));
  await expect(counts(page, "What would happen")).toContainText(isNew);
  const address = page.url();
  await page.goto(paths.returns());
  await expect(page.getByText("No return requests yet")).toBeVisible();
  await open(page, address);
  await confirm(page, 3);
  await expect(counts(page, "Outcome")).toContainText(isNew);
  await page.goto(paths.returns());
  await expect(page.getByRole("rowheader")).toHaveCount(3);

  await check(page, reportFile(three, "again.tsv"));
  await expect(counts(page, "What would happen")).toContainText("New returns0Changed returns0Unchanged returns3");
  await confirm(page, 0);
  const later = [reportLine(1, { "Return request status": "Approved" }), ...three.slice(1), reportLine(4)];
  await check(page, reportFile(later, "next-day.tsv"));
  await expect(counts(page, "What would happen")).toContainText("New returns1Changed returns1Unchanged returns2");
  await confirm(page, 2);
  await page.goto(paths.returns("awaiting_return"));
  await expect(page.getByRole("rowheader")).toHaveText([new RegExp(orderNumber(1))]);
});

test("An import is taken back as long as nobody has touched what it brought", async ({ page, shop }) => {
  test.slow();
  await shop.channel({ mode: "mirrored" });
  await check(page, reportFile(three));
  await confirm(page, 3);
  await page.getByRole("button", { name: "Undo this import" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Undo import" }).click();
  await expect(page.getByText("This import was taken back.")).toBeVisible();
  await page.goto(paths.returns());
  await expect(page.getByText("No return requests yet")).toBeVisible();

  await check(page, reportFile(three));
  await confirm(page, 3);
  const address = page.url();
  await open(page, paths.returns());
  await page.keyboard.press("j");
  await page.keyboard.press("a");
  await page.getByRole("dialog").getByRole("button", { name: "Authorize return" }).click();
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await page.goto(address);
  await page.getByRole("button", { name: "Undo this import" }).click();
  await expect(page.getByRole("dialog")).toContainText(/R-\d+ was decided since/);
  await page.getByRole("dialog").getByRole("button", { name: "Undo import" }).click();
  await expect(page.getByText("This import was taken back, but for what stays.")).toBeVisible();
});

test("Bad rows are refused one by one with line and reason, and can be downloaded; the good ones go in", async ({
  page,
  shop,
}) => {
  await shop.channel({ mode: "mirrored" });
  const bad = [
    reportLine(5, { "Order Amount": "twelve" }),
    reportLine(6, { "Order date": "45123" }),
    reportLine(7, { "Tracking ID": "1E+14" }),
    reportLine(8, { "Order ID": " " }),
  ];
  await check(page, reportFile([...three, ...bad]));
  await expect(counts(page, "What would happen")).toContainText("New returns3");
  const table = page.getByRole("table", { name: "Refused rows" });
  await expect(table.getByRole("row", { name: /^5 / })).toContainText("“twelve” in “Order Amount” is not an amount");
  await expect(table.getByRole("row", { name: /^6 / })).toContainText("a spreadsheet has rewritten this date");
  await expect(table.getByRole("row", { name: /^7 / })).toContainText("a spreadsheet has rounded this number");
  await expect(table.getByRole("row", { name: /^8 / })).toContainText("has no order number");
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Download all with reasons" }).click(),
  ]);
  const text = await readFile(await download.path(), "utf8");
  expect(text.trim().split("\n")).toHaveLength(5);
  expect(text).toContain("twelve");
  await confirm(page, 3);
});

test("Another report is refused whole, by its name", async ({ page, shop }) => {
  await shop.channel({ mode: "mirrored" });
  const columns = ["return-date", "order-id", "sku", "asin", "fulfillment-center-id", "detailed-disposition"];
  const buffer = Buffer.from(`${columns.join("\t")}\n2026-11-01\t111-0000001-0000001\tA\tB\tC\tD\n`);
  await check(page, { ...reportFile([]), name: "fba.txt", buffer });
  await expect(page.getByText("This is the FBA customer returns report.")).toBeVisible();
  await expect(page.getByText("None of these files can be imported.")).toBeVisible();
  await expect(page.getByRole("button", { name: /^Import/ })).toHaveCount(0);
});

test("A file that does not look like the channel's is imported only after somebody has looked", async ({
  page,
  shop,
}) => {
  await shop.channel({ mode: "mirrored", currency: "GBP", country: "GB" });
  await check(page, reportFile(three));
  await expect(page.getByText("Does this file belong to this channel?")).toBeVisible();
  await page.getByRole("button", { name: "Import 3 returns" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "Confirm what is said above" })).toBeVisible();
  await page.getByRole("checkbox", { name: /I have checked/ }).check();
  await confirm(page, 3);
});

test("A file of 30 MB arrives whole", async ({ page, shop }) => {
  test.slow();
  await shop.channel({ mode: "mirrored" });
  const line = reportLine(1, { "Item Name": "Garden Lantern ".repeat(100).trim() });
  const rows = Math.ceil((30 * 1024 * 1024) / line.length);
  await check(page, reportFile(Array.from({ length: rows }, () => line)));
  await expect(page.getByRole("region", { name: "Files" })).toContainText(`Rows ${rows.toLocaleString("en-US")}`, {
    timeout: 120_000,
  });
  await expect(counts(page, "What would happen")).toContainText("New returns1");
});
