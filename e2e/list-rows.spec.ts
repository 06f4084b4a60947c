import type { Page } from "@playwright/test";
import { paths } from "@/lib/i18n/paths";
import { rowsDrawnBy, watchRows } from "./drawn-rows";
import { expect, open, shopTest, test } from "./fixtures";

/** As a scanner types: faster than any person, and then Enter. */
const scan = (page: Page, text: string) =>
  page.evaluate(
    (keys) => {
      for (const key of keys) {
        const press = new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true });
        (document.activeElement ?? document.body).dispatchEvent(press);
      }
    },
    [...text, "Enter"],
  );

test("A tick draws one row anew, and no other", async ({ page }) => {
  await watchRows(page);
  await open(page, paths.returns());
  const third = page.locator("[data-row-id]").nth(2);
  const id = await third.getAttribute("data-row-id");
  const drawn = await rowsDrawnBy(page, async () => {
    await third.getByRole("checkbox").check();
    await expect(page.getByRole("region", { name: "Selected returns" })).toContainText("1 selected");
  });
  expect(drawn).toEqual([id]);
});

shopTest(
  "What is scanned anywhere on the page finds its return; what is typed stays where it is",
  async ({ page, shop }) => {
    const channelId = await shop.channel();
    const wanted = await shop.request({ channelId });
    await shop.request({ channelId });
    await open(page, paths.returns());
    await page.getByRole("searchbox", { name: "Search returns" }).focus();
    await page.keyboard.type("xaxaxa");
    await expect(page.getByRole("searchbox", { name: "Search returns" })).toHaveValue("xaxaxa");
    await page.getByRole("searchbox", { name: "Search returns" }).fill("");
    await page.keyboard.press("Escape");
    await scan(page, wanted.order);
    await expect(page.getByRole("heading", { level: 1, name: wanted.name })).toBeVisible();
  },
);

shopTest(
  "A person chooses columns and their order, with the keyboard, for every browser of theirs",
  async ({ page, shop }) => {
    await shop.request({ channelId: await shop.channel() });
    // On less than this the buyer leaves by itself.
    await page.setViewportSize({ width: 1440, height: 900 });
    await open(page, paths.returns());
    await expect(page.getByRole("columnheader", { name: "Buyer" })).toBeVisible();
    await page.getByRole("button", { name: "Columns" }).press("Enter");
    const dialog = page.getByRole("dialog", { name: "Columns" });
    await expect(dialog.getByRole("checkbox", { name: "Policy" })).toBeDisabled();
    await dialog.getByRole("checkbox", { name: "Buyer" }).press("Space");
    await dialog.getByRole("button", { name: "Move Answer by up" }).press("Enter");
    await expect(dialog.getByRole("button", { name: "Move Answer by up" })).toBeFocused();
    await dialog.getByRole("button", { name: "Save" }).press("Enter");
    const heads = page.getByRole("columnheader");
    await expect(heads.filter({ hasText: /./ })).toHaveText([
      /Select/,
      "Item",
      "Return",
      "Reason",
      "Policy",
      "Answer by",
      "Value",
      "Assignee",
    ]);
    await page.reload();
    await expect(page.getByRole("columnheader", { name: "Buyer" })).toHaveCount(0);
    await page.getByRole("button", { name: "Columns" }).press("Enter");
    await dialog.getByRole("button", { name: "As each tab has them" }).press("Enter");
    await expect(page.getByRole("columnheader", { name: "Buyer" })).toBeVisible();
  },
);
