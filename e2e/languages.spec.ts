import type { Page } from "@playwright/test";
import { paths } from "@/lib/i18n/paths";
import { choose, expect, open, test } from "./fixtures";
import { pagesOfDemo } from "./pages";

/** Names, and words that Chinese sellers write in Latin letters themselves. */
const LATIN =
  /D[A-Z0-9]+RRMA|Homeward|Amazon|AliExpress|RMA|SKU|ASIN|A-to-Z|SAFE-T|PDF|CSV|XLSX|ZIP|Message-ID|PNG|JPEG|UTC|GMT|Prime|English|Demo Trading(?: Returns)?|Reno|Leeds|Erfurt|UNITED STATES|UNITED KINGDOM|GERMANY|Small things|HAZ-46|Electronics|Gift cards|Handmade|Own shop|Enter|Shift|Alt|alt\+T|Ctrl|Esc|\b[A-Z]{2}\b|\{[a-z]+(?::\d+)?\}|\bMB\b|\b(USD|GBP|EUR|CNY|JPY)\b|R-\d+|[\w.]+@[\w.]+|Olive Owner|Chen Agent|Mei Manager|Viktor Viewer|Wanda Warehouse/g;

/** What the console itself says: headings, labels, names of controls and columns; not what buyers and sellers wrote. */
async function latinWords(page: Page): Promise<string[]> {
  const said = await page.evaluate(() => {
    const own = "h1, h2, h3, th[scope=col], button, label, legend, summary, caption, dt, nav a, [role=status]";
    const spoken = [...document.querySelectorAll("[aria-label]")].map((element) => element.getAttribute("aria-label"));
    const drawn = [...document.querySelectorAll(own)].map((element) => {
      const copy = element.cloneNode(true) as Element;
      for (const foreign of copy.querySelectorAll("[dir=auto], .identifier")) foreign.remove();
      return copy.textContent ?? "";
    });
    // A window is named after what it shows: a message by its subject, in the language it was written in.
    const foreign = [...document.querySelectorAll("h1 [dir=auto]")].map((element) => element.textContent ?? "");
    const title = foreign.reduce((rest, text) => rest.replace(text, ""), document.title);
    return [...spoken, ...drawn, title].map((text) => text ?? "");
  });
  const isEnglish = (text: string) => /[A-Za-z]{3,}/.test(text.replaceAll(LATIN, ""));
  return [...new Set(said.filter(isEnglish))];
}

test("Everything the console says in Chinese is Chinese: list, tabs, menus, dialogs, detail, import, account", async ({
  page,
  baseURL,
}) => {
  test.slow();
  await choose(page.context(), String(baseURL), { locale: "zh-CN" });
  await open(page, paths.returns());
  await expect(page.getByRole("heading", { level: 1, name: "管理退货" })).toBeVisible();
  for (const key of ["?", "a", "c"]) {
    if (key !== "?") await page.keyboard.press("j");
    await page.keyboard.press(key);
    await expect(page.getByRole("dialog").getByRole("heading").first()).toBeVisible();
    await expect(page.getByRole("dialog").getByRole("status").filter({ hasText: "正在" })).toHaveCount(0);
    expect(await latinWords(page), key).toEqual([]);
    await page.keyboard.press("Escape");
    await expect(page.getByRole("dialog")).toHaveCount(0);
  }
  await page.keyboard.press("x");
  expect(await latinWords(page), "bulk bar").toEqual([]);
  await page.keyboard.press("a");
  const dialog = page.getByRole("dialog");
  const filled = dialog.getByRole("table").or(dialog.getByRole("group")).or(dialog.getByRole("listitem"));
  await expect(filled.first()).toBeVisible();
  expect(await latinWords(page), "bulk dialog").toEqual([]);
  await page.keyboard.press("Escape");
  const english = new Map<string, string[]>();
  for (const path of await pagesOfDemo(page)) {
    await page.goto(path);
    english.set(path, await latinWords(page));
  }
  expect([...english].filter(([, words]) => words.length > 0)).toEqual([]);
});

test("The language changes on the spot and stays over pages", async ({ page }) => {
  await open(page, paths.returns());
  await page.getByRole("button", { name: "简体中文" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "管理退货" })).toBeVisible();
  await page.getByRole("link", { name: "导入", exact: true }).click();
  await expect(page).toHaveURL(paths.import);
  await expect(page.locator("html")).toHaveAttribute("lang", "zh-CN");
  await page.getByRole("button", { name: "English" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Import" })).toBeVisible();
});

test("Enter that ends an input method's word neither searches nor presses a shortcut", async ({ page }) => {
  await open(page, paths.returns());
  const search = page.getByRole("searchbox", { name: "Search returns" });
  await search.fill("快递");
  await search.dispatchEvent("keydown", { key: "Enter", isComposing: true, bubbles: true });
  await search.dispatchEvent("keydown", { key: "Process", keyCode: 229, bubbles: true });
  await expect(page).toHaveURL(paths.returns());
  await page.getByRole("main").dispatchEvent("keydown", { key: "j", isComposing: true, bubbles: true });
  await expect(page.getByRole("rowheader").getByRole("link").first()).not.toBeFocused();
});

test("Money names its currency in both languages", async ({ page, baseURL }) => {
  for (const [locale, yen, yuan] of [
    ["en", /JP¥[\d,]+/, /CN¥[\d,.]+/],
    ["zh-CN", /JP¥[\d,]+/, /(?<!JP)[¥][\d,.]+/],
  ] as const) {
    await choose(page.context(), String(baseURL), { locale });
    await page.goto(`${paths.returns("all")}&per=100`);
    await expect(page.getByRole("cell", { name: yen }).first()).toBeVisible();
    await expect(page.getByRole("cell", { name: yuan }).first()).toBeVisible();
  }
});
