import { paths } from "@/lib/i18n/paths";
import { expect, faultsOf, historyOf, open, shopTest as test } from "./fixtures";

test("P-06 S2-13 What came back is refunded in two steps, with the keyboard alone, and ticked once it was made", async ({
  page,
  shop,
}) => {
  const channelId = await shop.channel();
  const { id, name } = await shop.request({ channelId, status: "awaiting_return", paidMinor: 4800 });
  await open(page, paths.receive);
  const field = page.getByRole("textbox", { name: "Scan return label, tracking or SKU" });
  await expect(field).toBeFocused();
  await field.pressSequentially(name);
  await page.keyboard.press("Enter");
  await expect(page.getByText(`${name} matched`).first()).toBeVisible();
  await page.keyboard.press("1");
  await expect(page.getByText("1 of 1 graded")).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(page.getByText(`${name} received`).first()).toBeVisible();

  await open(page, paths.returnDetail(id));
  const opens = page.getByRole("button", { name: /^Refund .*…$/ });
  await opens.focus();
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: `Refund ${name}` });
  const given = dialog.getByRole("textbox", { name: /^Refund for / });
  await expect(given).toBeFocused();
  const review = dialog.getByRole("button", { name: "Review refund" });
  await dialog.getByLabel("Given on top (USD)").fill("10.00");
  await expect(dialog.getByText("Only USD 48.00 is left to refund.")).toBeVisible();
  await expect(review).toBeDisabled();
  await dialog.getByLabel("Given on top (USD)").fill("2.00");
  expect(await faultsOf(page)).toEqual([]);
  await review.focus();
  await page.keyboard.press("Enter");
  const reviewed = page.getByRole("dialog", { name: `Review refund ${name}` });
  await expect(reviewed).toContainText("Given on top");
  await expect(reviewed.getByRole("region", { name: "What the buyer reads once it is made" })).toContainText(
    /Your refund of US\$44\.90 for .* was made on/,
  );
  const submit = reviewed.getByRole("button", { name: "Refund US$44.90" });
  await expect(submit).toBeVisible();
  expect(await faultsOf(page)).toEqual([]);
  await submit.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByText(`Refund of US$44.90 for ${name} is to be made`)).toBeVisible();
  await expect(page.getByRole("main")).toContainText("Make the refund of US$44.90 where the buyer paid");
  await expect(page.getByRole("region", { name: "Money" })).toContainText("Left to refundUS$3.10");

  await page.getByRole("link", { name: "To be made" }).click();
  await page.getByRole("button", { name: `Refund of ${name} is made…` }).click();
  const made = page.getByRole("dialog", { name: `US$44.90 for ${name} is made` });
  await made.getByLabel(/^Its number there/).fill("PAY-17");
  await made.getByRole("button", { name: "Tick as made" }).click();
  await expect(made).toHaveCount(0);
  await open(page, paths.returnDetail(id));
  await expect(page.getByRole("region", { name: "What the buyer asked" })).toContainText("1 received · 1 refunded");
  await expect(await historyOf(page)).toContainText("44.90");
});

test("S2-13 A concession is given on an order that is found by its number", async ({ page, shop }) => {
  const channelId = await shop.channel();
  await shop.request({ channelId, status: "awaiting_return", paidMinor: 4800 });
  await open(page, paths.refunds);
  await page.getByRole("textbox", { name: "Order number" }).fill("SHOP-1001");
  await page.getByRole("button", { name: "Find order" }).click();
  await page.getByRole("button", { name: /^Refund the order of / }).click();
  const dialog = page.getByRole("dialog", { name: "Refund SHOP-1001" });
  await dialog.getByLabel("Given on top (USD)").fill("5.00");
  await dialog.getByRole("button", { name: "Review refund" }).click();
  await page.getByRole("button", { name: "Refund US$5.00" }).click();
  await expect(page.getByText("Refund of US$5.00 for SHOP-1001 is to be made")).toBeVisible();
  expect(await faultsOf(page)).toEqual([]);
  await page
    .getByRole("navigation", { name: "Which refunds" })
    .getByRole("link", { name: /^To make/ })
    .click();
  await expect(page.getByRole("row", { name: /SHOP-1001.*US\$5\.00/ })).toBeVisible();
});

test("Above a person's limit a refund waits for a second one, who is never the same", async ({
  page,
  shop,
  browser,
}) => {
  const channelId = await shop.channel();
  const { id, name } = await shop.request({ channelId, status: "received" });
  const agent = await browser.newContext({ storageState: await shop.colleague("agent", "Li Na", { USD: 500 }) });
  const asking = await agent.newPage();
  await open(asking, paths.returnDetail(id));
  await asking.getByRole("button", { name: "More actions" }).click();
  await asking.getByRole("menuitem", { name: "Refund…" }).click();
  const dialog = asking.getByRole("dialog", { name: `Refund ${name}` });
  await dialog.getByLabel("Given on top (USD)").fill("5.01");
  // Nobody has said what was paid: nothing goes back before somebody does.
  await expect(dialog.getByRole("button", { name: "Review refund" })).toBeDisabled();
  await dialog.getByLabel("Paid by the buyer (USD)").fill("48.00");
  await dialog.getByRole("button", { name: "Review refund" }).click();
  await asking.getByRole("button", { name: "Refund US$5.01" }).click();
  await expect(asking.getByText(`US$5.01 for ${name} waits for approval`)).toBeVisible();
  await agent.close();

  await open(page, paths.refunds);
  await page
    .getByRole("navigation", { name: "Which refunds" })
    .getByRole("link", { name: /^To approve/ })
    .click();
  await page.getByRole("button", { name: `Approve the refund of ${name}…` }).click();
  const approve = page.getByRole("dialog", { name: `Approve US$5.01 for ${name}` });
  await approve.getByRole("button", { name: "Approve US$5.01" }).click();
  await expect(page.getByText(`US$5.01 for ${name} approved`)).toBeVisible();
});
