import { paths } from "@/lib/i18n/paths";
import { expect, historyOf, open, shopTest as test } from "./fixtures";

test("S2-06 S2-07 Closing asks for a reason and comments, inserts the reason's words, and tells the buyer those", async ({
  page,
  shop,
}) => {
  const { name, id } = await shop.request({
    channelId: await shop.channel(),
    orderedOn: "2026-01-05",
    deliveredOn: "2026-01-08",
  });
  await open(page, paths.returns());
  await page.getByRole("button", { name: `More actions for ${name}` }).click();
  await page.getByRole("menuitem", { name: /^Close request/ }).click();
  const dialog = page.getByRole("dialog", { name: `Close request ${name}` });
  await dialog.getByRole("button", { name: "Close request" }).click();
  const summary = dialog.getByRole("alert").filter({ hasText: "There is a problem" });
  await summary.getByRole("link", { name: "Choose the reason for closing." }).click();
  await page.keyboard.press("Space");
  await dialog.getByRole("radio", { name: "Return window expired" }).check();
  await expect(dialog.getByLabel(/^Comments to the buyer/)).not.toHaveValue("");
  await dialog.getByLabel(/^Comments to the buyer/).fill("");
  await dialog.getByRole("button", { name: "Close request" }).click();
  await expect(summary).toContainText("Write comments to the buyer: this reason needs them.");
  await dialog.getByLabel(/^Comments to the buyer/).fill("The thirty days have passed. We are sorry.");
  await dialog.getByLabel(/^Internal note/).fill("Third time this year.");
  await dialog.getByRole("button", { name: "Close request" }).click();
  await expect(page.getByText(`${name} closed`)).toBeVisible();
  await open(page, paths.returnDetail(id));
  await expect(page.getByRole("region", { name: "How it was closed" })).toContainText("The thirty days have passed.");
  await expect(page.getByRole("region", { name: "How it was closed" })).not.toContainText("Third time this year.");
  await expect(await historyOf(page)).toContainText("Third time this year.");
});

test("S2-02 A request that is eligible for a prepaid return cannot be closed, and says why", async ({ page, shop }) => {
  const channelId = await shop.channel({ mode: "mirrored", plan: "professional", hasPrepaid: true });
  const { name } = await shop.request({ channelId, isInPolicyReported: true });
  await open(page, paths.returns());
  await page.getByRole("button", { name: `More actions for ${name}` }).click();
  const entry = page.getByRole("menuitem", { name: /^Close request/ });
  await expect(entry).toBeDisabled();
  await expect(entry).toContainText("This request is in policy and gets a prepaid label, so it cannot be closed.");
  await page.keyboard.press("Escape");
  await page.getByRole("link", { name, exact: true }).focus();
  await page.keyboard.press("c");
  const dialog = page.getByRole("dialog", { name: `Close request ${name}` });
  await expect(dialog.getByRole("alert")).toContainText("This request cannot be closed");
  await dialog.getByRole("button", { name: "Authorize instead…" }).click();
  await expect(page.getByRole("dialog", { name: `Authorize return ${name}` })).toBeVisible();
});

test("S2-03 Letting the buyer keep the item records the intent to refund, and moves no money", async ({
  page,
  shop,
}) => {
  const { name, id } = await shop.request({ channelId: await shop.channel() });
  await open(page, paths.returns());
  await page.getByRole("link", { name, exact: true }).focus();
  await page.keyboard.press("c");
  const dialog = page.getByRole("dialog", { name: `Close request ${name}` });
  await dialog.getByRole("radio", { name: "Refund without return (keep item)" }).check();
  await expect(dialog.getByText("No money moves")).toBeVisible();
  await dialog.getByRole("button", { name: "Close request" }).click();
  await expect(dialog).toHaveCount(0);
  await open(page, paths.returnDetail(id));
  await expect(page.getByRole("region", { name: "How it was closed" })).toContainText(
    "promised, to be refunded by you",
  );
});

test("S2-04 S2-06 Two requests outside policy are closed together with one reason", async ({ page, shop }) => {
  const channelId = await shop.channel();
  const late = { channelId, orderedOn: "2026-01-05", deliveredOn: "2026-01-08" };
  const two = [await shop.request(late), await shop.request(late)];
  const kept = await shop.request({ channelId });
  await open(page, paths.returns());
  for (const { name } of two) await page.getByRole("checkbox", { name: `Select ${name}` }).check();
  await page.getByRole("button", { name: "Close…", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "Close 2 requests" });
  await expect(dialog.getByText("Can be closed 2")).toBeVisible();
  await dialog.getByRole("radio", { name: "Return window expired" }).check();
  await expect(dialog.getByLabel("Comments to the buyers, English (2)")).not.toHaveValue("");
  await dialog.getByRole("button", { name: "Close 2 requests" }).click();
  await expect(dialog.getByRole("heading", { name: "2 requests closed" })).toBeFocused();
  await dialog.getByRole("button", { name: "Close", exact: true }).last().click();
  await expect(page.getByRole("rowheader").getByRole("link")).toHaveText([kept.name]);
  await open(page, paths.returns("closed"));
  for (const { name } of two) {
    await expect(page.getByRole("row", { name: new RegExp(name) })).toContainText("Return window expired");
  }
});
