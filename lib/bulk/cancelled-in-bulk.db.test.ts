import { expect, it } from "vitest";
import { aChannel, aSeller, testDb } from "@/db/testing";
import { guessColumns } from "@/lib/imports/guess-columns";
import { aShop } from "@/lib/imports/testdata/a-shop";
import { importFiles } from "@/lib/imports/testdata/import-files";
import { NOW as now } from "@/lib/imports/testdata/made-up-file";
import { newId } from "@/lib/kernel/ids";
import { NO_ADDRESS } from "@/lib/returns/authorize-form";
import { authorizeMany } from "./decide-many";
import { preflight } from "./preflight";

const db = await testDb();

const CANCELLED = ["A-1", "A-2"];
const ORDERS = `Order number,Order date,Delivered on,SKU,Cancelled
A-1,2026-07-01,2026-07-08,S-1,yes
A-2,2026-07-01,2026-07-08,S-1,yes
A-3,2026-07-01,2026-07-08,S-1,no
`;
const REQUESTS = "Order number,Requested on,SKU\nA-1,2026-07-19,S-1\nA-2,2026-07-19,S-1\nA-3,2026-07-19,S-1\n";

/** A shop of which two orders were cancelled, with a request about each of its three. */
async function aNewShop() {
  const seller = await aSeller(db);
  const shop = aShop(db, seller, await aChannel(db, seller, { mode: "managed" }));
  for (const [kind, file] of [["orders", ORDERS] as const, ["returns", REQUESTS] as const]) {
    const { columns } = guessColumns((file.split("\n")[0] ?? "").split(","), kind);
    const mapping = { columns, dateOrder: "ymd" as const, decimal: "." as const, statuses: {} };
    const done = await importFiles(db, { ...shop.inputOf(file), known: { kind, mapping } });
    if (!done.ok) throw new Error(JSON.stringify(done));
  }
  const found = await shop.listReturns();
  const selection = { mode: "ids" as const, ids: found.map(({ id }) => id) };
  return { ...shop, found, selection };
}

it("S1-16 returns of cancelled orders are named and left out of a selection, but for those confirmed one by one", async () => {
  const { found, selection, sellerId, actor, listReturns } = await aNewShop();
  const [first, second, third] = found.map(({ id }) => id);
  const look = async (seen: string[]) => {
    const request = { move: "authorize" as const, isChannelAddress: true, seen };
    const looked = await preflight({ db, sellerId, actor, now }, { selection, request });
    if (!looked.ok) throw new Error(looked.refusal.code);
    const { ready, decide, skipped } = looked.value;
    return {
      along: [...ready.items, ...decide.items].map(({ id }) => id),
      left: skipped.items.map(({ id, row, refusal }) => [id, row?.orderNumber, refusal.code]),
    };
  };
  expect(await look([])).toEqual({
    along: [third],
    left: [
      [first, CANCELLED[0], "cancelled_unseen"],
      [second, CANCELLED[1], "cancelled_unseen"],
    ],
  });
  expect((await look([second ?? ""])).left).toEqual([[first, CANCELLED[0], "cancelled_unseen"]]);
  // What is sent is judged again: nothing goes along that was not confirmed, whatever the dialog showed.
  const form = {
    ...{ key: newId(), selection, outOfPolicy: "authorize" as const, overrideNote: "seen", addressId: "default" },
    ...{ hasOwnInstructions: false, instructions: "", newAddress: NO_ADDRESS, seen: [second ?? ""] },
  };
  expect(await authorizeMany({ db, sellerId, actor, now }, form)).toMatchObject({ ok: true });
  expect((await listReturns()).map(({ status }) => status)).toEqual([
    "authorization_required",
    "awaiting_return",
    "awaiting_return",
  ]);
});
