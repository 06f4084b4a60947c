import type { Page } from "@playwright/test";
import { paths } from "@/lib/i18n/paths";
import { expect, historyOf, open, type Shop, shopTest as test } from "./fixtures";

const numbers = (page: Page) => page.getByRole("rowheader").getByRole("link");
const LATE = { orderedOn: "2026-01-05", deliveredOn: "2026-01-08" };

async function selectAllMatching(page: Page, count: number): Promise<void> {
  await page.getByRole("button", { name: "Choose what to select" }).click();
  await page.getByRole("menuitem", { name: `Select all ${count}` }).click();
  await expect(page.getByRole("region", { name: "Selected returns" })).toContainText(`all ${count} matching as of`);
}

/** Opens the dialog for what is selected and waits for its check. */
async function check(page: Page, count: number) {
  await page.getByRole("button", { name: /^Authorize [\d,]+…$/ }).click();
  const dialog = page.getByRole("dialog", { name: `Authorize ${count} return` });
  await expect(dialog.getByText(/^Ready \d+$/)).toBeVisible();
  return dialog;
}

/** How often the timeline of a return says that it was authorized. */
async function authorizations(page: Page, { id }: { id: string }): Promise<number> {
  await page.goto(paths.returnDetail(id));
  const timeline = await historyOf(page);
  await expect(timeline.getByText("Request came in")).toBeVisible();
  return timeline.getByText("Return authorized").count();
}

const three = async (shop: Shop) => {
  const channelId = await shop.channel();
  return [await shop.request({ channelId }), await shop.request({ channelId }), await shop.request({ channelId })];
};

test("S1-16 All that match are authorized as of now: what needs a decision gets one, and what comes later stays", async ({
  page,
  shop,
}) => {
  const channelId = await shop.channel();
  const ready = [await shop.request({ channelId }), await shop.request({ channelId })];
  const late = await shop.request({ channelId, ...LATE });
  const homeless = await shop.request({ channelId: await shop.channel({ hasAddress: false }) });
  await open(page, paths.returns());
  await selectAllMatching(page, 4);
  const newcomer = await shop.request({ channelId });

  const dialog = await check(page, 4);
  await expect(dialog.getByText("Ready 2")).toBeVisible();
  await expect(dialog.getByText("Need a decision 1")).toBeVisible();
  await dialog.getByText("Will be left out 1").click();
  await expect(dialog.getByRole("row", { name: new RegExp(homeless.name) })).toContainText("no return address");
  await dialog.getByRole("radio", { name: "Authorize anyway" }).check();
  await dialog.getByRole("button", { name: "Authorize 3 returns" }).click();
  await expect(dialog.getByRole("alert").filter({ hasText: "There is a problem" })).toContainText("Say why");
  await dialog.getByLabel("Authorize anyway, because").fill("The carrier lost a week.");
  await dialog.getByRole("button", { name: "Authorize 3 returns" }).click();

  await expect(dialog.getByRole("heading", { name: "3 returns authorized" })).toBeFocused();
  await dialog.getByRole("button", { name: "Close", exact: true }).last().click();
  await expect(numbers(page)).toHaveText([homeless.name, newcomer.name]);
  for (const done of [...ready, late]) expect(await authorizations(page, done)).toBe(1);
  await expect(await historyOf(page)).toContainText("The carrier lost a week.");
});

test("The check changes nothing, and a return can be left out of it", async ({ page, shop }) => {
  const [first, second, third] = await three(shop);
  await open(page, paths.returns());
  await page.getByRole("checkbox", { name: "Select this page" }).check();
  const dialog = await check(page, 3);
  await dialog.getByText("Ready 3").click();
  await dialog.getByRole("checkbox", { name: `Include ${second?.name}` }).click();
  await expect(dialog.getByText(`1 left out by you: ${second?.name}`)).toBeVisible();
  await dialog.getByRole("button", { name: "Cancel" }).click();
  await open(page, paths.returns());
  await expect(numbers(page)).toHaveCount(3);
  await page.getByRole("checkbox", { name: "Select this page" }).check();
  await check(page, 3);
  await dialog.getByText("Ready 3").click();
  await dialog.getByRole("checkbox", { name: `Include ${second?.name}` }).click();
  await dialog.getByRole("button", { name: "Authorize 2 returns" }).click();
  await expect(dialog.getByRole("heading", { name: "2 returns authorized" })).toBeVisible();
  await dialog.getByRole("button", { name: "Close", exact: true }).last().click();
  await expect(numbers(page)).toHaveText([String(second?.name)]);
  expect(first?.name).not.toBe(third?.name);
});

test("The outcome has a page of its own that stays", async ({ page, shop }) => {
  await three(shop);
  await open(page, paths.returns());
  await page.getByRole("checkbox", { name: "Select this page" }).check();
  const dialog = await check(page, 3);
  await dialog.getByRole("button", { name: "Authorize 3 returns" }).click();
  await dialog.getByRole("link", { name: "Keep this outcome: open its page" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Authorize 3 returns" })).toBeVisible();
  await page.reload();
  await expect(page.getByRole("table").getByRole("row").filter({ hasText: "Done" })).toHaveCount(3);
});

test("By keyboard alone: select three, decide on the one out of policy, authorize, read the outcome, be back", async ({
  page,
  shop,
}) => {
  const channelId = await shop.channel();
  await shop.request({ channelId });
  await shop.request({ channelId, ...LATE });
  await shop.request({ channelId });
  await open(page, paths.returns());
  for (let row = 0; row < 3; row++) {
    await page.keyboard.press("j");
    await page.keyboard.press("x");
  }
  await expect(page.getByRole("region", { name: "Selected returns" })).toContainText("3");
  await page.keyboard.press("a");
  const dialog = page.getByRole("dialog", { name: "Authorize 3 returns" });
  await expect(dialog.getByText("Need a decision 1")).toBeVisible();
  const leave = dialog.getByRole("radio", { name: "Leave it for later" });
  await walkTo(page, leave);
  await page.keyboard.press("ArrowDown");
  await walkTo(page, dialog.getByLabel("Authorize anyway, because"));
  await page.keyboard.type("Agreed by telephone.");
  await page.keyboard.press("ControlOrMeta+Enter");
  await expect(dialog.getByRole("heading", { name: "3 returns authorized" })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(dialog).toHaveCount(0);
  await expect(page.getByText("Nothing needs authorization")).toBeVisible();
  await expect(page.getByRole("heading", { level: 1, name: "Manage Returns" })).toBeFocused();
});

async function walkTo(page: Page, control: ReturnType<Page["getByRole"]>): Promise<void> {
  for (let step = 0; step < 40; step++) {
    if (await control.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  await expect(control).toBeFocused();
}

test("S2-03 Refunds that are together above one's limit are said before anything starts, and what fits is closed", async ({
  shop,
  browser,
}) => {
  await three(shop);
  const page = await browser.newPage({ storageState: await shop.colleague("manager", "Mei Manager", { USD: 10_000 }) });
  await open(page, paths.returns());
  await page.getByRole("checkbox", { name: "Select this page" }).check();
  await page.getByRole("button", { name: "Close…", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "Close 3 requests" });
  await dialog.getByRole("radio", { name: "Refund without return (keep item)" }).check();
  const over = dialog.getByRole("alert").filter({ hasText: "More than you may promise in one act" });
  await expect(over).toContainText(/128\.70.*100\.00/);
  await expect(dialog.getByRole("button", { name: "Close 3 requests" })).toBeDisabled();
  await over.getByRole("button", { name: "Leave out 1 that does not fit" }).click();
  await expect(dialog.getByText(/^Refunds promised with it: .*85\.80/)).toBeVisible();
  await dialog.getByRole("button", { name: "Close 2 requests" }).click();
  await expect(dialog.getByRole("heading", { name: "2 requests closed" })).toBeFocused();
  await dialog.getByRole("button", { name: "Close", exact: true }).last().click();
  await expect(numbers(page)).toHaveCount(1);
  await page.close();
});

test("Two people authorize the same returns at the same moment: each return once, and both are told", async ({
  page,
  shop,
  browser,
}) => {
  const all = await three(shop);
  const colleague = await browser.newPage({ storageState: await shop.colleague("manager", "Mei Manager") });
  const dialogs = [];
  for (const one of [page, colleague]) {
    await open(one, paths.returns());
    // The rows themselves, not what matches: a rival who was much faster would leave nothing that matches.
    await one.getByRole("checkbox", { name: "Select this page" }).check();
    dialogs.push(await check(one, 3));
  }
  await Promise.all(dialogs.map((dialog) => dialog.getByRole("button", { name: "Authorize 3 returns" }).click()));
  const done = await Promise.all(
    dialogs.map(async (dialog) => {
      const heading = dialog.getByRole("heading", { name: /^\d returns? authorized$/ });
      await expect(heading).toBeFocused();
      return Number.parseInt(await heading.innerText(), 10);
    }),
  );
  expect((done[0] ?? 0) + (done[1] ?? 0)).toBe(3);
  for (const one of all) expect(await authorizations(page, one)).toBe(1);
  await colleague.close();
});

test("Whoever comes after a rival decided all that matched is told so, and nothing is done twice", async ({
  page,
  shop,
  browser,
}) => {
  const all = await three(shop);
  const colleague = await browser.newPage({ storageState: await shop.colleague("manager", "Mei Manager") });
  await open(colleague, paths.returns());
  await selectAllMatching(colleague, 3);
  const late = await check(colleague, 3);
  await open(page, paths.returns());
  await selectAllMatching(page, 3);
  const early = await check(page, 3);
  await early.getByRole("button", { name: "Authorize 3 returns" }).click();
  await expect(early.getByRole("heading", { name: "3 returns authorized" })).toBeFocused();
  await late.getByRole("button", { name: "Authorize 3 returns" }).click();
  await expect(late.getByRole("alert").filter({ hasText: "have been decided meanwhile" })).toBeVisible();
  for (const one of all) expect(await authorizations(page, one)).toBe(1);
  await colleague.close();
});
