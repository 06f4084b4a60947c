import { aChannel, aSeller } from "@/db/testing-data";
import { paths } from "@/lib/i18n/paths";
import { expect, faultsOf, historyOf, open, shopTest as test } from "./fixtures";

test("S2-07 A seller's own words for closing stand in the dialog, filled in, until they are given up", async ({
  page,
  shop,
}) => {
  const { name } = await shop.request({ channelId: await shop.channel(), buyerName: "Ada" });
  await open(page, paths.templates);
  await page.getByRole("link", { name: /^Duplicate request/ }).click();
  const text = page.getByLabel("Text", { exact: true });
  await text.fill("We go on with your first request, ");
  await page.getByRole("button", { name: "Insert Buyer’s name" }).click();
  await expect(page.getByRole("region", { name: "Preview" })).toContainText("We go on with your first request, Ada");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("Your own text, version 1, saved by Olive Owner")).toBeVisible();

  await open(page, paths.returns());
  await page.getByRole("link", { name, exact: true }).focus();
  await page.keyboard.press("c");
  const dialog = page.getByRole("dialog", { name: `Close request ${name}` });
  await dialog.getByRole("radio", { name: "Duplicate request" }).check();
  await expect(dialog.getByLabel(/^Comments to the buyer/)).toHaveValue("We go on with your first request, Ada");
  await expect(dialog.getByText("This buyer reads English.")).toBeVisible();

  await open(page, paths.template("closed", "duplicate"));
  await page.getByRole("button", { name: "Reset to default" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Reset to default" }).click();
  await expect(page.getByText("You have no text of your own here")).toBeVisible();
  await expect(text).toHaveValue(/^Hello \{buyerName\}/);
});

test("P-03 With the undo window set to nothing, no decision offers an undo", async ({ page, shop }) => {
  const channelId = await shop.channel();
  const { name } = await shop.request({ channelId });
  await open(page, paths.settingsChannel(channelId));
  await page.getByRole("radio", { name: "Another length" }).check();
  await page.getByRole("spinbutton", { name: "Seconds" }).fill("61");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByRole("alert").filter({ hasText: "Seconds" })).toContainText("This is too large.");
  await page.getByRole("radio", { name: "Not at all" }).check();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("Version 2, saved by Olive Owner")).toBeVisible();

  await open(page, paths.returns());
  await page.getByRole("button", { name: `Authorize ${name}…` }).click();
  const dialog = page.getByRole("dialog", { name: `Authorize return ${name}` });
  await expect(dialog.getByText("This cannot be undone.")).toBeVisible();
  await dialog.getByRole("button", { name: "Authorize return" }).click();
  await expect(page.getByText(`${name} authorized`)).toBeVisible();
  await expect(page.getByRole("button", { name: "Undo" })).toHaveCount(0);
});

test("S4-10 A buyer is asked what does not match, and the message is taken back while it waits", async ({
  page,
  shop,
}) => {
  const channelId = await shop.channel({ undoSeconds: 60 });
  const buyer = { buyerName: "Ada", buyerEmail: "ada@buyer.example", reason: "CR-NOT_AS_DESCRIBED" };
  const { id, name } = await shop.request({ channelId, ...buyer });
  await open(page, `${paths.returnDetail(id)}?dialog=message`);
  const dialog = page.getByRole("dialog", { name: `Message the buyer of ${name}` });
  await expect(dialog.getByText("To Ada, who reads English")).toBeVisible();
  await expect(dialog.getByLabel("Message", { exact: true })).toHaveValue(/what does not match/);
  expect(await faultsOf(page)).toEqual([]);
  await dialog.getByLabel("Subject").fill("Which size would fit?");
  await dialog.getByRole("button", { name: "Send message" }).click();
  await expect(page.getByText("It leaves in 60 seconds.")).toBeVisible();
  const timeline = await historyOf(page);
  await expect(timeline).toContainText("Which size would fit?");
  await page.keyboard.press("z");
  await expect(page.getByText(`The message to the buyer of ${name} was taken back.`)).toBeVisible();
  await expect(timeline).toContainText("Message to the buyer taken back");
});

test("P-19 Where the marketplace carries the messages, the text is there to copy and nothing is sent", async ({
  page,
  shop,
}) => {
  const { id, name } = await shop.request({ channelId: await shop.channel({ mode: "mirrored" }) });
  await open(page, paths.returnDetail(id));
  await page.keyboard.press("m");
  const dialog = page.getByRole("dialog", { name: `Message the buyer of ${name}` });
  await expect(dialog.getByText("Amazon carries the messages to this buyer")).toBeVisible();
  await expect(dialog.getByRole("button", { name: "Copy the message" })).toBeVisible();
  await expect(dialog.getByRole("button", { name: "Send message" })).toHaveCount(0);
});

test("Settings of another seller are not found, and somebody without the right sees them unchangeable", async ({
  page,
  shop,
  db,
  browser,
}) => {
  const foreign = await aChannel(db, await aSeller(db));
  for (const path of [paths.settingsChannel(foreign), paths.channelAutomation(foreign), paths.channelSkus(foreign)]) {
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Not found");
  }
  for (const path of ["automation", "skus"])
    expect(await (await page.request.get(`/api/channels/${foreign}/${path}`)).text()).toContain("not_found");
  const channelId = await shop.channel();
  const viewer = await browser.newContext({ storageState: await shop.colleague("viewer", "Vera") });
  const looking = await viewer.newPage();
  await looking.goto(paths.settingsChannel(channelId));
  await expect(looking.getByText("You can see the settings but not change them.")).toBeVisible();
  await expect(looking.getByRole("radio", { name: "30 seconds" })).toBeDisabled();
  await viewer.close();
});
