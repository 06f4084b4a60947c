import type { Locator } from "@playwright/test";
import { paths } from "@/lib/i18n/paths";
import { expect, faultsOf, open, shopTest as test } from "./fixtures";

const UPS = "1Z5R89390357567127";

/** A list as somebody chooses it from their files. */
const give = (dialog: Locator, name: string, lines: readonly string[]) =>
  dialog
    .getByLabel(/A CSV or Excel file/)
    .setInputFiles({ name, mimeType: "text/csv", buffer: Buffer.from(lines.join("\n")) });

test("S1-21 Scans come by file: a parcel's scan is recorded, and a row that is nobody's is told", async ({
  page,
  shop,
}) => {
  const channelId = await shop.channel();
  const wanted = await shop.request({ channelId, status: "awaiting_return" });
  await open(page, paths.returnDetail(wanted.id));
  await page.getByRole("button", { name: "Add parcel…" }).click();
  const announce = page.getByRole("dialog", { name: "Add a parcel" });
  await announce.getByLabel("Tracking number").fill(UPS);
  await announce.getByRole("button", { name: "Add parcel", exact: true }).click();
  await expect(page.getByText(`${UPS} is followed`)).toBeVisible();

  await open(page, paths.parcels());
  await page.getByRole("button", { name: "Upload scans…" }).click();
  const dialog = page.getByRole("dialog", { name: "Upload scans of parcels" });
  const lines = [
    "tracking,time,status",
    `${UPS},2026-11-20 09:00,in transit`,
    "LP000000000CN,2026-11-20 09:00,delivered",
  ];
  await give(dialog, "scans.csv", lines);
  await expect(dialog.getByRole("status").filter({ hasText: "1 recorded" })).toBeVisible();
  await expect(dialog.getByRole("region", { name: "1 row needs a look" })).toContainText("LP000000000CN");
  expect(await faultsOf(page)).toEqual([]);
});

test("P-11 Units that another warehouse received come by file, and an unknown return is told", async ({
  page,
  shop,
}) => {
  const channelId = await shop.channel();
  const wanted = await shop.request({ channelId, status: "awaiting_return" });
  await open(page, paths.receivedUnits);
  await page.getByRole("button", { name: "Receive from a file…" }).click();
  const dialog = page.getByRole("dialog", { name: "Receive what another warehouse unpacked" });
  await give(dialog, "received.csv", ["return,condition", `${wanted.name},new`, "R-99999999,new"]);
  await expect(dialog.getByRole("status").filter({ hasText: "1 unit" })).toBeVisible();
  await expect(dialog.getByText("R-99999999")).toBeVisible();
  await dialog.getByRole("button", { name: "Close", exact: true }).last().click();
  await expect(page.getByRole("link", { name: wanted.name })).toBeVisible();
});

test("S1-21 The buyers of a selection are reminded, whoever cannot be is told why, and all of it is taken back", async ({
  page,
  shop,
}) => {
  const channelId = await shop.channel({ undoSeconds: 60 });
  const reached = { channelId, status: "awaiting_return" as const, buyerEmail: "mei@buyers.test" };
  await shop.request(reached);
  await shop.request({ channelId, status: "awaiting_return" });
  await open(page, paths.returns("awaiting_return"));
  await page.getByRole("checkbox", { name: "Select this page" }).check();
  await page.getByRole("button", { name: "Remind 2…" }).click();
  const dialog = page.getByRole("dialog", { name: "Remind the buyers of 2 returns" });
  await expect(dialog).toContainText("The buyer’s e-mail address is not known");
  await dialog.getByRole("button", { name: "Remind 1 buyer" }).click();
  await expect(dialog.getByRole("heading", { name: "1 buyer is reminded" })).toBeVisible();
  expect(await faultsOf(page)).toEqual([]);
  await dialog.getByRole("button", { name: /^Undo all/ }).click();
  await expect(dialog.getByRole("heading", { name: "1 buyer is reminded" })).toHaveCount(0);
});
