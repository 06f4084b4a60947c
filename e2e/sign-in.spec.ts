import type { Page } from "@playwright/test";
import { paths } from "@/lib/i18n/paths";
import { expect, open, PASSWORD, shopTest, test } from "./fixtures";

async function signIn(page: Page, email: string, password: string): Promise<void> {
  await page.getByLabel("Email").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
}

const signOut = async (page: Page): Promise<void> => {
  await page.getByRole("button", { name: "Account of Olive Owner" }).click();
  await page.getByRole("menuitem", { name: "Sign out" }).click();
};

/** As on a slow phone: the page is there, and what makes it answer is still on its way. */
async function holdScripts(page: Page): Promise<() => void> {
  let release: () => void = () => undefined;
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route("**/_next/static/**/*.js", async (route) => {
    await released;
    await route.continue();
  });
  return () => release();
}

test.describe("A browser without scripts", () => {
  test.use({ as: null, javaScriptEnabled: false });

  test("is refused at the form with what was typed kept but the password, and then signs in", async ({ page }) => {
    await page.goto(paths.signIn(paths.account));
    await signIn(page, "owner@demo.test", "");
    await expect(page.getByLabel("Password", { exact: true })).toHaveAccessibleDescription("Enter your password.");
    await signIn(page, "owner@demo.test", "not the password at all");
    const summary = page.getByRole("alert").filter({ hasText: "There is a problem" });
    await expect(summary).toContainText("Email or password is wrong");
    await expect(page.getByLabel("Email")).toHaveValue("owner@demo.test");
    await expect(page.getByLabel("Password", { exact: true })).toHaveValue("");
    await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
    await page.getByRole("button", { name: "Sign in" }).click();
    await expect(page).toHaveURL(paths.account);
    await expect(page.getByRole("heading", { level: 1, name: "Account" })).toBeVisible();
  });
});

test.describe("A visitor", () => {
  test.use({ as: null });

  test("S1-06 signs in and stands in Orders › Today, with Manage Returns beside it", async ({ page }) => {
    await open(page, "/");
    await signIn(page, "owner@demo.test", PASSWORD);
    await expect(page.getByRole("heading", { level: 1, name: "Today" })).toBeVisible();
    const orders = page.getByRole("navigation", { name: "Main" }).getByRole("list", { name: "Orders" });
    await expect(orders.getByRole("link", { name: "Today" })).toHaveAttribute("aria-current", "page");
    await orders.getByRole("link", { name: "Manage Returns" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Manage Returns" })).toBeVisible();
  });

  test("presses before the page can answer, and is answered once it can, with nothing lost", async ({ page }) => {
    const release = await holdScripts(page);
    await page.goto(paths.signIn(), { waitUntil: "commit" });
    await page.getByLabel("Password", { exact: true }).fill("what I type");
    await page.getByRole("button", { name: "Show what you type" }).click();
    await expect(page.getByRole("button", { name: "Hide what you type" })).toHaveCount(0);
    release();
    await expect(page.getByRole("button", { name: "Hide what you type" })).toBeVisible();
    await expect(page.getByLabel("Password", { exact: true })).toHaveValue("what I type");
  });

  test("signs in before the scripts are there, by the form itself", async ({ page }) => {
    const release = await holdScripts(page);
    await page.goto(paths.signIn(), { waitUntil: "commit" });
    await signIn(page, "owner@demo.test", PASSWORD);
    await expect(page.getByRole("heading", { level: 1, name: "Today" })).toBeVisible();
    release();
  });

  test("hears the same sentence for a wrong password and for an unknown address", async ({ page }) => {
    await open(page, paths.signIn());
    const said: string[] = [];
    for (const email of ["manager@demo.test", "nobody@demo.test"]) {
      await signIn(page, email, "not the password at all");
      const summary = page.getByRole("alert").filter({ hasText: "There is a problem" });
      await expect(summary).toBeFocused();
      said.push(await summary.innerText());
      await page.reload();
    }
    expect(said[0]).toContain("Email or password is wrong");
    expect(said[1]).toBe(said[0]);
  });

  test("is told which field is empty, and is led to it", async ({ page }) => {
    await open(page, paths.signIn());
    await page.getByRole("button", { name: "Sign in" }).click();
    await page.getByRole("link", { name: "Enter your email address." }).click();
    await expect(page.getByLabel("Email")).toBeFocused();
    await expect(page.getByLabel("Email")).toHaveAccessibleDescription("Enter your email address.");
  });

  test("comes back to the page that was asked for, and never leaves the product", async ({ page }) => {
    await open(page, paths.returns("awaiting_return"));
    await signIn(page, "owner@demo.test", PASSWORD);
    await expect(page).toHaveURL(paths.returns("awaiting_return"));
    await page.context().clearCookies();
    await open(page, paths.signIn("//elsewhere.test/returns"));
    await signIn(page, "owner@demo.test", PASSWORD);
    await expect(page.getByRole("heading", { level: 1, name: "Today" })).toBeVisible();
  });

  test("reads Chinese before signing in, and keeps it afterwards", async ({ page }) => {
    await open(page, paths.signIn());
    await page.getByRole("button", { name: "简体中文" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "登录" })).toBeVisible();
    await page.getByLabel("邮箱").fill("owner@demo.test");
    await page.getByLabel("密码", { exact: true }).fill(PASSWORD);
    await page.getByRole("button", { name: "登录" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "今日" })).toBeVisible();
  });

  test("gets nothing of the console, page or data, without signing in", async ({ page, request }) => {
    await open(page, paths.account);
    await expect(page.getByRole("heading", { level: 1, name: "Sign in" })).toBeVisible();
    const data = await request.get(paths.returns(), { headers: { rsc: "1" }, maxRedirects: 0 });
    expect(await data.text()).not.toContain("Demo Trading");
    const file = await request.get(paths.file("01930000-0000-7000-8000-000000000001"), { maxRedirects: 0 });
    expect(file.status()).toBe(401);
  });
});

shopTest("An account that is guessed at is closed for a while, and says until when", async ({ page, shop }) => {
  await page.context().clearCookies();
  await open(page, paths.signIn());
  const summary = page.getByRole("alert").filter({ hasText: "There is a problem" });
  for (let tries = 1; tries <= 8; tries++) {
    const answered = page.waitForResponse("**/api/auth/callback/credentials");
    await signIn(page, shop.seller.owner.email, `guess number ${tries}`);
    await answered;
  }
  await expect(summary).toContainText("Email or password is wrong");
  await signIn(page, shop.seller.owner.email, PASSWORD);
  await expect(summary).toContainText(/Too many wrong tries\. Try again at .*\d:\d\d/);
});

shopTest("Signing out ends the session at once, also for a cookie that was kept", async ({ page, request }) => {
  await open(page, paths.returns());
  const kept = await page.context().cookies();
  await signOut(page);
  await expect(page.getByRole("heading", { level: 1, name: "Sign in" })).toBeVisible();
  await page.context().addCookies(kept);
  await open(page, paths.returns());
  await expect(page.getByRole("heading", { level: 1, name: "Sign in" })).toBeVisible();
  const cookie = kept.map(({ name, value }) => `${name}=${value}`).join("; ");
  const file = await request.get(paths.file("01930000-0000-7000-8000-000000000001"), { headers: { cookie } });
  expect(file.status()).toBe(401);
});

shopTest("Changing the password ends the other sessions and takes the new one", async ({ page, browser, shop }) => {
  const other = await browser.newPage();
  await other.context().clearCookies();
  await open(other, paths.signIn());
  await signIn(other, shop.seller.owner.email, PASSWORD);
  await expect(other.getByRole("heading", { level: 1, name: "Today" })).toBeVisible();
  await open(page, paths.account);
  await page.getByLabel("Current password").fill(PASSWORD);
  await page.getByLabel("New password").fill("seven quiet lanterns over water");
  await page.getByRole("button", { name: "Change password" }).click();
  await expect(page.getByText("Your password was changed. Other sessions have ended.")).toBeVisible();
  await other.goto(paths.returns());
  await expect(other.getByRole("heading", { level: 1, name: "Sign in" })).toBeVisible();
  await other.close();
});

test.describe("A viewer", () => {
  test.use({ as: "viewer@demo.test" });

  test("reads returns and is offered nothing that would change them", async ({ page }) => {
    await open(page, paths.returns());
    await expect(page.getByRole("row").nth(1)).toBeVisible();
    for (const name of [/^Authorize/, /^Close request/, /^More actions for/]) {
      await expect(page.getByRole("button", { name })).toHaveCount(0);
    }
    await expect(page.getByRole("checkbox")).toHaveCount(0);
    await expect(page.getByRole("link", { name: "Import report" })).toHaveCount(0);
    await page.keyboard.press("j");
    await page.keyboard.press("a");
    await expect(page.getByRole("dialog")).toHaveCount(0);
    await page
      .getByRole("link", { name: /^R-\d+$/ })
      .first()
      .click();
    await expect(page.getByRole("region", { name: "Conversation" })).toBeVisible();
    await page.getByRole("link", { name: /^Team notes/ }).click();
    await expect(page.getByRole("region", { name: "Team notes" })).toBeVisible();
    for (const name of [/^Authorize/, /^Close request/, /^Message/, "Add note"]) {
      await expect(page.getByRole("button", { name })).toHaveCount(0);
    }
  });
});
