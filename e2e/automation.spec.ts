import { paths } from "@/lib/i18n/paths";
import { expect, faultsOf, historyOf, open, shopTest as test } from "./fixtures";

test("S4-01 Automation is chosen with what it would have done last month, answers the next request, and can be paused", async ({
  page,
  shop,
}) => {
  const channelId = await shop.channel();
  await shop.request({ channelId });
  await open(page, paths.channelAutomation(channelId));
  const all = page.getByRole("radio", { name: "Authorize all requests automatically" });
  await expect(all).toHaveAccessibleDescription(/of 1 request, 1 would have been authorized and 0 left to you/);
  await all.check();
  await page.getByLabel("Only for orders at most so many days old").fill("31");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByRole("alert").filter({ hasText: "There is a problem" })).toContainText("too large");
  await page.getByLabel("Only for orders at most so many days old").fill("30");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("Version 2, saved by Olive Owner")).toBeVisible();
  expect(await faultsOf(page)).toEqual([]);

  const enter = async (order: string) => {
    await open(page, paths.newReturn());
    await page.getByLabel("Order number").fill(order);
    await page.getByRole("button", { name: "Look up" }).click();
    const ordered = new Date(Date.now() - 5 * 86_400_000).toISOString().slice(0, 10);
    await page.getByLabel("Ordered on").fill(ordered);
    await page.getByLabel("What it is").fill("Stoneware Mug");
    await page.getByLabel("Reason").selectOption({ label: "Defective" });
    await page.getByRole("button", { name: "Enter return" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toContainText("R-");
  };
  await enter("AUTO-1");
  const timeline = await historyOf(page);
  await expect(timeline).toContainText("by authorize all requests · settings version 2 · terms version 1");

  await open(page, paths.settings);
  await page.getByRole("button", { name: "Pause all automation" }).click();
  await expect(page.getByText("Olive Owner paused automation")).toBeVisible();
  await enter("AUTO-2");
  await expect(page.getByText("Olive Owner paused automation")).toBeVisible();
  await expect(await historyOf(page)).not.toContainText("Authorized automatically");
  await page.getByRole("button", { name: "Resume…" }).click();
  const dialog = page.getByRole("dialog", { name: "Resume automation?" });
  await expect(dialog).toContainText("1 request came in meanwhile and waits for a person.");
  await dialog.getByRole("button", { name: "Resume automation" }).click();
  await expect(page.getByText("Olive Owner paused automation")).toHaveCount(0);
});

test("SKUs come in by file, each row with its end, and the same file again changes nothing", async ({ page, shop }) => {
  const channelId = await shop.channel({ hasPrepaid: true });
  await open(page, paths.channelSkus(channelId));
  await page.getByRole("button", { name: "Upload a file…" }).click();
  const dialog = page.getByRole("dialog", { name: "Upload rules for SKUs" });
  const text = "SKU,exempt,reason,automation\nBED-1,yes,Heavy/bulky,\nMUG-1,no,,manual\nCUP-1,yes,,\n";
  const file = { name: "skus.csv", mimeType: "text/csv", buffer: Buffer.from(text) };
  await dialog.getByLabel(/A CSV or tab-separated file/).setInputFiles(file);
  await expect(dialog.getByRole("status").filter({ hasText: "2 added, 0 changed" })).toBeVisible();
  await expect(dialog.getByRole("region", { name: "What became of each row" })).toContainText("Say why it is exempt");
  const refused = page.waitForEvent("download");
  await dialog.getByRole("button", { name: "Download refused rows" }).click();
  expect((await refused).suggestedFilename()).toBe("refused-skus.csv");
  await dialog.getByLabel(/Another file/).setInputFiles(file);
  await expect(dialog.getByRole("status").filter({ hasText: "0 added, 0 changed, 2 unchanged" })).toBeVisible();
  await dialog.getByRole("button", { name: "Close", exact: true }).last().click();

  await page.getByRole("button", { name: "Edit MUG-1…" }).click();
  const edit = page.getByRole("dialog", { name: "Rule for MUG-1" });
  await edit.getByLabel("How requests are answered").selectOption("Always automatic");
  await edit.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("row", { name: /MUG-1/ })).toContainText("Always automatic");
  expect(await faultsOf(page)).toEqual([]);
});

test("S1-07, S1-14 The dialog begins with the number and the address that the channel's settings say", async ({
  page,
  shop,
}) => {
  const channelId = await shop.channel();
  const { name } = await shop.request({ channelId, category: "Kitchen" });
  await open(page, paths.settingsChannel(channelId));
  const format = page.getByLabel("Format", { exact: true });
  await format.fill("rma {number}");
  await expect(page.getByText("Use A–Z, 0–9 and hyphens")).toBeVisible();
  await format.fill("HW-{yy}-{number:8}");
  await expect(page.getByText("Return R-10482 would get HW-26-00010482")).toBeVisible();
  await page.getByLabel("Own numbers first").check();
  await page.getByRole("button", { name: "Add a rule" }).click();
  await page.getByLabel("Name (1)").fill("Kitchen ware");
  await page.getByLabel("Categories (1)").fill("Kitchen");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("Version 2, saved by Olive Owner")).toBeVisible();
  expect(await faultsOf(page)).toEqual([]);

  await open(page, paths.returns());
  await page.getByRole("button", { name: `Authorize ${name}…` }).click();
  const dialog = page.getByRole("dialog", { name: `Authorize return ${name}` });
  await expect(dialog.getByRole("radio", { name: "A number of your own" })).toBeChecked();
  await expect(dialog.getByText("by the rule Kitchen ware")).toBeVisible();
});
