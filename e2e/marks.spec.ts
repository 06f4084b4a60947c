import { paths } from "@/lib/i18n/paths";
import { expect, faultsOf, mailsOf, open, shopTest as test } from "./fixtures";

test("A return is snoozed until tomorrow, is gone from its tab, and comes back when somebody says so", async ({
  page,
  shop,
}) => {
  const channelId = await shop.channel();
  const requestedAt = new Date();
  const { id, name } = await shop.request({ channelId, requestedAt });
  const other = await shop.request({ channelId, requestedAt });
  await open(page, paths.returnDetail(id));
  await page.getByRole("button", { name: "More actions" }).click();
  await page.getByRole("menuitem", { name: "Snooze…" }).click();
  const dialog = page.getByRole("dialog", { name: `Snooze ${name}` });
  await expect(dialog.getByRole("radio", { name: /^Tomorrow/ })).toBeChecked();
  expect(await faultsOf(page)).toEqual([]);
  await dialog.getByRole("radio", { name: /^Another time/ }).check();
  await dialog.getByLabel("Date").fill("2020-01-01");
  await dialog.getByRole("button", { name: "Snooze" }).click();
  await expect(dialog.getByRole("alert")).toContainText("That time has passed.");
  await dialog.getByRole("radio", { name: /^Tomorrow/ }).check();
  await dialog.getByRole("button", { name: "Snooze" }).click();
  await expect(page.getByText("Snoozed until", { exact: false }).first()).toBeVisible();

  await open(page, paths.returns());
  await expect(page.getByRole("rowheader").getByRole("link", { name: other.name })).toBeVisible();
  await expect(page.getByRole("rowheader").getByRole("link", { name })).toHaveCount(0);
  await open(page, paths.returnDetail(id));
  await page.getByRole("button", { name: "End snooze" }).click();
  await expect(page.getByText(`${name} is back`)).toBeVisible();
  await open(page, paths.returns());
  await expect(page.getByRole("rowheader").getByRole("link", { name })).toBeVisible();
});

test("A tag is made, put on a return and taken off again, and the history tells it", async ({ page, shop }) => {
  const { id, name } = await shop.request({ channelId: await shop.channel() });
  await open(page, paths.returnDetail(id));
  const openTags = async () => {
    await page.getByRole("button", { name: "More actions" }).click();
    await page.getByRole("menuitem", { name: "Tags…" }).click();
    return page.getByRole("dialog", { name: `Tags of ${name}` });
  };
  const first = await openTags();
  await first.getByLabel("New tag").fill("Photo asked");
  await first.getByRole("button", { name: "Save tags" }).click();
  await expect(page.getByText(`Tags of ${name} saved`)).toBeVisible();
  await expect(page.getByRole("banner").or(page.getByRole("main")).getByText("Photo asked").first()).toBeVisible();
  const again = await openTags();
  await expect(again.getByRole("checkbox", { name: "Photo asked" })).toBeChecked();
  expect(await faultsOf(page)).toEqual([]);
  await again.getByRole("checkbox", { name: "Photo asked" }).uncheck();
  await again.getByRole("button", { name: "Save tags" }).click();
  await expect(page.getByText("Photo asked")).toHaveCount(0);
  await page.getByRole("link", { name: /^History/ }).click();
  await expect(page.getByRole("region", { name: "History" })).toContainText("removed: Photo asked");
});

test("One of three units is authorized and the rest closed in one act, and one mail names both", async ({
  page,
  shop,
}) => {
  const channelId = await shop.channel({ undoSeconds: 60 });
  const buyerEmail = `${crypto.randomUUID()}@buyers.example.net`;
  const buyerName = "Rosa Quintero";
  const { id, name } = await shop.request({ channelId, quantity: 3, buyerName, buyerEmail });
  await open(page, paths.returnDetail(id));
  await page.getByRole("button", { name: "Authorize return" }).click();
  const dialog = page.getByRole("dialog", { name: `Authorize return ${name}` });
  await dialog.getByRole("button", { name: /^Change items/i }).click();
  await dialog.getByRole("spinbutton").fill("1");
  await dialog.getByRole("radio", { name: "Item not returnable" }).check();
  await dialog.getByRole("textbox", { name: "Comments to the buyer" }).fill("Two of them were worn.");
  expect(await faultsOf(page)).toEqual([]);
  await dialog.getByRole("button", { name: "Authorize return" }).click();
  await expect(page.getByText(`${name} authorized`)).toBeVisible();
  await shop.hurry();
  const ofBuyer = async () => (await mailsOf(buyerName)).filter(({ to }) => to?.[0]?.address === buyerEmail);
  await expect.poll(async () => (await ofBuyer()).length, { timeout: 20_000 }).toBe(1);
  const [mail] = await ofBuyer();
  expect(mail?.text).toContain("Two of them were worn.");
  expect(mail?.text).toContain(name);
  await open(page, paths.returnDetail(id));
  await page.getByRole("link", { name: /^History/ }).click();
  await expect(page.getByRole("region", { name: "History" })).toContainText("2 units closed");
});

test("A buyer is written to from the page itself, beginning with a next step", async ({ page, shop }) => {
  const channelId = await shop.channel({ undoSeconds: 60 });
  const buyerEmail = `${crypto.randomUUID()}@buyers.example.net`;
  const { id } = await shop.request({ channelId, buyerName: "Ada Marsh", buyerEmail });
  await open(page, paths.returnDetail(id));
  const talk = page.getByRole("region", { name: "Conversation" });
  await talk.getByRole("button", { name: /^Write to Ada Marsh in English/ }).click();
  await expect(talk.getByRole("combobox", { name: "Template" })).toBeFocused();
  await talk.getByLabel("Message", { exact: true }).fill("Could you send us a photo?");
  expect(await faultsOf(page)).toEqual([]);
  await talk.getByRole("button", { name: "Send message" }).click();
  await expect(talk).toContainText("Held back");
  await expect(talk.getByRole("button", { name: /^Write to Ada Marsh/ })).toBeVisible();
});
