import type { Page } from "@playwright/test";
import { paths } from "@/lib/i18n/paths";
import { expect, faultsOf, mailsOf, open, PASSWORD, type Shop, shopTest as test } from "./fixtures";

const NEW_PASSWORD = "seven quiet lanterns over water";

/** The personal link in the newest mail to this address whose text has such a link. */
async function linkTo(email: string, kind: "invite" | "reset"): Promise<string> {
  let link = "";
  await expect
    .poll(
      async () => {
        const mails = (await mailsOf(`/${kind}/`)).filter(({ to }) => to?.[0]?.address === email);
        link = new RegExp(`/${kind}/[\\w-]+`).exec(mails.at(-1)?.text ?? "")?.[0] ?? "";
        return link;
      },
      { timeout: 20_000 },
    )
    .not.toBe("");
  return link;
}

/** Asks somebody to join as an agent, on the Team page. */
async function invite(page: Page, shop: Shop): Promise<string> {
  const email = `${crypto.randomUUID()}@team.example.net`;
  await open(page, paths.team);
  await page.getByRole("button", { name: "Invite…" }).click();
  const dialog = page.getByRole("dialog", { name: "Invite somebody" });
  await dialog.getByLabel("Email").fill(email);
  await dialog.getByRole("button", { name: "Send invitation" }).click();
  await expect(page.getByText(`Invitation sent to ${email}`)).toBeVisible();
  await shop.hurry();
  return email;
}

/** Opens the link in another browser, makes the account, and is in. */
async function join(page: Page, link: string): Promise<void> {
  await open(page, link);
  await page.getByLabel("Your name").fill("Nora New");
  await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: "Create account and join" }).click();
  await expect(page.getByRole("heading", { level: 1, name: /^(Today|Manage Returns)$/ })).toBeVisible();
}

test("An owner invites somebody, who joins by the link in the mail, and is out at once when deactivated", async ({
  page,
  shop,
  browser,
}) => {
  const email = await invite(page, shop);
  const link = await linkTo(email, "invite");
  const other = await browser.newContext({ storageState: { cookies: [], origins: [] } });
  const nora = await other.newPage();
  await nora.goto(link);
  expect(await faultsOf(nora)).toEqual([]);
  await join(nora, link);
  await nora.goto(link);
  await expect(nora.getByRole("heading", { level: 1 })).toHaveText("This invitation was used");

  await open(page, paths.team);
  await expect(page.getByText("Waiting to join")).toHaveCount(0);
  await page.getByRole("button", { name: "Actions for Nora New" }).click();
  await page.getByRole("menuitem", { name: "Deactivate…" }).click();
  const dialog = page.getByRole("dialog", { name: "Deactivate Nora New?" });
  await expect(dialog.getByText("No open return is assigned to them.")).toBeVisible();
  await dialog.getByRole("button", { name: "Deactivate", exact: true }).click();
  await expect(page.getByText("Nora New was deactivated")).toBeVisible();
  await nora.goto(paths.returns());
  await expect(nora.getByRole("heading", { level: 1, name: "Sign in" })).toBeVisible();
  await other.close();
});

test("A person who forgot the password chooses another by mail, once, and the mailbox keeps no link", async ({
  page,
  shop,
  browser,
}) => {
  const email = await invite(page, shop);
  const invitation = await linkTo(email, "invite");
  const other = await browser.newContext({ storageState: { cookies: [], origins: [] } });
  const nora = await other.newPage();
  await join(nora, invitation);
  await other.clearCookies();
  await open(nora, paths.signIn());
  await nora.getByRole("link", { name: "Forgot your password?" }).click();
  await expect(nora.getByRole("heading", { level: 1, name: "Forgot your password?" })).toBeVisible();
  await nora.getByLabel("Email").fill(email);
  await nora.getByRole("button", { name: "Send the link" }).click();
  await expect(nora.getByText(`If ${email} has an account`)).toBeVisible();
  await shop.hurry();
  const link = await linkTo(email, "reset");
  await open(nora, link);
  await nora.getByLabel("New password").fill(NEW_PASSWORD);
  await nora.getByRole("button", { name: "Save password and sign in" }).click();
  await expect(nora.getByRole("heading", { level: 1, name: /^(Today|Manage Returns)$/ })).toBeVisible();
  await nora.goto(link);
  await expect(nora.getByRole("heading", { level: 1 })).toHaveText("This link was used");
  await other.close();

  await open(page, paths.mailbox());
  await page.getByRole("link", { name: "Choose a new password" }).click();
  await expect(page.getByText("The link in this message is personal.")).toBeVisible();
  await page.getByText("As plain text").click();
  await expect(page.getByText("/reset/only-in-the-mail")).toBeVisible();
});

test("Somebody with a limit of two is refused three at once, and the team is shown to a viewer unchangeable", async ({
  page,
  shop,
  browser,
}) => {
  const channelId = await shop.channel();
  const state = await shop.colleague("agent", "Ada Agent");
  await open(page, paths.team);
  await page.getByRole("button", { name: "Actions for Ada Agent" }).click();
  await page.getByRole("menuitem", { name: "Limits…" }).click();
  const dialog = page.getByRole("dialog", { name: "Limits of Ada Agent" });
  await dialog.getByLabel("Returns at once").fill("2");
  await dialog.getByRole("button", { name: "Add a currency" }).click();
  await dialog.getByLabel("Most per refund").fill("20,5x");
  await dialog.getByRole("button", { name: "Save limits" }).click();
  await expect(dialog.getByRole("alert").filter({ hasText: "There is a problem" })).toContainText("Most per refund");
  await dialog.getByLabel("Most per refund").fill("20.50");
  await dialog.getByLabel("Most a day").fill("90");
  await dialog.getByRole("button", { name: "Save limits" }).click();
  await expect(
    page.getByText("refunds up to US$20.50 · refunds up to US$90.00 a day · up to 2 returns at once"),
  ).toBeVisible();

  for (let made = 0; made < 3; made++) await shop.request({ channelId });
  const agent = await browser.newContext({ storageState: state });
  const working = await agent.newPage();
  await open(working, paths.returns());
  await working.getByRole("checkbox", { name: "Select this page" }).check();
  await working.getByRole("button", { name: /^Authorize [\d,]+…$/ }).click();
  await expect(working.getByRole("dialog").getByText("You may do at most 2 returns at once.")).toBeVisible();
  await agent.close();

  const link = page.getByRole("link", { name: "Export CSV" });
  const file = await page.request.get(String(await link.getAttribute("href")));
  expect(await file.text()).toMatch(/"Ada Agent".*"USD 20\.50"/);

  const viewer = await browser.newContext({ storageState: await shop.colleague("viewer", "Vera") });
  const looking = await viewer.newPage();
  await looking.goto(paths.team);
  await expect(looking.getByText("You can see the team but not change it.")).toBeVisible();
  await expect(looking.getByRole("button", { name: /^(Invite…|Actions for)/ })).toHaveCount(0);
  await viewer.close();
});
