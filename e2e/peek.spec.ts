import { aChannel, aReturn, aSeller } from "@/db/testing-data";
import { paths } from "@/lib/i18n/paths";
import { expect, faultsOf, open, shopTest as test } from "./fixtures";

test("D30 Space looks at a row beside the list, keys and decisions lead to the next, and the address brings it back", async ({
  page,
  shop,
}) => {
  const channelId = await shop.channel();
  const first = await shop.request({ channelId, buyerComment: "The sole came off." });
  const second = await shop.request({ channelId, buyerComment: "Too loud at night." });
  const peek = page.getByRole("complementary", { name: "Return beside the list" });
  await open(page, paths.returns());
  const rows = page.getByRole("rowheader").getByRole("link");
  await expect(rows).toHaveCount(2);
  const isFirst = (await rows.first().innerText()) === first.name;
  const [above, below] = isFirst ? [first, second] : [second, first];
  await rows.first().focus();
  await page.keyboard.press("Space");
  await expect(peek.getByRole("heading", { level: 2, name: above.name })).toBeVisible();
  await expect(peek.getByRole("region", { name: "Policy" })).toBeVisible();
  await page.keyboard.press("j");
  await expect(peek.getByRole("heading", { level: 2, name: below.name })).toBeVisible();
  await expect(page.getByRole("link", { name: below.name, exact: true })).toBeFocused();
  expect(await faultsOf(page)).toEqual([]);

  await page.keyboard.press("k");
  await expect(peek.getByRole("heading", { level: 2, name: above.name })).toBeVisible();
  await peek.getByRole("button", { name: "Authorize…" }).click();
  const dialog = page.getByRole("dialog", { name: `Authorize return ${above.name}` });
  await dialog.getByRole("button", { name: "Authorize return" }).click();
  await expect(page.getByText(`${above.name} authorized`)).toBeVisible();
  await expect(peek.getByRole("heading", { level: 2, name: below.name })).toBeVisible();

  await page.reload();
  await expect(peek.getByRole("heading", { level: 2, name: below.name })).toBeVisible();
  await peek.getByRole("button", { name: "Close", exact: true }).click();
  await expect(peek).toHaveCount(0);
});

test("A return of another seller cannot be looked at beside the list", async ({ page, db }) => {
  const stranger = await aSeller(db);
  const { id } = await aReturn(db, stranger, { channelId: await aChannel(db, stranger, { code: "theirs" }) });
  await open(page, `${paths.returns()}?peek=${id}`);
  await expect(page.getByText("There is no such return")).toBeVisible();
  expect((await page.request.get(`/api/returns/${id}/peek`)).status()).toBe(404);
});
