import { paths } from "@/lib/i18n/paths";
import { expect, faultsOf, open, shopTest as test } from "./fixtures";

const DAY = 86_400_000;
const daysAgo = (days: number) => new Date(Date.now() - days * DAY);
const dateAgo = (days: number) => daysAgo(days).toISOString().slice(0, 10);

test("P-10 A made-up case is judged as it is typed, and a past return by any of its numbers", async ({
  page,
  shop,
}) => {
  const channelId = await shop.channel();
  const late = { requestedAt: daysAgo(2), orderedOn: dateAgo(60), deliveredOn: dateAgo(50) };
  const { name, order } = await shop.request({ channelId, ...late });
  await open(page, paths.channelTry(channelId));
  const verdict = page.getByRole("region", { name: /^In force/ });
  await expect(verdict).toContainText("Requested within the 30-day window");
  await page.getByLabel("Delivered on").fill(dateAgo(45));
  await expect(verdict).toContainText("Out of policy");
  await page.getByLabel("Where the parcel is").selectOption("Not handed to a carrier");
  await page.getByLabel("Delivered on").fill("");
  await expect(verdict).toContainText("the forwarder is asked first");
  await page.getByLabel("Requested on").fill("");
  await expect(page.getByText("This needs a date and a quantity")).toBeVisible();
  await expect(verdict).toHaveCount(0);

  await page.getByRole("button", { name: "A past return" }).click();
  const number = page.getByLabel("Return, RMA or order number");
  await number.fill("R-1");
  await page.keyboard.press("Enter");
  await expect(page.getByText("No return of this channel carries that number.")).toBeVisible();
  await number.fill(order);
  await page.keyboard.press("Enter");
  await expect(verdict).toContainText("Requested 18 days after the 30-day window");
  await page.goto(paths.channelTry(channelId, { return: name }));
  await expect(verdict).toContainText("Requested 18 days after the 30-day window");
  expect(await faultsOf(page)).toEqual([]);
});

test("P-10 A draft is held against the last 90 days before it is published, and says which requests it would change", async ({
  page,
  context,
  shop,
}) => {
  const channelId = await shop.channel();
  const late = { requestedAt: daysAgo(2), orderedOn: dateAgo(60), deliveredOn: dateAgo(50) };
  const { name } = await shop.request({ channelId, ...late });
  await shop.request({ channelId, requestedAt: daysAgo(2), orderedOn: dateAgo(9), deliveredOn: dateAgo(5) });
  await open(page, paths.channelTerms(channelId));
  await page.getByRole("textbox", { name: "In general" }).fill("60");
  await page.getByRole("button", { name: "Preview the impact" }).click();
  const dialog = page.getByRole("dialog", { name: "Impact of what you are writing" });
  await expect(dialog).toContainText("1 request: Out of policy → In policy");
  await expect(dialog).toContainText("+US$42.90");
  expect(await faultsOf(page)).toEqual([]);

  const opening = context.waitForEvent("page");
  await dialog.getByRole("link", { name: "Show which ones" }).click();
  const preview = await opening;
  await expect(preview.getByRole("heading", { level: 1 })).toHaveText("Impact preview");
  const changed = preview.getByRole("listitem").filter({ hasText: name });
  await expect(changed.first()).toContainText("Verdict: Out of policy → In policy");
  const kinds = preview.getByRole("navigation", { name: "Kind of change" });
  await kinds.getByRole("link", { name: "Verdicts 1" }).click();
  await expect(preview.getByText("1 request with this change")).toBeVisible();
  const file = preview.getByRole("link", { name: "Export CSV" });
  await expect(file).toHaveAttribute("href", /kind=verdicts/);
  const csv = await preview.request.get(String(await file.getAttribute("href")));
  expect(await csv.text()).toContain(`"${name}"`);
  expect(await faultsOf(preview)).toEqual([]);
});

test("Another seller's preview, case and terms to try are not found", async ({ shop, browser, stateOf }) => {
  const channelId = await shop.channel();
  const { name } = await shop.request({ channelId });
  const stranger = await browser.newContext({ storageState: await stateOf("owner@other.test") });
  for (const path of [
    `/api/policies/case?channel=${channelId}&q=${name}`,
    `/api/previews/${channelId}`,
    paths.policyPreviewCsv(channelId),
  ])
    expect((await stranger.request.get(path)).status(), path).toBe(404);
  const page = await stranger.newPage();
  for (const path of [paths.channelTry(channelId), paths.policyPreview(channelId, channelId)]) {
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Not found");
  }
  await stranger.close();
});
