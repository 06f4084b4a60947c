import type { Page } from "@playwright/test";
import { paths } from "@/lib/i18n/paths";
import { expect, open, PASSWORD, shopTest as test } from "./fixtures";

/** As when the session has expired, or was ended in another tab. */
const endSession = (page: Page) => page.context().clearCookies({ name: /session$/ });
const overPage = (page: Page) => page.getByRole("dialog", { name: "Sign in again" });

async function signInAgain(page: Page, email?: string): Promise<void> {
  const modal = overPage(page);
  if (email) await modal.getByLabel("Email").fill(email);
  await modal.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await modal.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(modal).toHaveCount(0);
}

test("D67 A decision that meets an ended session goes on after signing in over the page, once and with all that was typed", async ({
  page,
  shop,
}) => {
  const { id, name } = await shop.request({ channelId: await shop.channel() });
  await open(page, paths.returns());
  await page.getByRole("button", { name: `Authorize ${name}…` }).click();
  const dialog = page.getByRole("dialog", { name: `Authorize return ${name}` });
  await dialog.getByRole("button", { name: "Change words to the buyer" }).click();
  await dialog.getByLabel("Instructions to the buyer").fill("Ring the second bell.");
  await endSession(page);
  await dialog.getByRole("button", { name: "Authorize return" }).click();
  await expect(overPage(page).getByLabel("Email")).toHaveValue(shop.seller.owner.email);
  await expect(overPage(page).getByLabel("Password", { exact: true })).toBeFocused();

  // Waved away, it leaves the dialog as it was.
  await page.keyboard.press("Escape");
  await expect(dialog.getByRole("alert")).toContainText("You are signed out");
  await expect(dialog.getByLabel("Instructions to the buyer")).toHaveValue("Ring the second bell.");
  await dialog.getByRole("button", { name: "Authorize return" }).click();
  await signInAgain(page);
  await expect(page.getByText(`${name} authorized`)).toBeVisible();
  await open(page, paths.returnDetail(id));
  await expect(page.getByText("Ring the second bell.")).toBeVisible();
});

test("D67 What a dialog could not look up for an ended session is there after signing in", async ({ page, shop }) => {
  const { name } = await shop.request({ channelId: await shop.channel() });
  await open(page, paths.returns());
  await endSession(page);
  await page.getByRole("button", { name: `Authorize ${name}…` }).click();
  await signInAgain(page);
  const dialog = page.getByRole("dialog", { name: `Authorize return ${name}` });
  await expect(dialog.getByRole("button", { name: "Change RMA number" })).toBeVisible();
});

test("D67 Whoever signs in as somebody else is told so, and nothing typed before is sent in that name", async ({
  page,
  shop,
}) => {
  const channelId = await shop.channel();
  await open(page, paths.settingsChannel(channelId));
  await page.getByRole("radio", { name: "Not at all" }).check();
  await endSession(page);
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await signInAgain(page, "viewer@demo.test");
  const other = page.getByRole("dialog", { name: "You are signed in as somebody else" });
  await expect(other).toContainText(`This page belongs to ${shop.seller.owner.email}.`);
  await other.getByRole("button", { name: "Load the page again" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(other).toHaveCount(0);
  await expect(page.getByText("Version 2, saved by")).toHaveCount(0);
});
