import type { Page } from "@playwright/test";
import { paths } from "@/lib/i18n/paths";
import { expect, faultsOf, historyOf, open, shopTest as test } from "./fixtures";

const field = (page: Page) => page.getByRole("textbox", { name: "Scan return label, tracking or SKU" });

/** As a scanner writes: all of it at once, and Enter behind it. */
async function scan(page: Page, text: string) {
  await field(page).pressSequentially(text);
  await page.keyboard.press("Enter");
}

/** A key by itself: the field waits a moment whether a scan follows. */
const press = (page: Page, key: string) => page.keyboard.press(key);

test("P-11 S1-10 A parcel is scanned, its units graded by keys, and its return is received", async ({ page, shop }) => {
  const channelId = await shop.channel();
  const wanted = await shop.request({ channelId, status: "awaiting_return", quantity: 3 });
  await open(page, paths.receive);
  await expect(field(page)).toBeFocused();
  await scan(page, wanted.name);
  await expect(page.getByText(`${wanted.name} matched`).first()).toBeVisible();
  await expect(page.getByRole("heading", { name: "3 units expected" })).toBeVisible();
  await press(page, "1");
  await expect(page.getByText("1 of 3 graded")).toBeVisible();
  await press(page, "4");
  await expect(page.getByText("Photo needed")).toBeVisible();
  await scan(page, wanted.name);
  await expect(page.getByText(`${wanted.name} is not finished`).first()).toBeVisible();
  await page.getByRole("button", { name: "Not in parcel" }).click();
  await press(page, "Enter");
  const why = page.getByRole("region", { name: "Why does it differ? (fewer units, not as sold)" });
  await expect(why.getByRole("button", { name: "Lost or damaged on the way" })).toBeVisible();
  expect(await faultsOf(page)).toEqual([]);
  await press(page, "3");
  await expect(page.getByText(`${wanted.name} received`).first()).toBeVisible();
  await expect(page.getByRole("complementary").getByText("2", { exact: true }).first()).toBeVisible();

  await open(page, paths.returnDetail(wanted.id));
  await expect(page.getByRole("main")).toContainText("Received");
  // What came is refunded first; the rest is awaited meanwhile.
  await expect(page.getByRole("region", { name: "Policy" })).toContainText(/Refund what came back by \w+ \d+\./);
  await expect(page.getByRole("region", { name: "Deadlines" })).toContainText("then nothing more is awaited");
  await expect(page.getByRole("region", { name: "What the buyer asked" })).toContainText("Lost or damaged on the way");
  await expect(await historyOf(page)).toContainText("Part of the goods received");
});

test("A parcel that nobody announced is put aside, and matched with its return later", async ({ page, shop }) => {
  const channelId = await shop.channel();
  const wanted = await shop.request({ channelId, status: "awaiting_return" });
  await open(page, paths.receive);
  await scan(page, "LP00556677889CN");
  const dialog = page.getByRole("dialog", { name: "Put an unknown parcel aside" });
  await expect(dialog.getByLabel("Number on the parcel")).toHaveValue("LP00556677889CN");
  await dialog.getByLabel("Note").fill("brown box");
  await dialog.getByRole("button", { name: "Put aside" }).click();
  const aside = page.getByRole("region", { name: "Unidentified (1)" });
  await expect(aside).toContainText("brown box");
  await aside.getByRole("button", { name: "Match LP00556677889CN" }).click();
  const match = page.getByRole("dialog", { name: "Whose parcel is it?" });
  await match.getByLabel("Return, RMA or order number").fill(wanted.name);
  await match.getByRole("button", { name: "Match" }).click();
  await expect(page.getByText("LP00556677889CN matched")).toBeVisible();
  await open(page, paths.returnDetail(wanted.id));
  await expect(await historyOf(page)).toContainText("LP00556677889CN");
});

/** As letters look that a Chinese input method writes at full width. */
const fullWidth = (text: string) => text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));

/** As a scanner writes while an input method takes every key. */
async function scanComposing(page: Page, text: string) {
  for (const sign of text) {
    const code = sign === "-" ? "Minus" : /\d/.test(sign) ? `Digit${sign}` : `Key${sign}`;
    const shiftKey = /[A-Z]/.test(sign);
    await field(page).dispatchEvent("keydown", { key: "Process", keyCode: 229, code, shiftKey, isComposing: true });
  }
  await page.keyboard.press("Enter");
}

test("Fifty scans, doubled, at full width, under an input method, unknown, the network cut and the page reloaded: each is once", async ({
  page,
  shop,
  context,
}) => {
  test.slow();
  const channelId = await shop.channel();
  const wanted: { name: string }[] = [];
  for (let count = 0; count < 12; count++) wanted.push(await shop.request({ channelId, status: "awaiting_return" }));
  const ways = [scan, (_: Page, text: string) => scan(page, fullWidth(text)), scanComposing];
  const putAside = (text: string) => {
    const dialog = page.getByRole("dialog", { name: "Put an unknown parcel aside" });
    return expect(dialog.getByLabel("Number on the parcel"))
      .toHaveValue(text)
      .then(() => dialog.getByRole("button", { name: "Put aside" }).click());
  };
  const book = page.waitForResponse((answer) => answer.url().includes("/receive/book"));
  await open(page, paths.receive);
  await book;
  const isPageKept = () =>
    page.evaluate(async () => Boolean(await (await caches.open("homeward-bench")).match("/receive")));
  await expect.poll(isPageKept).toBe(true);

  const began = Date.now();
  for (const [place, { name }] of wanted.entries()) {
    // However slow the machine is, what is read twice is read twice at the same moment, as a scanner does.
    await page.clock.setFixedTime(began + place * 2000);
    if (place === 3) {
      await scan(page, "LP00556677889CN");
      await putAside("LP00556677889CN");
      await expect(page.getByText("LP00556677889CN put aside").first()).toBeVisible();
    }
    if (place === 4) await context.setOffline(true);
    if (place === 6) {
      await scan(page, "LP99887766554CN");
      await expect(page.getByRole("region", { name: "Scanned while nobody answered (1)" })).toBeVisible();
      await page.reload();
      await expect(page.getByText("2 acts wait for the server")).toBeVisible();
      await expect(field(page)).toBeFocused();
    }
    if (place === 9) {
      await expect(page.getByText("5 acts wait for the server")).toBeVisible();
      await context.setOffline(false);
      await expect(page.getByText(/acts? waits? for the server/)).toHaveCount(0);
    }
    for (const way of [ways[place % ways.length] ?? scan, scan]) await way(page, name);
    await expect(page.getByText(`${name} matched`)).toHaveCount(2);
    await scan(page, `HW-GRADE-${(place % 2) + 1}`);
    await expect(page.getByText("1 of 1 graded")).toBeVisible();
    await scan(page, "HW-OK");
    const isAway = place >= 4 && place < 9;
    await expect(page.getByText(`${name} ${isAway ? "is kept here" : "received"}`).first()).toBeVisible();
  }
  await page.getByRole("button", { name: "Look up LP99887766554CN" }).click();
  await putAside("LP99887766554CN");
  await expect(page.getByRole("region", { name: "Unidentified (2)" })).toBeVisible();
  const bench = await page.request.get(paths.receiveApi("bench"));
  expect((await bench.json()).value).toMatchObject({ parcelsToday: 12, unitsToday: 12, unidentified: 2, expected: 0 });
});

test("A wrong check-in is taken back at the bench, and the return is awaited as before", async ({ page, shop }) => {
  const channelId = await shop.channel();
  const wanted = await shop.request({ channelId, status: "awaiting_return" });
  await open(page, paths.receiveScan(wanted.name));
  await expect(page.getByText(`${wanted.name} matched`).first()).toBeVisible();
  await scan(page, "HW-GRADE-1");
  await expect(page.getByText("1 of 1 graded")).toBeVisible();
  await scan(page, "HW-OK");
  await expect(page.getByText(`${wanted.name} received`).first()).toBeVisible();
  await press(page, "z");
  await expect(page.getByText(`${wanted.name} taken back`).first()).toBeVisible();
  await open(page, paths.returnDetail(wanted.id));
  await expect(page.getByRole("main")).toContainText("Awaiting return");
});

test("P-11 A parcel that nobody announced, put aside, becomes a return of its order that is received", async ({
  page,
  shop,
}) => {
  const channelId = await shop.channel();
  const before = await shop.request({ channelId, status: "withdrawn", quantity: 2 });
  await open(page, paths.receive);
  await scan(page, "LP00556677889CN");
  await page.getByRole("dialog").getByRole("button", { name: "Put aside" }).click();
  await page.getByRole("button", { name: "Match LP00556677889CN" }).click();
  const match = page.getByRole("dialog", { name: "Whose parcel is it?" });
  await match.getByLabel("Return, RMA or order number").fill(before.order);
  await match.getByRole("button", { name: "Match" }).click();
  await page.getByRole("button", { name: `Receive ${before.order}` }).click();
  await expect(page.getByRole("heading", { name: `Order ${before.order}: grade what came` })).toBeVisible();
  await press(page, "2");
  await expect(page.getByText("1 of 2 graded")).toBeVisible();
  expect(await faultsOf(page)).toEqual([]);
  await press(page, "Enter");
  await expect(page.getByText(`${before.order} received: a return is made`).first()).toBeVisible();
  await expect(page.getByRole("region", { name: /^Unidentified/ })).toHaveCount(0);
  await scan(page, "LP00556677889CN");
  await expect(page.getByText(/^R-\d+ is received already/).first()).toBeVisible();
});
