import { readPdf } from "@/db/testing-pdf";
import { paths } from "@/lib/i18n/paths";
import { expect, open, shopTest as test } from "./fixtures";

test("S1-09 Label and slip of an authorized return are printed on the paper that was chosen last", async ({
  page,
  shop,
}) => {
  const { id } = await shop.request({ channelId: await shop.channel(), buyerName: "Jordan Rivera" });
  await open(page, paths.returnDetail(id));
  const label = page.getByRole("region", { name: "Label and address" });
  await expect(label.getByText("None yet")).toBeVisible();
  await expect(label.getByRole("link", { name: "Print" })).toHaveCount(0);

  await page.getByRole("button", { name: "Authorize return…" }).click();
  const dialog = page.getByRole("dialog", { name: /Authorize return/ });
  await dialog.getByRole("button", { name: "Change RMA number" }).click();
  await dialog.getByRole("radio", { name: "A number of your own" }).check();
  await dialog.getByLabel("Your RMA number").fill("SHOP-77");
  await dialog.getByRole("button", { name: "Authorize return", exact: true }).click();
  const both = label.getByRole("link", { name: "Print both" });
  await expect(both).toBeVisible();
  await expect(both).toHaveAttribute("target", "_blank");
  await expect(label.getByLabel("Label paper")).toHaveValue("4x6");

  await label.getByLabel("Label paper").selectOption("100 × 150 mm");
  await page.reload();
  await expect(label.getByLabel("Label paper")).toHaveValue("100x150");
  const answer = await page.request.get((await both.getAttribute("href")) ?? "");
  expect(answer.headers()["content-disposition"]).toContain('inline; filename="SHOP-77.pdf"');
  const pages = await readPdf(await answer.body());
  expect(pages.map(({ codes }) => codes.map(({ text }) => text))).toEqual([
    ["SHOP-77", "SHOP-77"],
    ["SHOP-77", "SHOP-77"],
  ]);
  expect(Math.round(pages[0]?.width ?? 0)).toBe(283);
});

test("Slips and labels of a selection come as one PDF in the order of the list; what has none is named before", async ({
  page,
  context,
  shop,
}) => {
  const channelId = await shop.channel();
  await shop.request({ channelId });
  await shop.request({ channelId });
  await open(page, paths.returns());
  await page.getByRole("checkbox", { name: "Select this page" }).check();
  await page.getByRole("button", { name: /^Authorize [\d,]+…$/ }).click();
  const bulk = page.getByRole("dialog", { name: "Authorize 2 returns" });
  await bulk.getByRole("button", { name: "Authorize 2 returns" }).click();
  await expect(bulk.getByRole("heading", { name: "2 returns authorized" })).toBeFocused();
  const waiting = await shop.request({ channelId });

  await open(page, paths.returns("all"));
  const listed = await page.getByRole("rowheader").getByRole("link").allInnerTexts();
  await page.getByRole("checkbox", { name: "Select this page" }).check();
  await page.getByRole("button", { name: "Print slips and labels" }).click();
  const dialog = page.getByRole("dialog", { name: "Print slips and labels of 3 returns" });
  await expect(dialog.getByText("2 returns will be printed.")).toBeVisible();
  await expect(dialog.getByRole("listitem").filter({ hasText: "Not authorized yet" })).toContainText(waiting.name);
  await dialog.getByRole("radio", { name: "Labels only" }).check();
  const sent = context.waitForEvent("request", (request) => new URL(request.url()).pathname === "/api/labels");
  await dialog.getByRole("button", { name: "Open PDF" }).click();
  const form = await sent;

  const answer = await page.request.post(form.url(), { headers: await form.allHeaders(), data: form.postData() ?? "" });
  const pages = await readPdf(await answer.body());
  const printed = listed.filter((name) => name !== waiting.name);
  expect(pages).toHaveLength(2);
  expect(pages.map(({ text }, index) => text.includes(`Return${printed[index]}`))).toEqual([true, true]);
});
