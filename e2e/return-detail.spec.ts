import { paths } from "@/lib/i18n/paths";
import { expect, historyOf, open, shopTest as test } from "./fixtures";

const LATE = { orderedOn: "2026-01-02", deliveredOn: "2026-01-05", requestedAt: new Date("2026-03-01T12:00:00Z") };

test("S1-20 What to do comes first, then why: the rule that was not met with its numbers, the others folded", async ({
  page,
  shop,
}) => {
  const channelId = await shop.channel();
  const { orderedOn, deliveredOn } = LATE;
  const { id: undecided } = await shop.request({ channelId, orderedOn, deliveredOn });
  await open(page, paths.returnDetail(undecided));
  const policy = page.getByRole("region", { name: "Policy" });
  await expect(policy.getByRole("strong").first()).toContainText(/^Decide on .+ by /);
  await expect(policy).toContainText(/Out of policy\. Requested \d+ days after the 30-day window\. Your decision\./);
  await expect(page.getByRole("button", { name: "Authorize anyway…" })).toBeVisible();

  const { id } = await shop.request({ channelId, ...LATE });
  await open(page, paths.returnDetail(id));
  await expect(policy).toContainText("Out of policy. Requested 25 days after the 30-day window.");
  const late = policy
    .getByRole("table", { name: "Rules that need a look" })
    .getByRole("row", { name: /Return window/ });
  await expect(late).toContainText("from delivery on Jan 5");
  await expect(late).toContainText("Requested on Mar 1, 25 days late");
  const folded = policy.getByRole("table", { name: "All other rules" });
  await expect(folded).toBeHidden();
  await policy.getByText(/^\d+ rules passed$/).click();
  await expect(folded.getByRole("row", { name: /Quantity/ })).toContainText("Pass");
  await expect(policy).toContainText(/[Vv]ersion 1/);
});

test("P-21 Where the report says something else than our rules, both are shown and the report counts", async ({
  page,
  shop,
}) => {
  const channelId = await shop.channel({ mode: "mirrored" });
  const { id } = await shop.request({ channelId, ...LATE, isInPolicyReported: true });
  await open(page, paths.returnDetail(id));
  await expect(page.getByRole("banner").or(page.getByRole("main"))).not.toHaveCount(0);
  const policy = page.getByRole("region", { name: "Policy" });
  await expect(policy).toContainText("Amazon’s report: in policy · our rules: out of policy");
  await expect(policy).toContainText("differs");
});

test("P-04 Every clock says in one line what is due and when, and what happens by itself", async ({ page, shop }) => {
  const { id } = await shop.request({ channelId: await shop.channel() });
  await open(page, paths.returnDetail(id));
  const deadlines = page.getByRole("region", { name: "Deadlines" });
  await expect(deadlines.getByRole("listitem").first()).toContainText(/^Answer the request(In|Overdue) \d+ (h|d|min)/);
  await expect(deadlines).toContainText("Request closes by itself");
});

test("The team's notes stand apart from what the buyer is told, and the history tells who did what", async ({
  page,
  shop,
}) => {
  const { id } = await shop.request({ channelId: await shop.channel(), buyerName: "Ada Marsh" });
  await open(page, paths.returnDetail(id));
  await expect(page.getByRole("region", { name: "Conversation" })).toContainText("Nothing said yet.");
  await page.getByRole("link", { name: /^Team notes/ }).click();
  await page.getByLabel("Internal note").fill("Rang the buyer; the box is unopened.");
  await page.keyboard.press("ControlOrMeta+Enter");
  const notes = page.getByRole("region", { name: "Team notes" });
  await expect(notes.getByRole("listitem").filter({ hasText: "Rang the buyer" })).toContainText("Olive Owner");
  await expect(page.getByLabel("Internal note")).toHaveValue("");
  await expect(await historyOf(page)).toContainText("Request came in");
  await page.getByRole("link", { name: /^Conversation/ }).click();
  await expect(page.getByRole("region", { name: "Conversation" })).not.toContainText("Rang the buyer");
});

test("P-27 A withdrawal is recorded on the buyer's word, and ends the request", async ({ page, shop }) => {
  const { id, name } = await shop.request({ channelId: await shop.channel() });
  await open(page, paths.returnDetail(id));
  await page.getByRole("button", { name: "More actions" }).click();
  await page.getByRole("menuitem", { name: "Record a withdrawal…" }).click();
  const dialog = page.getByRole("dialog", { name: "Record a withdrawal" });
  await dialog.getByLabel(/How the buyer said so/).fill("By telephone, on Tuesday.");
  await dialog.getByRole("button", { name: "Record withdrawal" }).click();
  await expect(page.getByText(`The withdrawal of ${name} is recorded.`)).toBeVisible();
  const timeline = await historyOf(page);
  await expect(timeline).toContainText("Withdrawn, on the buyer’s word");
  await expect(timeline).toContainText("By telephone, on Tuesday.");
});

test("What cannot be done any more stands in the menu with its reason", async ({ page, shop }) => {
  const { id } = await shop.request({ channelId: await shop.channel({ undoSeconds: 0 }) });
  await open(page, paths.returnDetail(id));
  await page.keyboard.press("a");
  await page.getByRole("dialog").getByRole("button", { name: "Authorize return" }).click();
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await page.getByRole("button", { name: "More actions" }).click();
  const authorize = page.getByRole("menuitem", { name: /^Authorize return/ });
  await expect(authorize).toBeDisabled();
  await expect(authorize).toContainText("the return is authorized and awaiting the parcel");
});

test("A return opened from a list knows its place there, and after a decision the next one opens", async ({
  page,
  shop,
}) => {
  const channelId = await shop.channel();
  const names = new Set([await shop.request({ channelId }), await shop.request({ channelId })].map(({ name }) => name));
  await open(page, paths.returns());
  await page.getByRole("rowheader").getByRole("link").first().click();
  const place = page.getByRole("status").filter({ hasText: "of 2" });
  const heading = page.getByRole("heading", { level: 1, name: /^R-/ });
  await expect(place).toHaveText("1 of 2");
  const first = (await heading.textContent()) ?? "";
  await page.keyboard.press("j");
  await expect(place).toHaveText("2 of 2");
  await page.keyboard.press("k");
  await expect(heading).toHaveText(first);
  await expect(place).toHaveText("1 of 2");
  await page.keyboard.press("a");
  await page.getByRole("dialog").getByRole("button", { name: "Authorize return" }).click();
  names.delete(first);
  await expect(heading).toHaveText([...names]);
  await expect(page.getByRole("button", { name: "Undo", exact: true })).toHaveText(/^Undo \d+ s$/);
});

test("A return that does not exist is said to be not found, with a way on", async ({ page }) => {
  const answer = await page.goto(paths.returnDetail("01930000-0000-7000-8000-00000000dead"));
  expect(answer?.status()).toBe(404);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("This return was not found");
  await page.getByRole("main").getByRole("link", { name: "Go to Manage Returns" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Manage Returns" })).toBeVisible();
});
