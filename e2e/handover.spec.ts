import { paths } from "@/lib/i18n/paths";
import { choose, expect, faultsOf, open, shopTest as test } from "./fixtures";
import { orderNumber, reportFile, reportLine } from "./report";

const AMAZON = { mode: "mirrored", code: "amazon-us" } as const;

test("P-19 is worked through in batches: copy the order ids, do them there, tick them, and take a slip back", async ({
  page,
  shop,
  context,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const channelId = await shop.channel(AMAZON);
  const orders: string[] = [];
  for (let day = 1; day <= 12; day++) {
    const requestedAt = new Date(`2026-10-${String(day).padStart(2, "0")}T12:00:00Z`);
    orders.unshift((await shop.request({ channelId, requestedAt, isInPolicyReported: true })).order);
  }
  await open(page, paths.returns());
  await page.getByRole("checkbox", { name: "Select this page" }).check();
  await page.getByRole("button", { name: /^Authorize [\d,]+…$/ }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Authorize 12 returns" }).click();
  await page.getByRole("link", { name: "12 to do on amazon-us: open the channel to-do list" }).click();

  await expect(page.getByRole("heading", { level: 2, name: "Authorize on Amazon" })).toBeVisible();
  await page.getByRole("link", { name: "10", exact: true }).click();
  const first = page.getByRole("region", { name: /^10 requests/ });
  await first.getByRole("button", { name: "Copy 10 order IDs" }).click();
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(orders.slice(0, 10).join("\n"));
  await first.getByRole("button", { name: "Tick these 10" }).click();
  await expect(page.getByText("10 ticked as done")).toBeVisible();
  await expect(first).toHaveCount(0);
  await expect(page.getByRole("region", { name: /^2 requests/ })).toBeVisible();

  await page.keyboard.press("j");
  await page.keyboard.press("t");
  await expect(page.getByText("1 ticked as done")).toBeVisible();
  const done = page.getByRole("region", { name: "Recently done" });
  await expect(done.getByRole("listitem").first()).toContainText("ticked by Olive Owner");
  await done
    .getByRole("button", { name: /^Untick/ })
    .first()
    .click();
  await expect(page.getByText("1 is open again")).toBeVisible();
  await expect(page.getByRole("region", { name: /^2 requests/ })).toBeVisible();
  expect(await faultsOf(page)).toEqual([]);
});

test("P-19 A report that shows the authorization ticks the hand-over entry", async ({ page, shop }) => {
  test.slow();
  await shop.channel(AMAZON);
  const bring = async (status: string, name: string, count: number) => {
    await open(page, paths.import);
    const line = reportLine(1, { "Return request status": status });
    await page.getByLabel("Report files").setInputFiles(reportFile([line], name));
    await page.getByRole("button", { name: "Check 1 file" }).click();
    await page.getByRole("button", { name: `Import ${count} return` }).click();
    await expect(page.getByText("The import is finished.")).toBeVisible();
  };
  await bring("Pending Authorization", "monday.tsv", 1);
  await open(page, paths.returns());
  await page.keyboard.press("j");
  await page.keyboard.press("a");
  await page.getByRole("dialog").getByRole("button", { name: "Authorize return" }).click();
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await open(page, paths.handover());
  const entry = page.getByRole("region", { name: "Authorize on Amazon" });
  await expect(entry).toContainText(orderNumber(1));
  await expect(entry).toContainText("Authorized by Olive Owner");
  await expect(entry.getByRole("link", { name: /^Open the order on Amazon/ })).toHaveAttribute(
    "href",
    `https://sellercentral.amazon.com/orders-v3/order/${orderNumber(1)}`,
  );
  await bring("Approved", "tuesday.tsv", 1);
  await open(page, paths.handover());
  await expect(page.getByText("All done on amazon-us")).toBeVisible();
  await expect(page.getByRole("region", { name: "Recently done" })).toContainText("authorization: seen in a report");
});

test("P-24 A conflict stands first with both sides, and is settled by taking theirs or keeping ours", async ({
  page,
  shop,
}) => {
  const channelId = await shop.channel(AMAZON);
  const contradicted = { channelId, isInPolicyReported: true, reportedStatus: "Closed" };
  const [theirs, ours] = [await shop.request(contradicted), await shop.request(contradicted)];
  for (const { id } of [theirs, ours]) {
    await open(page, paths.returnDetail(id));
    await page.keyboard.press("a");
    await page.getByRole("dialog").getByRole("button", { name: "Authorize return" }).click();
    await expect(page.getByRole("dialog")).toHaveCount(0);
  }
  await open(page, paths.handover());
  const conflicts = page.getByRole("region", { name: /conflict/ });
  await expect(conflicts.getByRole("heading", { name: "2 conflicts" })).toBeVisible();
  const row = conflicts.getByRole("listitem").filter({ hasText: ours.order });
  await expect(row).toContainText(/Here .*Awaiting return.*Amazon’s report .*Closed/i);
  await page.getByRole("button", { name: `Take Amazon’s state: ${theirs.name}` }).click();
  await expect(conflicts.getByRole("heading", { name: "1 conflict" })).toBeVisible();
  await page.getByRole("button", { name: `Keep ours: ${ours.name}` }).click();
  await expect(conflicts).toHaveCount(0);
  await expect(page.getByRole("region", { name: "Authorize on Amazon" })).toContainText(ours.order);
  await page.goto(paths.returnDetail(theirs.id));
  await expect(page.getByRole("main")).toContainText("Closed");
});

test("P-19 A withdrawal is handed over too; a viewer reads it, a stranger's channel is not found", async ({
  page,
  shop,
  browser,
  baseURL,
}) => {
  const { id, order } = await shop.request({ channelId: await shop.channel(AMAZON), isInPolicyReported: true });
  await open(page, paths.returnDetail(id));
  await page.getByRole("button", { name: "More actions" }).click();
  await page.getByRole("menuitem", { name: "Record a withdrawal…" }).click();
  const dialog = page.getByRole("dialog", { name: "Record a withdrawal" });
  await expect(dialog).toContainText("Amazon is not told by Homeward: close the request there.");
  await dialog.getByRole("button", { name: "Record withdrawal" }).click();
  await expect(page.getByText("Withdrawn: to close on Amazon")).toBeVisible();
  await open(page, paths.handover("amazon-us"));
  await expect(page.getByRole("region", { name: "Withdrawn by the buyer: close on Amazon" })).toContainText(order);

  const reader = await browser.newContext({ storageState: await shop.colleague("viewer", "Vera Viewer") });
  await choose(reader, String(baseURL), { locale: "zh-CN" });
  const theirs = await reader.newPage();
  await theirs.setViewportSize({ width: 375, height: 812 });
  await open(theirs, paths.handover("amazon-us"));
  await expect(theirs.getByRole("heading", { level: 2, name: "买家已取消：在亚马逊关闭" })).toBeVisible();
  await expect(theirs.getByRole("button", { name: /已在亚马逊处理/ })).toHaveCount(0);
  expect(await theirs.evaluate(() => document.documentElement.scrollWidth)).toBe(375);
  expect((await theirs.goto(paths.handover("no-such-channel")))?.status()).toBe(404);
  await reader.close();
});
