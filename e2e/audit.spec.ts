import { paths } from "@/lib/i18n/paths";
import { expect, faultsOf, open, shopTest, test } from "./fixtures";

shopTest("What was done is found by kind and by person, and leads to its return", async ({ page, shop }) => {
  const { id, name } = await shop.request({ channelId: await shop.channel() });
  await open(page, `${paths.returnDetail(id)}?show=notes`);
  await page.getByLabel("Internal note").fill("Called the buyer.");
  await page.keyboard.press("ControlOrMeta+Enter");
  await expect(page.getByRole("region", { name: "Team notes" })).toContainText("Called the buyer.");
  await open(page, paths.audit);
  expect(await faultsOf(page)).toEqual([]);
  await page.getByLabel("What happened").selectOption({ label: "Note" });
  await page.getByRole("button", { name: "Apply" }).click();
  await expect(page).toHaveURL(/kind=note/);
  await expect(page.getByRole("list", { name: "Events" }).getByRole("listitem")).toHaveCount(1);
  await open(page, paths.audit);
  await page.getByLabel("Return, order or buyer").fill(name);
  await page.getByRole("button", { name: "Apply" }).click();
  await expect(page).toHaveURL(/q=R-/);
  await expect(page.getByRole("listitem").filter({ hasText: "Request came in" })).toContainText(name);
  await page.getByRole("listitem").filter({ hasText: "Note" }).getByRole("link", { name, exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(name);
});

shopTest(
  "What is changed of a setting stands in the shop's audit with what it was, leads there, and is in its file",
  async ({ page }) => {
    await open(page, paths.reasons);
    await page.getByRole("button", { name: "Edit Duplicate request" }).click();
    const dialog = page.getByRole("dialog", { name: "Edit reason" });
    await dialog.getByLabel("Name in English").fill("Asked for twice");
    await dialog.getByRole("button", { name: "Save" }).click();
    await expect(page.getByText("Reason saved")).toBeVisible();
    await open(page, paths.shopAudit);
    expect(await faultsOf(page)).toEqual([]);
    await page.getByLabel("What happened").selectOption({ label: "Reasons: anything" });
    await page.getByRole("button", { name: "Apply" }).click();
    await expect(page).toHaveURL(/kind=reasons/);
    const event = page.getByRole("listitem").filter({ hasText: "Reason saved: Asked for twice" });
    await expect(event).toContainText("Name in English: Duplicate request → Asked for twice");
    const href = await page.getByRole("link", { name: "Download CSV" }).getAttribute("href");
    const file = await page.request.get(String(href));
    expect(await file.text()).toContain("Name in English: Duplicate request → Asked for twice");
    await event.getByRole("link", { name: "Asked for twice" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Reasons" })).toBeVisible();
  },
);

test.describe("A viewer", () => {
  test.use({ as: "viewer@demo.test" });
  test("is not shown the audit", async ({ page }) => {
    await open(page, paths.returns());
    await expect(page.getByRole("link", { name: "Audit" })).toHaveCount(0);
    await page.goto(paths.audit);
    await expect(page.getByRole("heading", { level: 1 })).not.toHaveText("Audit");
  });
});
