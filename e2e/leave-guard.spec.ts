import type { Page } from "@playwright/test";
import { paths } from "@/lib/i18n/paths";
import { expect, open, shopTest as test } from "./fixtures";

const question = (page: Page) => page.getByRole("dialog", { name: "Leave without saving?" });
const answer = (page: Page, button: "Stay" | "Leave") => question(page).getByRole("button", { name: button }).click();

/** Presses Back without waiting: where the question holds it, no page follows. */
const pressBack = (page: Page): void => void page.goBack().catch(() => null);

test("D68 Back from unsaved entries asks first: Stay keeps them, however often, and Leave leaves once", async ({
  page,
}) => {
  await open(page, paths.templates);
  await page.getByRole("link", { name: /^Duplicate request/ }).click();
  const text = page.getByLabel("Text", { exact: true });
  await text.fill("We go on with your first request.");
  await expect(page.getByText("Unsaved changes")).toBeVisible();
  const here = page.url();
  pressBack(page);
  await expect(question(page)).toContainText("You have changes that are not saved.");
  pressBack(page);
  await expect(page).toHaveURL(here);
  await answer(page, "Stay");
  await expect(question(page)).toHaveCount(0);
  await expect(text).toHaveValue("We go on with your first request.");

  pressBack(page);
  await answer(page, "Leave");
  await expect(page).toHaveURL(new RegExp(`${paths.templates}$`));
  await expect(page.getByRole("link", { name: /^Duplicate request/ })).toBeVisible();
  await expect(question(page)).toHaveCount(0);
});

test("D68 A message that was begun is not lost by Esc", async ({ page, shop }) => {
  const channelId = await shop.channel();
  const { id, name } = await shop.request({ channelId, buyerName: "Ada", buyerEmail: "ada@buyer.example" });
  await open(page, `${paths.returnDetail(id)}?dialog=message`);
  const dialog = page.getByRole("dialog", { name: `Message the buyer of ${name}` });
  const text = dialog.getByLabel("Message", { exact: true });
  await text.fill("Which of the two did not fit?");
  await page.keyboard.press("Escape");
  await expect(question(page)).toContainText("Your message is not sent yet.");
  await answer(page, "Stay");
  await expect(text).toHaveValue("Which of the two did not fit?");
  await page.keyboard.press("Escape");
  await answer(page, "Leave");
  await expect(dialog).toHaveCount(0);
});

test("D68 What was written for a closing is not lost by Esc; a template that was only looked at is let go", async ({
  page,
  shop,
}) => {
  const { id, name } = await shop.request({ channelId: await shop.channel() });
  await open(page, paths.returnDetail(id));
  const dialog = page.getByRole("dialog", { name: `Close request ${name}` });
  await page.keyboard.press("c");
  await dialog.getByRole("radio", { name: "Return window expired" }).check();
  await page.keyboard.press("Escape");
  await expect(dialog).toHaveCount(0);
  await page.keyboard.press("c");
  const note = dialog.getByLabel(/^Internal note/);
  await note.fill("Third time this year.");
  await page.keyboard.press("Escape");
  await answer(page, "Stay");
  await expect(note).toHaveValue("Third time this year.");
  await page.keyboard.press("Escape");
  await answer(page, "Leave");
  await expect(dialog).toHaveCount(0);
});

test("D68 A return that is being entered is not lost by a link or by a key that leads elsewhere", async ({
  page,
  shop,
}) => {
  const channel = await shop.channel();
  await open(page, paths.newReturn({ channel, order: "BY-PHONE-1" }));
  const item = page.getByLabel("What it is");
  await item.fill("Garden chair");
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Import" }).click();
  await expect(question(page)).toContainText("This return is not entered yet.");
  await answer(page, "Stay");
  await expect(question(page)).toHaveCount(0);
  await expect(item).toHaveValue("Garden chair");
  await page.getByRole("heading", { level: 1 }).click();
  await page.keyboard.press("g");
  await page.keyboard.press("i");
  await answer(page, "Leave");
  await expect(page.getByRole("heading", { level: 1, name: "Import" })).toBeVisible();
});
