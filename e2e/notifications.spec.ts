import { paths } from "@/lib/i18n/paths";
import { expect, faultsOf, open, shopTest as test } from "./fixtures";

test("S1-01 An owner chooses their mails, a colleague's and the hour of the digest, and finds them so again", async ({
  page,
  shop,
}) => {
  await shop.colleague("viewer", "Vera");
  await open(page, paths.notifications);
  const own = page.getByRole("region", { name: "Your mails" });
  await own.getByRole("checkbox", { name: "Withdrawn request" }).uncheck();
  await expect(page.getByRole("checkbox", { name: "Vera New requests" })).toBeDisabled();
  await page.getByRole("checkbox", { name: "Vera Digest" }).check();
  await page.getByLabel("Hour", { exact: true }).selectOption("07:00");
  await page.getByLabel("Time zone").selectOption("Asia/Shanghai");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("Notifications saved")).toBeVisible();
  await page.reload();
  await expect(own.getByRole("checkbox", { name: "Withdrawn request" })).not.toBeChecked();
  await expect(own.getByRole("checkbox", { name: "Daily digest" })).toBeChecked();
  await expect(page.getByRole("checkbox", { name: "Vera Digest" })).toBeChecked();
  await expect(page.getByLabel("Hour", { exact: true })).toHaveValue("7");
  await expect(page.getByLabel("Time zone")).toHaveValue("Asia/Shanghai");
});

test("A group robot is added by its vendor's address only, which is not shown again, and retired", async ({
  page,
  shop,
  browser,
}) => {
  await open(page, paths.notifications);
  await page.getByRole("button", { name: "Add a robot…" }).click();
  const dialog = page.getByRole("dialog", { name: "Add a group robot" });
  await dialog.getByRole("radio", { name: "DingTalk" }).check();
  await dialog.getByLabel("Name").fill("Night shift");
  await dialog.getByLabel("Webhook address").fill("https://robots.example/robot/send?access_token=abcd1234");
  await dialog.getByRole("button", { name: "Add robot" }).click();
  await expect(dialog.getByRole("alert")).toContainText("This is not the webhook address of such a robot.");
  await dialog.getByLabel("Webhook address").fill("https://oapi.dingtalk.com/robot/send?access_token=abcd1234");
  await dialog.getByLabel(/^Signing secret/).fill("SEC0123");
  expect(await faultsOf(page)).toEqual([]);
  await dialog.getByRole("button", { name: "Add robot" }).click();
  const robot = page.getByRole("list", { name: "Group robots" }).getByRole("listitem");
  await expect(robot).toContainText("Night shift");
  await expect(robot).toContainText("Address ends in …1234 · signed");
  expect(await page.content()).not.toMatch(/abcd1234|SEC0123/);
  await robot.getByRole("button", { name: "More for Night shift" }).click();
  await page.getByRole("menuitem", { name: "Switch off" }).click();
  await expect(robot).toContainText("Switched off");
  expect(await faultsOf(page)).toEqual([]);
  const viewer = await browser.newContext({ storageState: await shop.colleague("viewer", "Vera") });
  const looking = await viewer.newPage();
  await looking.goto(paths.notifications);
  await expect(looking.getByText("An owner or a manager can add and change robots.")).toBeVisible();
  await viewer.close();
  await robot.getByRole("button", { name: "More for Night shift" }).click();
  await page.getByRole("menuitem", { name: "Retire…" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Retire", exact: true }).click();
  await expect(page.getByText("No robot yet")).toBeVisible();
});
