import { join } from "node:path";
import type { Page } from "@playwright/test";
import { paths } from "@/lib/i18n/paths";
import { expect, open, shopTest as test } from "./fixtures";

type Chosen = string | { name: string; mimeType: string; buffer: Buffer };

async function check(page: Page, file: Chosen): Promise<void> {
  await open(page, paths.import);
  await page.getByLabel("Report files").setInputFiles(file);
  await page.getByRole("button", { name: "Check 1 file" }).click();
  await expect(page.getByRole("heading", { level: 1, name: /^Import into/ })).toBeVisible();
}

const preview = (page: Page) => page.getByRole("region", { name: "What would happen" });

const HEADER = "Nummer;Tag;Artikel;Menge;Summe;Lieferung";
const csv = (...lines: string[]): Chosen => ({
  name: "shop.csv",
  mimeType: "text/csv",
  buffer: Buffer.from([HEADER, ...lines, ""].join("\r\n")),
});

test("The columns of a shop's own list are told once; the next file with them goes straight to the check", async ({
  page,
  shop,
}) => {
  test.slow();
  await shop.channel({ mode: "managed" });
  await check(page, csv("A-1;13.10.2026;Lampe;1;1.234,50;", "A-2;14.10.2026;Kabel;2;9,90;20.10.2026"));
  await expect(page.getByRole("heading", { name: "What do the columns hold?" })).toBeVisible();
  await page.getByRole("radio", { name: "Orders" }).check();
  await page.getByRole("button", { name: "Check with these columns" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "Order number" })).toBeVisible();
  const fields = {
    Nummer: "Order number (needed)",
    Tag: "Ordered on",
    Artikel: "Item name",
    Menge: "Quantity",
    Summe: "Amount of the line",
    Lieferung: "Delivered to the buyer on",
  };
  for (const [column, label] of Object.entries(fields))
    await page.getByLabel(`${column}: What it holds`).selectOption({ label });
  await expect(page.getByLabel("How are dates written?")).toHaveValue("dmy");
  await expect(page.getByLabel("Which sign parts the decimals?")).toHaveValue(",");
  await page.getByRole("button", { name: "Check with these columns" }).click();
  await expect(preview(page)).toContainText("New orders2Changed orders0Unchanged orders0Refused rows0");
  await page.getByRole("button", { name: "Import 2 orders" }).click();
  await expect(page.getByText("The import is finished.")).toBeVisible();

  await check(page, csv("A-1;13.10.2026;Lampe;1;1.234,50;21.10.2026", "A-3;15.10.2026;Kabel;2;9,90;"));
  await expect(preview(page)).toContainText("New orders1Changed orders1Unchanged orders0Refused rows0");
  await expect(page.getByRole("link", { name: "Change how the columns are read" })).toBeVisible();
});

test("A spreadsheet is read by its Chinese column names, its damaged number refused, and it is taken back", async ({
  page,
  shop,
}) => {
  test.slow();
  await shop.channel({ mode: "managed" });
  await check(page, join(import.meta.dirname, "files/orders.xlsx"));
  await expect(page.getByLabel("订单号: What it holds")).toHaveValue("orderNumber");
  await page.getByRole("button", { name: "Check with these columns" }).click();
  await expect(preview(page)).toContainText("New orders2Changed orders0Unchanged orders0Refused rows1");
  await expect(page.getByRole("row", { name: /^4 / })).toContainText("a spreadsheet has rounded this number");
  await page.getByRole("button", { name: "Import 2 orders" }).click();
  await expect(page.getByText("The import is finished.")).toBeVisible();
  await page.getByRole("button", { name: "Undo this import" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Undo import" }).click();
  await expect(page.getByText("This import was taken back.")).toBeVisible();
});
