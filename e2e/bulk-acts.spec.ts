import { readFile } from "node:fs/promises";
import { paths } from "@/lib/i18n/paths";
import { expect, faultsOf, open, shopTest as test } from "./fixtures";

test("S1-16 More than a thousand go on in the background: progress in the corner, one notice, and seen is gone", async ({
  page,
  shop,
}) => {
  const { id } = await shop.request({ channelId: await shop.channel() });
  await shop.copies(1000);
  const letGo = await shop.hold(id);
  await open(page, paths.returns());
  await page.getByRole("button", { name: "Choose what to select" }).click();
  await page.getByRole("menuitem", { name: "Select all 1,000+" }).click();
  await expect(page.getByRole("region", { name: "Selected returns" })).toContainText("all 1,001 matching");
  await page.getByRole("button", { name: /^Authorize [\d,]+…$/ }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Authorize 1,001 returns" }).click();
  const tray = page.getByRole("region", { name: "Jobs under way" });
  await expect(dialog.getByRole("progressbar")).toBeVisible();
  await expect(dialog.getByText("the work continues in the background")).toBeVisible();
  await dialog.getByRole("button", { name: "Close", exact: true }).last().click();
  await expect(dialog).toHaveCount(0);
  await expect(tray.getByRole("progressbar", { name: "Authorize 1,001 returns" })).toBeVisible();
  await page.reload();
  await expect(tray.getByRole("progressbar")).toBeVisible();
  await letGo();
  await expect(tray).toContainText("Authorized 1,001 of 1,001");
  await tray.getByRole("link", { name: "See the outcome" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Authorize 1,001 returns" })).toBeVisible();
  await expect(tray).toHaveCount(0);
  await page.getByRole("link", { name: "Next" }).click();
  await expect(page.getByText("51–100 in the order of your selection")).toBeVisible();
  await open(page, paths.bulkActs);
  await expect(page.getByRole("row", { name: /Authorize 1,001 returns/ })).toContainText("Done");
  await expect(tray).toHaveCount(0);
  expect(await faultsOf(page)).toEqual([]);
});

test("Pressed twice it is one job, what was not done can be tried again, and all of it is in a file", async ({
  page,
  shop,
}) => {
  const done = await shop.request({ channelId: await shop.channel() });
  const homeless = await shop.request({ channelId: await shop.channel({ hasAddress: false }) });
  await open(page, paths.returns());
  await page.getByRole("checkbox", { name: "Select this page" }).check();
  await page.getByRole("button", { name: /^Authorize [\d,]+…$/ }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Authorize 1 return", exact: true }).dblclick();
  await dialog.getByRole("link", { name: "Keep this outcome: open its page" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Authorize 2 returns" })).toBeVisible();
  await expect(page.getByRole("row", { name: new RegExp(done.name) })).toContainText("Done");
  await page.getByRole("link", { name: /^Not done/ }).click();
  await expect(page).toHaveURL(/show=refused/);
  const row = page.getByRole("row", { name: new RegExp(homeless.name) });
  await expect(row).toContainText("Give the channel a return address, then retry.");
  await expect(page.getByRole("row", { name: new RegExp(done.name) })).toHaveCount(0);
  expect(await faultsOf(page)).toEqual([]);

  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Download CSV" }).click(),
  ]);
  const csv = await readFile(await file.path(), "utf8");
  expect(csv.trim().split("\r\n")).toHaveLength(3);
  expect(csv).toContain(`"${homeless.name}","","${homeless.order}","refused","no_return_address"`);

  await page.getByRole("button", { name: "Retry 1 return" }).dblclick();
  await expect(page.getByRole("heading", { level: 1, name: "Authorize 1 return" })).toBeVisible();
  await open(page, paths.bulkActs);
  await expect(page.getByRole("rowheader")).toHaveCount(2);
  await page.getByRole("link", { name: "Authorize 2 returns" }).click();
  await page.getByRole("link", { name: "Select 1 not done in the list" }).click();
  const selected = page.getByRole("region", { name: "Selected returns" });
  await expect(selected).toContainText("all 1 matching as of");
  await expect(page.getByRole("rowheader").getByRole("link")).toHaveText([homeless.name]);
  await page.getByRole("link", { name: /Not done by a job/ }).click();
  await expect(page.getByRole("rowheader").getByRole("link")).toHaveCount(2);
  await expect(selected).toHaveCount(0);
});

test("P-03 A whole job is taken back from its page, and the page of another seller's job is not found", async ({
  page,
  shop,
  browser,
  stateOf,
}) => {
  const channelId = await shop.channel({ undoSeconds: 60 });
  for (const _ of [1, 2]) await shop.request({ channelId });
  await open(page, paths.returns());
  await page.getByRole("checkbox", { name: "Select this page" }).check();
  await page.getByRole("button", { name: /^Authorize [\d,]+…$/ }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Authorize 2 returns" }).click();
  await dialog.getByRole("link", { name: "Keep this outcome: open its page" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Authorize 2 returns" })).toBeVisible();
  await page.getByRole("button", { name: /^Undo all/ }).click();
  await expect(page.getByText("2 returns undone.")).toBeVisible();
  await expect(page.getByRole("cell", { name: "Undone since" })).toHaveCount(2);
  const stranger = await browser.newPage({ storageState: await stateOf("owner@demo.test") });
  const answer = await stranger.goto(page.url());
  expect(answer?.status()).toBe(404);
  const csv = await stranger.request.get(`/api${new URL(page.url()).pathname}/csv`);
  expect(csv.status()).toBe(404);
  await stranger.close();
});
