import { paths } from "@/lib/i18n/paths";
import { expect, open, shopTest as test } from "./fixtures";

test("A store's key is shown once, followed by another while both count, and shut out when it is revoked", async ({
  page,
  shop,
  playwright,
  baseURL,
}) => {
  const channelId = await shop.channel();
  // Another system: it has no session, and nothing but the key.
  const other = await playwright.request.newContext({ ...(baseURL ? { baseURL } : {}) });
  const answerTo = async (key: string) =>
    (await other.get("/api/channel", { headers: { authorization: `Bearer ${key}` } })).status();
  await open(page, paths.settingsChannel(channelId));
  const card = page.getByRole("region", { name: "Key for other systems" });
  const shown = page.getByRole("dialog", { name: "The new key" });
  const take = async () => {
    const key = (await shown.getByRole("code").textContent()) ?? "";
    await shown.getByRole("button", { name: "I have copied it" }).click();
    await expect(shown).toHaveCount(0);
    return key;
  };

  await expect(card).toContainText("No key yet");
  await card.getByRole("button", { name: "Make a key" }).click();
  const first = await take();
  const ends = (key: string) => `Ends in …${key.slice(-4)}`;
  await expect(card).toContainText(ends(first));
  expect(await answerTo(first)).toBe(200);
  expect(await answerTo(`${first.slice(0, -1)}${first.endsWith("a") ? "b" : "a"}`)).toBe(401);
  await page.reload();
  await expect(card).toContainText(ends(first));
  expect(await page.content()).not.toContain(first);

  await card.getByRole("button", { name: "Replace…" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Make a key" }).click();
  const second = await take();
  expect(second).not.toBe(first);
  await expect(card.getByRole("listitem").filter({ hasText: ends(first) })).toContainText("Counts until");
  expect([await answerTo(first), await answerTo(second)]).toEqual([200, 200]);

  await card
    .getByRole("listitem")
    .filter({ hasText: ends(first) })
    .getByRole("button", { name: "Revoke…" })
    .click();
  await page.getByRole("dialog").getByRole("button", { name: "Revoke", exact: true }).click();
  await expect(card).not.toContainText(ends(first));
  expect([await answerTo(first), await answerTo(second)]).toEqual([401, 200]);
  await other.dispose();
});
