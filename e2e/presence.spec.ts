import type { Page } from "@playwright/test";
import { paths } from "@/lib/i18n/paths";
import { expect, faultsOf, open, shopTest as test } from "./fixtures";

const companyOf = (page: Page) => page.getByRole("list", { name: "Also looking at this return" });

test("D27 Who else has a return open, and what they do there, is seen on its page and in the list, until they leave", async ({
  page,
  shop,
  browser,
}) => {
  const wanted = await shop.request({ channelId: await shop.channel() });
  const colleague = await browser.newPage({ storageState: await shop.colleague("agent", "Mei Agent") });
  await open(page, paths.returnDetail(wanted.id));
  await expect(page.getByRole("heading", { level: 1, name: wanted.name })).toBeVisible();
  await expect(companyOf(page)).toHaveCount(0);
  await open(colleague, paths.returnDetail(wanted.id));
  await expect(companyOf(page)).toContainText("Mei Agent is looking");
  await expect(companyOf(colleague)).toContainText("Olive Owner is looking");
  await colleague.getByRole("button", { name: "Close request…" }).click();
  await expect(companyOf(page)).toContainText(/Mei Agent is closing – for \d+ s/);
  expect(await faultsOf(page)).toEqual([]);
  await page.getByRole("link", { name: "Manage Returns" }).first().click();
  await expect(page.getByRole("rowheader").getByText("Open at Mei Agent")).toBeAttached();
  await page.getByRole("link", { name: wanted.name, exact: true }).click();
  await expect(companyOf(page)).toContainText("Mei Agent is closing");
  await colleague.keyboard.press("Escape");
  await expect(companyOf(page)).toContainText("Mei Agent is looking");
  await colleague.getByRole("link", { name: "Manage Returns" }).first().click();
  await expect(companyOf(page)).toHaveCount(0);
  await colleague.close();
});

test("D27 Who opens what a colleague has open is told and may go on; the second decision is refused, and nothing typed is lost", async ({
  page,
  shop,
  browser,
}) => {
  const wanted = await shop.request({ channelId: await shop.channel() });
  const colleague = await browser.newPage({ storageState: await shop.colleague("agent", "Mei Agent") });
  const dialogOf = (who: Page) => who.getByRole("dialog", { name: `Authorize return ${wanted.name}` });
  await open(page, paths.returnDetail(wanted.id));
  await page.getByRole("button", { name: "Authorize return…" }).click();
  await expect(dialogOf(page)).toBeVisible();
  await open(colleague, paths.returns());
  await colleague.getByRole("button", { name: `Authorize ${wanted.name}…` }).click();
  await expect(dialogOf(colleague)).toContainText("Olive Owner is authorizing this return.");
  await dialogOf(colleague).getByRole("button", { name: "Change words to the buyer" }).click();
  const instructions = dialogOf(colleague).getByLabel("Instructions to the buyer");
  await instructions.fill("Please add the box.");
  expect(await faultsOf(colleague)).toEqual([]);
  await expect(dialogOf(page)).not.toContainText("Mei Agent");
  await dialogOf(page).getByRole("button", { name: "Authorize return" }).click();
  await expect(page.getByText(`${wanted.name} authorized`)).toBeVisible();
  await expect(dialogOf(colleague)).toContainText("Olive Owner authorized this return while you were here.");
  await dialogOf(colleague).getByRole("button", { name: "Authorize return" }).click();
  await expect(dialogOf(colleague).getByRole("alert")).toContainText("authorized and awaiting the parcel");
  await expect(instructions).toHaveValue("Please add the box.");
  await colleague.close();
});

test("A page that a colleague was faster than says so, and shows how it stands when its reader wants it", async ({
  page,
  shop,
  browser,
}) => {
  const wanted = await shop.request({ channelId: await shop.channel() });
  const colleague = await browser.newPage({ storageState: await shop.colleague("manager", "Mei Manager") });
  await open(page, `${paths.returnDetail(wanted.id)}?show=notes`);
  const note = page.getByRole("textbox", { name: "Internal note" });
  await note.fill("Half a thought");
  await open(colleague, paths.returnDetail(wanted.id));
  await colleague.getByRole("button", { name: "More actions" }).click();
  await colleague.getByRole("menuitem", { name: /withdrawal/ }).click();
  await colleague.getByRole("button", { name: "Record withdrawal" }).click();
  await expect(page.getByText("Mei Manager recorded a withdrawal while you were here.")).toBeVisible();
  await page.getByRole("button", { name: "Show how it stands" }).click();
  await expect(page.getByRole("main").getByText("Withdrawn by buyer")).toBeVisible();
  await expect(page.getByText("while you were here")).toHaveCount(0);
  await expect(note).toHaveValue("Half a thought");
  await colleague.close();
});

test("Who is where is told to nobody from elsewhere: not without our own page, not for another shop", async ({
  page,
  shop,
  baseURL,
}) => {
  const { id } = await shop.request({ channelId: await shop.channel() });
  const beat = async (sellerId: string, origin: string) => {
    const address = `/api/returns/${id}/presence?seller=${sellerId}`;
    return (await page.request.post(address, { headers: { origin }, data: { doing: "looking" } })).text();
  };
  const { sellerId } = shop.seller;
  expect(await beat(sellerId, String(baseURL))).toContain('"colleagues":[]');
  expect(await beat(sellerId, "https://elsewhere.example")).toContain("foreign_origin");
  expect(await beat(id, String(baseURL))).toContain("seller_changed");
});
