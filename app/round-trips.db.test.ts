import { beforeAll, expect, it, vi } from "vitest";
import { appUrlOf, testDb } from "@/db/testing";
import { countingLine } from "@/db/testing-line";
import { aShop, as, type Shop, setEnvironment } from "./access-testing";

let remembered = new Map<unknown, Map<string, unknown>>();

// A request of Next remembers what was read for it; here it lasts until the next one begins.
vi.mock("react", async (original) => ({
  ...(await original<typeof import("react")>()),
  cache: (read: (...args: unknown[]) => unknown) => {
    return (...args: unknown[]) => {
      const known = remembered.get(read) ?? new Map<string, unknown>();
      remembered.set(read, known);
      const key = JSON.stringify(args);
      if (!known.has(key)) known.set(key, read(...args));
      return known.get(key);
    };
  },
}));

type Line = Awaited<ReturnType<typeof countingLine>>;

let shop: Shop;
let line: Line;
beforeAll(async () => {
  const db = await testDb();
  await setEnvironment(db);
  shop = await aShop(db);
  line = await countingLine(await appUrlOf(db));
  process.env.APP_DATABASE_URL = line.url;
});

/** The head of the document, the page and what stands around it, all of them at once as Next asks for them. */
async function openList(): Promise<void> {
  const [{ default: layout }, { default: page, generateMetadata }, { loadList }] = await Promise.all([
    import("./(console)/layout"),
    import("./(console)/returns/page"),
    import("./(console)/returns/load-list"),
  ]);
  remembered = new Map();
  const props = { params: Promise.resolve({}), searchParams: Promise.resolve({ tab: "all" }) };
  await Promise.all([layout({ children: null }), generateMetadata(props), page(props), loadList({ tab: "all" })]);
}

it("opens the list with two transactions, waiting for the database no more than eight times", async () => {
  // Whoever comes next finds connections that are open.
  for (const _ of [1, 2]) await as(shop, "owner", () => Promise.all([openList(), openList()]));
  Object.assign(line.counted, { trips: 0, transactions: 0 });
  await as(shop, "owner", openList);
  expect(line.counted.transactions).toBe(2);
  expect(line.counted.trips).toBeLessThanOrEqual(8);
});
