import type { Page } from "@playwright/test";
import { paths } from "@/lib/i18n/paths";
import { expect, faultsOf, open, type Shop, shopTest as test } from "./fixtures";

/** A request by e-mail about an order that no carrier has yet. */
async function ask(page: Page, shop: Shop, order: string): Promise<void> {
  await open(page, paths.newReturn({ channel: await shop.channel(), order }));
  await page.getByLabel("Ordered on").fill(new Date(Date.now() - 2 * 86_400_000).toISOString().slice(0, 10));
  await page.getByLabel("Where the parcel is").selectOption({ label: "Not handed to a carrier yet" });
  await page.getByLabel("Buyer’s e-mail").fill("dana@buyers.example");
  await page.getByLabel("What it is").fill("Stoneware Mug");
  await page.getByRole("button", { name: "Enter return" }).click();
  await expect(page.getByRole("heading", { name: "Ask the forwarder first" })).toBeVisible();
}

test("S3-12 A parcel that could be stopped is refunded in one act, and no return is authorized", async ({
  page,
  shop,
}) => {
  await ask(page, shop, "STOP-1");
  await open(page, paths.forwarder);
  expect(await faultsOf(page)).toEqual([]);
  await page.getByRole("button", { name: "Stopped: order STOP-1", exact: true }).click();
  await page.getByRole("button", { name: "Close and promise the refund" }).click();
  await expect(page.getByText("No parcel to ask about")).toBeVisible();
  await open(page, paths.returns("closed"));
  await expect(page.getByRole("main")).toContainText("Parcel stopped before hand-over");
});

test("S3-10 A parcel that cannot be stopped asks for words to its buyer at once", async ({ page, shop }) => {
  await ask(page, shop, "GONE-1");
  await page.getByRole("button", { name: "Cannot be stopped" }).click();
  await page.getByRole("button", { name: "Go on to the message" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByRole("textbox", { name: "Subject" })).toHaveValue("Your order GONE-1 is already on its way");
  await dialog.getByRole("button", { name: "Send message" }).click();
  await expect(dialog).toHaveCount(0);
  await open(page, `${paths.forwarder}?show=on_its_way`);
  await expect(page.getByText("Buyer was written to")).toBeVisible();
});
