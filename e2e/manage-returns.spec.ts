import type { Page } from "@playwright/test";
import { paths } from "@/lib/i18n/paths";
import { expect, open, shopTest, test } from "./fixtures";

const numbers = (page: Page) => page.getByRole("rowheader").getByRole("link");
const tab = (page: Page, name: RegExp) =>
  page.getByRole("navigation", { name: "Return status" }).getByRole("link", { name });

const view = (page: Page, name: RegExp) => page.getByRole("navigation", { name: "Views" }).getByRole("link", { name });

async function search(page: Page, words: string): Promise<void> {
  await page.getByRole("searchbox", { name: "Search returns" }).fill(words);
  await page.keyboard.press("Enter");
}

test("S1-06 The tabs are links, each with what waits in it; what of it is overdue stands in the view beside", async ({
  page,
}) => {
  await open(page, paths.returns());
  const names = await page.getByRole("navigation", { name: "Return status" }).getByRole("link").allInnerTexts();
  expect(names.map((name) => name.replace(/[\d\s]+/g, " ").trim())).toEqual([
    "Authorization Required",
    "Awaiting Return",
    "Received",
    "Disputes",
    "Closed",
    "All",
  ]);
  await expect(tab(page, /^Authorization Required/)).toHaveAttribute("aria-current", "page");
  await expect(tab(page, /^Authorization Required \d+$/)).toBeVisible();
  const overdue = /\d+/.exec(await view(page, /^Overdue/).innerText())?.[0];
  await expect(page).toHaveTitle(new RegExp(`^${overdue} overdue · Authorization Required – Manage Returns`));
  await tab(page, /^Closed/).click();
  await expect(page).toHaveURL(paths.returns("closed"));
  await expect(tab(page, /^Closed/)).toHaveAttribute("aria-current", "page");
});

test("A tab opens in another window when asked to", async ({ page, context }) => {
  await open(page, paths.returns());
  const opened = context.waitForEvent("page");
  await tab(page, /^Received/).click({ modifiers: ["ControlOrMeta"] });
  await expect((await opened).getByRole("table", { name: "Returns that have been received" })).toBeVisible();
});

test("P-19 A channel whose report is older than a day is named before anybody decides on it", async ({ page }) => {
  await open(page, paths.returns());
  const told = page.getByRole("button", { name: /^Data as of/ });
  await expect(told).toContainText(/Amazon UK \d+ h/);
  await expect(told).not.toContainText("Amazon US");
  await told.click();
  const all = page.getByRole("dialog", { name: "How fresh the data is" });
  await expect(all).toContainText("Amazon US");
  await expect(all.getByRole("link", { name: "Import report" })).toBeVisible();
});

shopTest("What is due first stands first, and the late one says so", async ({ page, shop }) => {
  const channelId = await shop.channel();
  const hoursAgo = (hours: number) => ({ channelId, requestedAt: new Date(Date.now() - hours * 3_600_000) });
  const young = await shop.request(hoursAgo(1));
  const late = await shop.request(hoursAgo(30));
  const old = await shop.request(hoursAgo(20));
  await open(page, paths.returns());
  await expect(numbers(page)).toHaveText([late.name, old.name, young.name]);
  await expect(page.getByRole("row", { name: new RegExp(late.name) })).toContainText("Overdue");
  await page.getByRole("columnheader", { name: "Answer by" }).getByRole("link").click();
  await expect(numbers(page)).toHaveText([young.name, old.name, late.name]);
  await expect(page.getByRole("columnheader", { name: "Answer by" })).toHaveAttribute("aria-sort", "descending");
});

shopTest(
  "S1-10 A number that names one return opens it: ours, the marketplace's, or the order's",
  async ({ page, shop }) => {
    const channelId = await shop.channel({ mode: "mirrored" });
    const wanted = await shop.request({ channelId, channelRma: "DTestB7RRMA", sku: "BLUE-9", buyerName: "Ada Marsh" });
    await shop.request({ channelId, channelRma: "DTestB8RRMA", sku: "BLUE-9", buyerName: "Bo Lind" });
    for (const typed of [wanted.name, wanted.name.toLowerCase(), "dtestb7rrma", wanted.order]) {
      await open(page, paths.returns("closed"));
      await search(page, typed);
      await expect(page.getByRole("heading", { level: 1, name: wanted.name })).toBeVisible();
    }
    await open(page, paths.returns());
    await search(page, "blue-9");
    await expect(page).toHaveURL(/q=blue-9/);
    await expect(numbers(page)).toHaveCount(2);
    await search(page, "marsh");
    await expect(numbers(page)).toHaveText([wanted.name]);
  },
);

test("A filter stands in the address, is named, and looks the same in another browser", async ({ page, browser }) => {
  await open(page, paths.returns());
  await page.getByRole("button", { name: "Policy" }).press("Enter");
  const values = page.getByRole("dialog", { name: "Policy" });
  await expect(values.getByRole("listitem").filter({ hasText: "Out of policy" })).toHaveText(/Out of policy\d+/);
  await values.getByRole("checkbox", { name: "Out of policy" }).check();
  await values.getByRole("checkbox", { name: "Not returnable" }).check();
  await expect(page).toHaveURL(/policy=out_of_policy&policy=not_returnable/);
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: "Policy: 2" })).toBeFocused();
  await page.getByRole("button", { name: "Channel" }).press("Enter");
  await page.getByRole("dialog", { name: "Channel" }).getByRole("checkbox", { name: "Amazon US" }).check();
  await page.keyboard.press("Escape");
  const active = page.getByRole("list", { name: "Active filters" });
  await expect(active).toContainText("Policy: Out of policy or Not returnable");
  await expect(active).toContainText("Channel: Amazon US");
  const rows = page.getByRole("row").filter({ has: page.getByRole("rowheader") });
  await expect(rows.filter({ hasText: /Out of policy|Not returnable/ }).filter({ hasText: "Amazon US" })).toHaveCount(
    await rows.count(),
  );
  const found = await numbers(page).allInnerTexts();
  const other = await browser.newPage();
  await other.goto(page.url());
  await expect(numbers(other)).toHaveText(found);
  await other.close();
  await page.getByRole("link", { name: "Clear filters" }).click();
  await expect(page).toHaveURL(paths.returns());
});

test("Paging by key shows every return once, forwards and back", async ({ page }) => {
  await open(page, `${paths.returns("awaiting_return")}&per=25`);
  const waiting = Number(/\d+/.exec(await tab(page, /^Awaiting Return/).innerText())?.[0]);
  const seen: string[] = [];
  const first = await numbers(page).allInnerTexts();
  for (;;) {
    seen.push(...(await numbers(page).allInnerTexts()));
    await expect(page.getByText(`–${seen.length} of ${waiting}`)).toBeVisible();
    const next = page.getByRole("link", { name: "Next" });
    if ((await next.count()) === 0) break;
    await next.click();
    await expect(page.getByText(`${seen.length + 1}–`)).toBeVisible();
  }
  expect(seen).toHaveLength(waiting);
  expect(new Set(seen).size).toBe(waiting);
  for (let at = Math.ceil(waiting / 25) - 1; at > 0; at--) {
    await page.getByRole("link", { name: "Previous" }).click();
    await expect(page.getByText(`${(at - 1) * 25 + 1}–${at * 25} of ${waiting}`)).toBeVisible();
  }
  await expect(numbers(page)).toHaveText(first);
});

test("Back from a return leads to the same list, and to the same row", async ({ page }) => {
  await open(page, `${paths.returns("all")}&per=25&policy=in_policy`);
  const wanted = numbers(page).nth(17);
  const name = await wanted.innerText();
  await wanted.click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeFocused();
  await page.goBack();
  await expect(page).toHaveURL(`${paths.returns("all")}&per=25&policy=in_policy`);
  await expect(page.getByRole("link", { name, exact: true })).toBeInViewport();
});

test("An address with parts that mean nothing still shows the list, and says what was left out", async ({ page }) => {
  const answer = await page.goto(`${paths.returns("nowhere")}&per=7&after=x&policy=in_policy&colour=red`);
  expect(answer?.status()).toBe(200);
  await expect(page.getByText(/left out: tab, per, after, colour/)).toBeVisible();
  await expect(page.getByRole("list", { name: "Active filters" })).toContainText("Policy: In policy");
  await page.getByRole("button", { name: "Dismiss" }).click();
  await expect(page.getByText(/left out:/)).toHaveCount(0);
});

test("Filters that leave nothing say so and offer the way out", async ({ page }) => {
  await open(page, `${paths.returns("received")}&due=24h&reason=AMZ-PG-BAD-DESC&q=nothing+like+this`);
  await expect(page.getByText("No returns match these 3 filters")).toBeVisible();
  await page.getByRole("main").getByRole("link", { name: "Clear filters" }).last().click();
  await expect(page.getByRole("table", { name: "Returns that have been received" })).toBeVisible();
});

shopTest("A shop without returns is led to the import; one with its work done is told so", async ({ page, shop }) => {
  await open(page, paths.returns());
  await expect(page.getByText("No return requests yet")).toBeVisible();
  await expect(page.getByRole("main").getByRole("link", { name: "Import report" }).last()).toBeVisible();
  await shop.request({ channelId: await shop.channel(), status: "awaiting_return" });
  await page.reload();
  await expect(page.getByText("Nothing needs authorization")).toBeVisible();
});

test("Keys: j and k walk, x selects, a and c open the dialogs, / searches, ? lists them all", async ({ page }) => {
  await open(page, paths.returns());
  const [first = "", second = ""] = await numbers(page).allInnerTexts();
  const row = (name: string) => page.getByRole("link", { name, exact: true });
  await page.keyboard.press("j");
  await expect(row(first)).toBeFocused();
  await page.keyboard.press("j");
  await expect(row(second)).toBeFocused();
  await page.keyboard.press("k");
  await expect(row(first)).toBeFocused();
  await page.keyboard.press("a");
  await expect(page.getByRole("dialog", { name: `Authorize return ${first}` })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(row(first)).toBeFocused();
  await page.keyboard.press("c");
  await expect(page.getByRole("dialog", { name: `Close request ${first}` })).toBeVisible();
  await page.keyboard.press("Escape");
  await page.keyboard.press("x");
  await expect(page.getByRole("checkbox", { name: `Select ${first}` })).toBeChecked();
  await expect(page.getByRole("region", { name: "Selected returns" })).toContainText("1 selected");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("region", { name: "Selected returns" })).toHaveCount(0);
  await page.keyboard.press("/");
  await expect(page.getByRole("searchbox", { name: "Search returns" })).toBeFocused();
  await page.keyboard.type("ja?");
  await expect(page.getByRole("searchbox", { name: "Search returns" })).toHaveValue("ja?");
  await expect(page.getByRole("dialog")).toHaveCount(0);
});

test("Single keys can be turned off", async ({ page }) => {
  await open(page, paths.returns());
  await page.keyboard.press("?");
  const sheet = page.getByRole("dialog", { name: "Keyboard shortcuts" });
  await sheet.getByRole("radio", { name: "Off" }).check();
  await page.keyboard.press("Escape");
  await expect(sheet).toHaveCount(0);
  await page.reload();
  await page.keyboard.press("?");
  await page.keyboard.press("j");
  await expect(sheet).toHaveCount(0);
  await expect(page.getByRole("link", { name: /^R-/ }).first()).not.toBeFocused();
});

test("A selection is told once, survives paging, and says what is not on this page", async ({ page }) => {
  await open(page, `${paths.returns()}?per=25`);
  const boxes = page.getByRole("checkbox", { name: /^Select R-/ });
  await boxes.nth(0).check();
  await boxes.nth(2).click({ modifiers: ["Shift"] });
  const bar = page.getByRole("region", { name: "Selected returns" });
  await expect(bar).toContainText("3 selected");
  await expect(page.getByRole("status").filter({ hasText: "3 returns selected" })).toHaveCount(1);
  await page.getByRole("link", { name: "Next" }).click();
  await expect(bar).toContainText("3 not on this page");
  await bar.getByRole("button", { name: "Clear" }).click();
  await expect(bar).toHaveCount(0);
});

test("The table is a table: named, with headers for columns and rows, and boxes that name their return", async ({
  page,
}) => {
  await open(page, paths.returns());
  const table = page.getByRole("table", { name: "Returns that require authorization" });
  await expect(table.getByRole("columnheader", { name: "Answer by" })).toHaveAttribute("aria-sort", "ascending");
  const [name = ""] = await numbers(page).allInnerTexts();
  await expect(table.getByRole("checkbox", { name: `Select ${name}` })).toBeVisible();
});

test("The rows stay where they are when the bulk bar takes the filters' place", async ({ page }) => {
  await open(page, paths.returns());
  const row = page.getByRole("row").nth(3);
  const before = await row.boundingBox();
  await page
    .getByRole("checkbox", { name: /^Select R-/ })
    .first()
    .check();
  await expect(page.getByRole("region", { name: "Selected returns" })).toBeVisible();
  expect((await row.boundingBox())?.y).toBe(before?.y);
});
