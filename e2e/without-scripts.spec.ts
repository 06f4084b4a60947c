import { paths } from "@/lib/i18n/paths";
import { expect, shopTest as test } from "./fixtures";

test.use({ javaScriptEnabled: false });

test("Settings, an address and a return are saved by a browser without scripts, and refused at their fields", async ({
  page,
  shop,
}) => {
  const channelId = await shop.channel();
  const alert = page.getByRole("alert").filter({ hasText: "There is a problem" });
  const saved = page.getByRole("status").filter({ hasText: "Saved" });

  await page.goto(paths.account);
  await page.getByLabel("Current password").fill("not the one there is");
  await page.getByLabel("New password").fill("short");
  await page.getByRole("button", { name: "Change password" }).click();
  await expect(alert).toContainText("New password");
  expect(await page.content()).not.toContain("not the one there is");

  await page.goto(paths.channelAutomation(channelId));
  await page.getByRole("radio", { name: "Authorize all requests automatically" }).check();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(saved).toBeVisible();
  await expect(page.getByRole("radio", { name: "Authorize all requests automatically" })).toBeChecked();

  await page.goto(paths.settingsChannel(channelId));
  const slug = page.getByLabel("Name in the address");
  await slug.fill("Not an address");
  await page.getByRole("button", { name: "Save the buyer’s page" }).click();
  await expect(slug).toHaveAttribute("aria-invalid", "true");
  await expect(slug).toHaveValue("Not an address");

  await page.goto(paths.addresses);
  await page.getByRole("link", { name: /^Edit / }).click();
  await page.getByLabel("Opening hours").fill("Mon–Fri, 9–12");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(saved).toBeVisible();
  await page.reload();
  await expect(page.getByLabel("Opening hours")).toHaveValue("Mon–Fri, 9–12");

  await page.goto(paths.newReturn({ channel: channelId, order: "BY-HAND-1" }));
  await page.getByLabel("Ordered on").fill("2026-01-05");
  await page.getByLabel("Buyer’s words").fill("The handle is broken.");
  await page.getByRole("button", { name: "Enter return" }).click();
  await expect(alert).toContainText("What it is");
  await expect(page.getByLabel("Buyer’s words")).toHaveValue("The handle is broken.");
  await page.getByLabel("What it is").fill("A blue mug");
  await page.getByRole("button", { name: "Enter return" }).click();
  await expect(page.getByRole("heading", { level: 1, name: /^R-/ })).toBeVisible();
  await expect(page.getByText("A blue mug").first()).toBeVisible();
});
