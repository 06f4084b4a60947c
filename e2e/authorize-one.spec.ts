import type { Page } from "@playwright/test";
import { paths } from "@/lib/i18n/paths";
import { expect, faultsOf, historyOf, open, shopTest as test } from "./fixtures";

const dialogOf = (page: Page, name: string) => page.getByRole("dialog", { name: `Authorize return ${name}` });

/** From the list, by the row's own button. */
async function authorize(page: Page, name: string) {
  await open(page, paths.returns());
  await page.getByRole("button", { name: new RegExp(`^(Authorize|Decide) ${name}…$`) }).click();
  const dialog = dialogOf(page, name);
  await expect(dialog.getByRole("button", { name: "Change RMA number" })).toBeVisible();
  return dialog;
}

const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);

test("S1-07 S1-15 A request is authorized with an RMA of one's own and a new address, which is then saved", async ({
  page,
  shop,
}) => {
  const channelId = await shop.channel();
  const wanted = await shop.request({ channelId });
  const later = await shop.request({ channelId });
  const dialog = await authorize(page, wanted.name);
  await dialog.getByRole("button", { name: "Change RMA number" }).click();
  await dialog.getByRole("radio", { name: "A number of your own" }).check();
  await dialog.getByLabel("Your RMA number").fill("shop-2026-77");
  await dialog.getByRole("button", { name: "Change return address" }).click();
  await dialog.getByRole("radio", { name: "Add a new address" }).check();
  await dialog.getByLabel("Name or company").fill("Northern Depot");
  await dialog.getByLabel("Street and number").fill("12 Quay Street");
  await dialog.getByLabel("City").fill("Portland");
  await dialog.getByRole("combobox", { name: "State" }).selectOption("OR");
  await dialog.getByLabel("ZIP code").fill("97201");
  await dialog.getByRole("combobox", { name: "Country" }).selectOption({ label: "United States" });
  await dialog.getByRole("button", { name: "Authorize return" }).click();
  await expect(page.getByText(`${wanted.name} authorized`)).toBeVisible();
  await expect(page.getByRole("link", { name: wanted.name, exact: true })).toHaveCount(0);

  await page.getByRole("searchbox", { name: "Search returns" }).fill("SHOP-2026-77");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: wanted.name })).toBeVisible();
  await expect(page.getByRole("main")).toContainText("Awaiting return");
  await expect(page.getByRole("main")).toContainText("Northern Depot");
  const next = await authorize(page, later.name);
  await next.getByRole("button", { name: "Change return address" }).click();
  await expect(next.getByRole("radio", { name: /Northern Depot, 12 Quay Street/ })).toBeVisible();
});

test("S1-07 An RMA that another return has is refused in the dialog, with everything typed kept", async ({
  page,
  shop,
}) => {
  const channelId = await shop.channel();
  const first = await shop.request({ channelId });
  const second = await shop.request({ channelId });
  for (const { name } of [first, second]) {
    const dialog = await authorize(page, name);
    await dialog.getByRole("button", { name: "Change RMA number" }).click();
    await dialog.getByRole("radio", { name: "A number of your own" }).check();
    await dialog.getByLabel("Your RMA number").fill("TWICE-1");
    await dialog.getByRole("button", { name: "Change words to the buyer" }).click();
    await dialog.getByLabel("Instructions to the buyer").fill("Ring the second bell.");
    await dialog.getByRole("button", { name: "Authorize return" }).click();
    if (name === first.name) await expect(dialog).toHaveCount(0);
  }
  const dialog = dialogOf(page, second.name);
  const summary = dialog.getByRole("alert").filter({ hasText: "There is a problem" });
  await expect(summary).toBeFocused();
  await summary.getByRole("link", { name: /RMA TWICE-1 is already used/ }).click();
  await expect(dialog.getByLabel("Your RMA number")).toBeFocused();
  await expect(dialog.getByLabel("Your RMA number")).toHaveValue("TWICE-1");
  await expect(dialog.getByLabel("Instructions to the buyer")).toHaveValue("Ring the second bell.");
  await dialog
    .getByRole("group", { name: "RMA number" })
    .getByRole("radio", { name: /^Generated/ })
    .check();
  await dialog.getByRole("button", { name: "Authorize return" }).click();
  await expect(page.getByText(`${second.name} authorized`)).toBeVisible();
});

test("S1-05 Out of policy is authorized only with a reason, which the timeline keeps", async ({ page, shop }) => {
  const channelId = await shop.channel();
  const { name, id } = await shop.request({ channelId, orderedOn: daysAgo(60), deliveredOn: daysAgo(50) });
  const dialog = await authorize(page, name);
  await expect(dialog.getByText("This request does not meet your policy")).toBeVisible();
  await expect(dialog.getByLabel("Authorize anyway, because")).toBeFocused();
  await dialog.getByRole("button", { name: "Authorize return" }).click();
  await expect(dialog.getByRole("alert").filter({ hasText: "There is a problem" })).toContainText("Say why");
  await dialog.getByLabel("Authorize anyway, because").fill("A good customer of many years.");
  await dialog.getByRole("button", { name: "Authorize return" }).click();
  await expect(dialog).toHaveCount(0);
  await page.goto(paths.returnDetail(id));
  await expect(await historyOf(page)).toContainText("A good customer of many years.");
});

test("S2-10 S2-11 S4-14 A way back dearer than the goods is shown with its sums, and the ways out of it", async ({
  page,
  shop,
}) => {
  const channelId = await shop.channel({ labelCostMinor: 1200 });
  const { name, id } = await shop.request({ channelId, amountMinor: 900, buyerEmail: "ada@buyer.example" });
  const dialog = await authorize(page, name);
  await expect(dialog.getByText(/way back costs .*12\.00, which the buyer pays, .* worth .*9\.00/)).toBeVisible();
  expect(await faultsOf(page)).toEqual([]);
  await dialog.getByRole("button", { name: "Tell the buyer the cost…" }).click();
  const message = page.getByRole("dialog", { name: `Message the buyer of ${name}` });
  await expect(message.getByLabel("Template")).toHaveValue("shipping_cost");
  await message.getByRole("button", { name: "Cancel" }).click();

  await open(page, paths.returnDetail(id));
  await expect(page.getByText("Let the buyer keep the item?")).toBeVisible();
  await page.getByRole("button", { name: "Close and promise the refund" }).click();
  const close = page.getByRole("dialog", { name: `Close request ${name}` });
  await expect(close.getByRole("radio", { name: "Refund without return (keep item)" })).toBeChecked();
  await close.getByRole("button", { name: "Close request" }).click();
  await expect(close).toHaveCount(0);
  await expect(page.getByRole("region", { name: "How it was closed" })).toContainText(
    "promised, to be refunded by you",
  );
});

test("P-03 A slip is undone while the message still waits, and the request is open again", async ({ page, shop }) => {
  const { name, id } = await shop.request({ channelId: await shop.channel() });
  const dialog = await authorize(page, name);
  await dialog.getByRole("button", { name: "Authorize return" }).click();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText(`The decision on ${name} was undone.`)).toBeVisible();
  await expect(page.getByRole("link", { name, exact: true })).toBeVisible();
  await open(page, paths.returnDetail(id));
  await expect(await historyOf(page)).toContainText("Undone: the authorization");
});

test("P-03 Where the shop allows no time for it, no undo is offered", async ({ page, shop }) => {
  const { name, id } = await shop.request({ channelId: await shop.channel({ undoSeconds: 0 }) });
  const dialog = await authorize(page, name);
  await expect(dialog.getByRole("status").filter({ hasText: "This cannot be undone." })).toBeVisible();
  await dialog.getByRole("button", { name: "Authorize return" }).click();
  await expect(page.getByText(`${name} authorized`)).toBeVisible();
  await expect(page.getByRole("button", { name: /^Undo/ })).toHaveCount(0);
  await open(page, paths.returnDetail(id));
  await expect(await historyOf(page)).toContainText("Return authorized");
  await expect(page.getByRole("button", { name: /^Undo/ })).toHaveCount(0);
});

test("P-19 On a mirrored channel nobody believes that it happened there, until somebody ticks it", async ({
  page,
  shop,
}) => {
  const channelId = await shop.channel({ mode: "mirrored" });
  const { name } = await shop.request({ channelId, isInPolicyReported: true });
  const dialog = await authorize(page, name);
  await expect(dialog.getByText("Nothing is sent: Amazon has to be told by hand.")).toBeVisible();
  await dialog.getByRole("button", { name: "Authorize return" }).click();
  await expect(dialog).toHaveCount(0);
  await open(page, paths.returns("awaiting_return"));
  await expect(page.getByRole("row", { name: new RegExp(name) })).toContainText("To do on Amazon");
  await page.getByRole("link", { name: "To do on the channel 1" }).click();
  await expect(page).toHaveURL(/handover=open/);
  await page.getByRole("link", { name, exact: true }).click();
  await page.getByRole("button", { name: "Done on Amazon" }).click();
  await expect(await historyOf(page)).toContainText("Ticked as done on Amazon");
  await open(page, `${paths.returns("awaiting_return")}&handover=open`);
  await expect(page.getByText("No returns match this filter")).toBeVisible();
});

test("S1-12 A label of one's own is uploaded; what only calls itself a PDF is refused", async ({ page, shop }) => {
  const { name, id } = await shop.request({ channelId: await shop.channel() });
  const dialog = await authorize(page, name);
  await expect(dialog.getByText("Label: buyer")).toBeVisible();
  await dialog.getByRole("button", { name: "Change return label" }).click();
  await dialog.getByRole("radio", { name: "Your own label" }).check();
  const upload = dialog.getByLabel("Upload your label");
  await upload.setInputFiles({ name: "label.pdf", mimeType: "application/pdf", buffer: Buffer.from("MZ not a label") });
  await expect(dialog.getByText("This file is not a PDF, PNG or JPEG. Choose another file.")).toBeVisible();
  const png = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==";
  await upload.setInputFiles({ name: "my label.png", mimeType: "image/png", buffer: Buffer.from(png, "base64") });
  await expect(dialog.getByText(/my label\.png, \d+ KB/)).toBeVisible();
  await dialog.getByRole("button", { name: "Authorize return" }).click();
  await expect(dialog).toHaveCount(0);
  await page.goto(paths.returnDetail(id));
  await expect(page.getByRole("link", { name: "Download my label.png" })).toBeVisible();
});

test("Somebody who was slower is told what has happened, and by whom nothing is done twice", async ({
  page,
  shop,
  browser,
}) => {
  const { name, id } = await shop.request({ channelId: await shop.channel() });
  const colleague = await browser.newPage({ storageState: await shop.colleague("agent", "Chen Agent") });
  const [mine, theirs] = [await authorize(page, name), await authorize(colleague, name)];
  await theirs.getByRole("button", { name: "Authorize return" }).click();
  await expect(theirs).toHaveCount(0);
  await mine.getByRole("button", { name: "Authorize return" }).click();
  await expect(mine.getByRole("alert")).toContainText("the return is authorized and awaiting the parcel");
  await colleague.close();
  await page.goto(paths.returnDetail(id));
  await expect((await historyOf(page)).getByText("Return authorized")).toHaveCount(1);
});
