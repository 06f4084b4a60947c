import type { Page } from "@playwright/test";
import { paths } from "@/lib/i18n/paths";
import { choose, expect, faultsOf, open, test } from "./fixtures";
import { DOORS, FIXED, foundPages } from "./pages";

const hasEveryLook = process.env.EVERY_LOOK === "1";

const SIZES = { desk: { width: 1280, height: 800 }, phone: { width: 375, height: 667 } } as const;

// Every two of theme, language and size meet once: what axe can find depends on no more than two of them.
const LOOKS = [
  { theme: "light", locale: "en", size: "desk" },
  { theme: "dark", locale: "zh-CN", size: "desk" },
  { theme: "dark", locale: "en", size: "phone" },
  { theme: "light", locale: "zh-CN", size: "phone" },
] as const;
type Look = (typeof LOOKS)[number];

/** One page has one look, the page after it the next one; `npm run test:all` gives every page all of them. */
const looksOf = (place: number): readonly Look[] =>
  hasEveryLook ? LOOKS : LOOKS.filter((_, index) => index === place % LOOKS.length);

async function wear(page: Page, baseURL: string | undefined, { theme, locale, size }: Look) {
  await page.setViewportSize(SIZES[size]);
  await choose(page.context(), String(baseURL), { theme, locale });
}

for (const [place, path] of FIXED.entries())
  for (const look of looksOf(place))
    test(`axe finds nothing on ${path}: ${Object.values(look).join(", ")}`, async ({ page, baseURL }) => {
      await wear(page, baseURL, look);
      await page.goto(path);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      expect(await faultsOf(page)).toEqual([]);
    });

test("axe finds nothing on the pages of a channel, a return and a message", async ({ page, baseURL }) => {
  test.slow();
  for (const [place, path] of (await foundPages(page)).entries())
    for (const look of looksOf(place)) {
      await wear(page, baseURL, look);
      await page.goto(path);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      expect(await faultsOf(page), path).toEqual([]);
    }
});

test.describe("A visitor", () => {
  test.use({ as: null });

  for (const [place, path] of DOORS.entries())
    for (const look of looksOf(place))
      test(`finds no fault of axe at ${path}: ${Object.values(look).join(", ")}`, async ({ page, baseURL }) => {
        await wear(page, baseURL, look);
        await page.goto(path);
        expect(await faultsOf(page)).toEqual([]);
      });
});

for (const { theme, size } of [
  { theme: "dark", size: "phone" },
  ...(hasEveryLook ? [{ theme: "light", size: "desk" } as const] : []),
] as const) {
  test(`axe finds nothing in what opens over a page: ${theme}, ${size}`, async ({ page, baseURL }) => {
    test.slow();
    await page.setViewportSize(SIZES[size]);
    await choose(page.context(), String(baseURL), { theme });
    const dialog = page.getByRole("dialog");
    const close = async () => {
      await page.keyboard.press("Escape");
      await expect(dialog).toHaveCount(0);
    };
    const look = async (what: string) => expect(await faultsOf(page), what).toEqual([]);

    await open(page, `${paths.returns()}?policy=out_of_policy`);
    await page.keyboard.press("j");
    await page.keyboard.press("a");
    await expect(dialog.getByRole("button", { name: "Change RMA number" })).toBeVisible();
    await look("authorize");
    for (const what of ["RMA number", "return address", "return label", "words to the buyer"])
      await dialog.getByRole("button", { name: `Change ${what}` }).click();
    await dialog.getByRole("radio", { name: "A number of your own" }).check();
    await dialog.getByRole("radio", { name: "Add a new address" }).check();
    await dialog.getByRole("radio", { name: "Your own label" }).check();
    await dialog.getByRole("button", { name: "Authorize return" }).click();
    await expect(dialog.getByRole("alert").filter({ hasText: "There is a problem" })).toBeFocused();
    await look("authorize with mistakes");
    await close();

    await page.keyboard.press("c");
    await expect(dialog.getByRole("group", { name: "Reason for closing" })).toBeVisible();
    await dialog.getByRole("radio", { name: "Refund without return (keep item)" }).check();
    await look("close");
    await close();

    if (size === "phone") await page.getByRole("button", { name: "Select", exact: true }).click();
    await page.getByRole("checkbox", { name: "Select this page" }).check();
    await expect(page.getByRole("region", { name: "Selected returns" })).toBeVisible();
    await look("bulk bar");
    await page.getByRole("button", { name: /^Authorize [\d,]+…$/ }).click();
    await expect(dialog.getByText(/^Need a decision \d+$/)).toBeVisible();
    await look("authorize many");
    await close();
    await page.getByRole("button", { name: "Close…", exact: true }).click();
    await expect(dialog.getByText(/^Can be closed \d+$/)).toBeVisible();
    await look("close many");
    await close();
    await page.getByRole("region", { name: "Selected returns" }).getByRole("button", { name: "Clear" }).click();

    await page.getByRole("button", { name: /^Filters/ }).click();
    await expect(dialog.getByRole("combobox", { name: "Due" })).toBeVisible();
    await look("filters");
    await close();

    await page.keyboard.press("?");
    await expect(dialog).toBeVisible();
    await look("shortcuts");
    await close();

    await page.keyboard.press("Control+k");
    await expect(dialog.getByRole("option", { name: /^Manage Returns/ })).toBeVisible();
    await look("palette");
    await dialog.getByRole("combobox").fill("100");
    await expect(dialog.getByRole("option", { name: "Search Manage Returns for “100”" })).toBeVisible();
    await look("palette with returns");
    await close();

    // A phone has no buttons in its rows.
    await page.setViewportSize(SIZES.desk);
    await page
      .getByRole("button", { name: /^More actions for/ })
      .first()
      .click();
    await expect(page.getByRole("menu")).toBeVisible();
    await look("menu of a row");
  });
}

test("What can be pressed is at least 24 px high and wide, or stands in a line of text", async ({ page }) => {
  for (const path of [paths.returns(), paths.returns("all"), paths.import, paths.account]) {
    await open(page, path);
    const small = await page.evaluate(() => {
      const targets = document.querySelectorAll<HTMLElement>("button, a[href], input, select, summary, [role=button]");
      const isSmall = ({ width, height }: DOMRect) => width > 0 && height > 0 && (width < 24 || height < 24);
      return [...targets]
        .filter((target) => {
          const area = target instanceof HTMLInputElement ? (target.closest("label") ?? target) : target;
          return (
            isSmall(area.getBoundingClientRect()) && !target.closest("p, td, th, dd, li") && !target.closest(".sr-only")
          );
        })
        .map((target) => target.outerHTML.slice(0, 200));
    });
    expect(small, path).toEqual([]);
  }
});

test("No tab of the list is wider than the window, whatever its width", async ({ page }) => {
  for (const tab of ["authorization_required", "awaiting_return", "received", "disputes", "closed", "all"]) {
    await page.goto(paths.returns(tab));
    for (const width of [1024, 1280, 1440, 1920]) {
      await page.setViewportSize({ width, height: 800 });
      const right = await page.getByRole("table").evaluate((table) => table.getBoundingClientRect().right);
      expect(right, `${tab} at ${width}`).toBeLessThanOrEqual(width);
    }
  }
});

test("The focus is seen at every stop and never lies under what sticks to the edge", async ({ page }) => {
  await open(page, paths.returns());
  for (let stop = 0; stop < 40; stop++) {
    await page.keyboard.press("Tab");
    const problem = await page.evaluate(async () => {
      // What is seen is what is drawn: the link that leaves the corner has left it by the next picture.
      for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
      const focused = document.activeElement;
      if (!(focused instanceof HTMLElement) || focused === document.body) return null;
      const { outlineStyle, boxShadow } = getComputedStyle(focused);
      const box = focused.getBoundingClientRect();
      const atCentre = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
      const isSeen = outlineStyle !== "none" || boxShadow !== "none" || focused.closest("label") !== null;
      const isFree = atCentre === null || focused.contains(atCentre) || atCentre.contains(focused);
      return isSeen && isFree ? null : focused.outerHTML.slice(0, 200);
    });
    expect(problem).toBeNull();
  }
});

test("The first stop leads past the navigation to the page", async ({ page }) => {
  await open(page, paths.returns());
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to content" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("main")).toBeFocused();
});
