import { expect, it } from "vitest";
import { aChannel, aSeller, testDb } from "@/db/testing";
import { defaultPolicy } from "@/lib/policy/judging/programmes/seller-fulfilled";
import { guessColumns } from "./guess-columns";
import { aShop } from "./testdata/a-shop";
import { importFiles } from "./testdata/import-files";

const db = await testDb();
const { terms } = defaultPolicy;

/** One order was shipped within the range, though bought before it; the other was bought within it, and shipped after. */
const ORDERS = `Order number,Order date,Shipped on,Delivered on,SKU
A-1,2026-03-30,2026-04-02,2026-04-06,S-1
A-2,2026-04-29,2026-05-02,2026-05-06,S-1
`;
const REQUESTS = "Order number,Requested on,SKU\nA-1,2026-07-19,S-1\nA-2,2026-07-19,S-1\n";

it("P-09 a holiday row by the day of shipping opens its longer window to what was shipped in it, at the import", async () => {
  const easter = {
    ...{ basis: "shipped" as const, boughtFrom: "2026-04-01", boughtTo: "2026-04-30" },
    ...{ returnableUntil: "2026-07-31", label: "Easter" },
  };
  const seller = await aSeller(db);
  const options = { mode: "managed" as const, terms: { ...terms, window: { ...terms.window, holidays: [easter] } } };
  const shop = aShop(db, seller, await aChannel(db, seller, options));
  for (const [kind, file] of [["orders", ORDERS] as const, ["returns", REQUESTS] as const]) {
    const { columns } = guessColumns((file.split("\n")[0] ?? "").split(","), kind);
    const mapping = { columns, dateOrder: "ymd" as const, decimal: "." as const, statuses: {} };
    expect(await importFiles(db, { ...shop.inputOf(file), known: { kind, mapping } })).toMatchObject({ ok: true });
  }
  const [shippedInIt, boughtInIt] = await shop.listReturns();
  expect(shippedInIt).toMatchObject({
    verdict: "in_policy",
    evaluation: { window: { endsOn: "2026-07-31", basis: "holiday" } },
  });
  expect(boughtInIt).toMatchObject({ verdict: "out_of_policy", evaluation: { window: { basis: "general" } } });
});
