import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import type { Db } from "@/db/client";
import { ownerOf, testDb } from "@/db/testing";
import { newId } from "@/lib/kernel/ids";
import type { page } from "@/lib/platform/page";
import { aShop, as, asBuyer, may, PEOPLE, rowsOf, type Shop, setEnvironment, type Who } from "./access-testing";

type Page = ReturnType<typeof page>;
type Declared = { file: string; params: string[]; show: Page };

/** What an address names that belongs to no shop. */
const NAMED: Record<string, string> = { kind: "authorized", token: "no-such-link" };
/** Where signing in leads on, or there is nothing to show yet. */
const SENDS_ON = ["page.tsx", "signin/page.tsx", "setup/page.tsx"];

const APP = fileURLToPath(new URL(".", import.meta.url));

let db: Db;
let owner: Awaited<ReturnType<typeof ownerOf>>;
let pages: Declared[];
let shop: Shop;
let other: Shop;
beforeAll(async () => {
  db = await testDb();
  owner = await ownerOf(db);
  await setEnvironment(db);
  [shop, other] = [await aShop(db), await aShop(db)];
  const files = readdirSync(APP, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith("page.tsx"));
  pages = [];
  for (const file of files) {
    const { default: show } = (await import(/* @vite-ignore */ `${APP}${file}`)) as { default: Page };
    pages.push({ file, params: [...file.matchAll(/\[(\w+)\]/g)].map(([, name]) => name ?? ""), show });
  }
}, 240_000);

/** How a page ends: shown, or by what Next ends it with. */
async function open({ params, show }: Declared, who: Who | null, of: Shop, named = {}): Promise<string> {
  const own = Object.fromEntries(params.map((name) => [name, NAMED[name] ?? of.ids[name as keyof Shop["ids"]]]));
  const props = { params: Promise.resolve({ ...own, ...named }), searchParams: Promise.resolve({}) };
  try {
    await as(shop, who, () => show(props));
    return "shown";
  } catch (error) {
    const digest = String((error as { digest?: unknown }).digest ?? "");
    const [, to, status] = /^NEXT_REDIRECT;\w+;([^;?]*)|;(40\d)$/.exec(digest) ?? [];
    if (!digest) throw error;
    return to ?? status ?? digest;
  }
}

const isOfBuyer = ({ needs }: Page["declared"]): boolean => typeof needs === "object";

describe("every page", () => {
  it("is declared, and what its address names is known here", () => {
    expect(pages.length).toBeGreaterThan(35);
    expect(pages.filter(({ show }) => !show.declared).map(({ file }) => file)).toEqual([]);
    const unknown = pages.flatMap(({ params }) => params).filter((name) => !(name in shop.ids) && !(name in NAMED));
    expect(unknown).toEqual([]);
  });

  it.each(PEOPLE)("is shown to %s by the table of permissions", async (who) => {
    for (const one of pages.filter(({ file }) => !SENDS_ON.includes(file))) {
      const { needs } = one.show.declared;
      if (typeof needs === "object") {
        // Whoever works there has no link: the buyer's page is the buyer's.
        expect(`${one.file} ${await open(one, who, shop)}`).toBe(`${one.file} /r/${shop.ids.portal}`);
        continue;
      }
      const isLet = needs === "public" || needs === "session" || may(who, needs);
      expect(`${one.file} ${await open(one, who, shop)}`).toBe(`${one.file} ${isLet ? "shown" : "403"}`);
    }
  });

  it("sends whoever is not signed in to sign in", async () => {
    for (const one of pages.filter(({ show: { declared } }) => declared.needs !== "public" && !isOfBuyer(declared)))
      expect(`${one.file} ${await open(one, null, shop)}`).toBe(`${one.file} /signin`);
  });

  it("P04 is shown to a buyer by the link of their one return, and of no other", async () => {
    for (const one of pages.filter(({ show }) => isOfBuyer(show.declared))) {
      expect(await asBuyer(shop, () => open(one, null, shop))).toBe("shown");
      expect(await asBuyer(other, () => open(one, "owner", shop))).toBe(`/r/${shop.ids.portal}`);
    }
  });

  it("is not found where it names what another shop has, nothing has, or cannot be", async () => {
    const before = await rowsOf(owner, other);
    for (const one of pages.filter(({ show }) => !isOfBuyer(show.declared)))
      for (const name of one.params.filter((each) => each in shop.ids)) {
        // Where a shop's buyers ask for their link is open to everybody.
        const foreign = name === "portal" ? newId() : other.ids[name as keyof Shop["ids"]];
        for (const id of [foreign, newId(), "../../etc/passwd", "0", "' or 1=1", "\u0000"])
          expect(`${one.file} ${id} ${await open(one, "owner", shop, { [name]: id })}`).toBe(`${one.file} ${id} 404`);
      }
    expect(await rowsOf(owner, other)).toEqual(before);
  });
});
