import { readPdf } from "@/db/testing-pdf";
import { paths } from "@/lib/i18n/paths";
import { expect, faultsOf, mailsOf, open, PASSWORD, shopTest as test } from "./fixtures";

test("S1-08 Authorize ten, undo two: eight messages, each once, and the label's barcode is the RMA", async ({
  page,
  shop,
}) => {
  const channelId = await shop.channel({ undoSeconds: 60 });
  const buyer = `${crypto.randomUUID()}@buyers.example.net`;
  const requests = await Promise.all(
    Array.from({ length: 10 }, () => shop.request({ channelId, buyerName: "Mei Lin", buyerEmail: buyer })),
  );
  const [first, second, third] = requests;
  if (!first || !second || !third) throw new Error("no requests");
  await open(page, paths.returns());
  await page.getByRole("checkbox", { name: "Select this page" }).check();
  await page.getByRole("button", { name: /^Authorize [\d,]+…$/ }).click();
  const dialog = page.getByRole("dialog", { name: "Authorize 10 returns" });
  await dialog.getByRole("button", { name: "Authorize 10 returns" }).click();
  await expect(dialog.getByRole("heading", { name: "10 returns authorized" })).toBeVisible();
  for (const { id, name } of [first, second]) {
    await open(page, paths.returnDetail(id));
    await expect(page.getByRole("region", { name: "Conversation" })).toContainText("Held back");
    await page.getByRole("button", { name: /^Undo/ }).first().click();
    await expect(page.getByText(`The decision on ${name} was undone.`)).toBeVisible();
  }

  await shop.hurry();
  const ofBuyer = async () => (await mailsOf("Mei Lin")).filter(({ to }) => to?.[0]?.address === buyer);
  await expect.poll(async () => (await ofBuyer()).length).toBe(8);
  const mails = await ofBuyer();
  expect(new Set(mails.map(({ messageId }) => messageId)).size).toBe(8);
  const told = (name: string) => mails.filter(({ text }) => text?.includes(name)).length;
  expect(requests.map(({ name }) => told(name))).toEqual([0, 0, 1, 1, 1, 1, 1, 1, 1, 1]);
  const label = mails.find(({ text }) => text?.includes(third.name))?.attachments[0];
  const [printed] = await readPdf(new Uint8Array(label?.content as ArrayBuffer));
  expect(printed?.codes).toContainEqual({ format: "Code128", text: label?.filename?.replace(".pdf", "") });

  await open(page, paths.mailbox());
  await expect(page.getByRole("list", { name: "Messages, newest first" }).getByText("Sent")).toHaveCount(8);
  expect(await faultsOf(page)).toEqual([]);
  await page
    .getByRole("link", { name: /Your return/ })
    .first()
    .click();
  await expect(page.getByRole("region", { name: "Headers" })).toContainText(buyer);
  // The frame runs no script, so a test cannot look into it either.
  const frame = page.getByTitle("The message as a mail program shows it");
  await expect(frame).toHaveAttribute("sandbox", "");
  await expect(frame).toHaveAttribute("srcdoc", /Mei Lin/);
  await page.getByRole("button", { name: "As plain text" }).click();
  await expect(page.locator("pre")).toContainText("1 Depot Way");
});

test.describe("from a mail", () => {
  test.use({ storageState: { cookies: [], origins: [] } });

  test("S1-17 A link opens the dialog after sign-in, and acts on nothing", async ({ page, shop }) => {
    const channelId = await shop.channel();
    const { id, name } = await shop.request({ channelId, isAnnounced: true, buyerComment: "It does not fit." });
    await shop.hurry();
    const ofRequest = async () =>
      (await mailsOf(name)).find(({ to }) => to?.[0]?.address === shop.seller.owner.email) ?? null;
    await expect.poll(async () => (await ofRequest())?.text ?? "").toContain("It does not fit.");
    const link = /\S+\?dialog=close/.exec((await ofRequest())?.text ?? "")?.[0] ?? "";
    await page.goto(link);
    await page.getByLabel("Email").fill(shop.seller.owner.email);
    await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
    await page.getByRole("button", { name: "Sign in" }).click();
    const dialog = page.getByRole("dialog", { name: `Close request ${name}` });
    await expect(dialog).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(dialog).toHaveCount(0);
    await open(page, paths.returnDetail(id));
    await expect(page.getByRole("dialog")).toHaveCount(0);
    await expect(page.getByRole("button", { name: "Authorize return" })).toBeVisible();
  });
});
