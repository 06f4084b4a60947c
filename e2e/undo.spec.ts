import type { Page } from "@playwright/test";
import { paths } from "@/lib/i18n/paths";
import { expect, historyOf, open, shopTest as test } from "./fixtures";

/** On the return's own page, by its button. */
async function authorize(page: Page, { id, name }: { id: string; name: string }): Promise<void> {
  await open(page, paths.returnDetail(id));
  await page.getByRole("button", { name: "Authorize return…" }).click();
  const dialog = page.getByRole("dialog", { name: `Authorize return ${name}` });
  await dialog.getByRole("button", { name: "Authorize return" }).click();
  await expect(page.getByText(`${name} authorized`)).toBeVisible();
}

test("P-03 z takes back what was decided last, here as in the list, and then there is nothing left to undo", async ({
  page,
  shop,
}) => {
  const channelId = await shop.channel({ undoSeconds: 60 });
  const [first, second] = [await shop.request({ channelId }), await shop.request({ channelId })];
  await authorize(page, first);
  await page.getByRole("link", { name: "Manage Returns" }).first().click();
  await page.getByRole("button", { name: `Authorize ${second.name}…` }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Authorize return" }).click();
  await expect(page.getByText(`${second.name} authorized`)).toBeVisible();
  for (const { name } of [second, first]) {
    await page.keyboard.press("z");
    await expect(page.getByText(`The decision on ${name} was undone.`)).toBeVisible();
    await expect(page.getByRole("link", { name, exact: true })).toBeVisible();
  }
  await page.keyboard.press("z");
  await expect(page.getByText(/There is nothing to undo/)).toBeVisible();
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog", { name: "Keyboard shortcuts" })).toContainText("Undo what you did last");
});

test("P-03 The page counts the seconds down, then says that it is too late, and so does z", async ({ page, shop }) => {
  const wanted = await shop.request({ channelId: await shop.channel({ undoSeconds: 4 }) });
  await authorize(page, wanted);
  const undo = page.getByRole("region", { name: "Policy" }).getByRole("button", { name: /^Undo \([1-4] s\)$/ });
  await expect(undo).toBeVisible();
  await expect(undo).toHaveCount(0);
  await expect(await historyOf(page)).toContainText("can no longer be undone");
  await page.keyboard.press("z");
  await expect(page.getByText(/The time to undo this is over|The buyer has already been told/)).toBeVisible();
});

test("P-03 Undoing one's own decision leaves alone what a colleague did since, and says who it was", async ({
  page,
  shop,
  browser,
}) => {
  const wanted = await shop.request({ channelId: await shop.channel({ undoSeconds: 60 }) });
  const colleague = await browser.newPage({ storageState: await shop.colleague("manager", "Mei Manager") });
  await authorize(page, wanted);
  await open(colleague, paths.returnDetail(wanted.id));
  await colleague.getByRole("button", { name: "More actions" }).click();
  await colleague.getByRole("menuitem", { name: /withdrawal/ }).click();
  await colleague.getByRole("button", { name: "Record withdrawal" }).click();
  await expect(colleague.getByText(`The withdrawal of ${wanted.name} is recorded.`)).toBeVisible();
  await page.getByRole("button", { name: "Undo", exact: true }).click();
  await expect(page.getByText(/^Mei Manager has moved this return since/)).toBeVisible();
  await page.reload();
  await expect(await historyOf(page)).toContainText("Withdrawn, on the buyer’s word");
  await colleague.close();
});
