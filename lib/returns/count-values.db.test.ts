import { expect, it } from "vitest";
import { withSeller } from "@/db/tenant";
import { aChannel, aReturn, aSeller, statementsOf, testDb } from "@/db/testing";
import { newId } from "@/lib/kernel/ids";
import { countValues } from "./count-values";
import { findListFrame } from "./returns-frame";
import { emptyFilter } from "./shared/filter";
import { tagReturns } from "./tag-returns";

const db = await testDb();
const now = new Date();
const at = (hours: number) => new Date(now.getTime() + hours * 3_600_000);

it("counts what each value of a filter and each view of every shop would find, in one statement each", async () => {
  const seller = await aSeller(db);
  const channelId = await aChannel(db, seller);
  const elsewhere = await aChannel(db, seller);
  const { id } = await aReturn(db, seller, { channelId, orderedOn: "2020-01-01", deliveredOn: "2020-01-05" });
  await aReturn(db, seller, { channelId, requestedAt: at(-26), now: at(-26) });
  await aReturn(db, seller, { channelId: elsewhere, requestedAt: at(-2), now: at(-2) });
  const filter = { ...emptyFilter("authorization_required"), channel: [channelId] };
  const viewer = { sellerId: seller.sellerId, now, viewerId: newId() };
  const counted = (by: "verdict" | "channel" | "assignee" | "tag", values: string[]) =>
    withSeller(db, seller.sellerId, (tx) => countValues(tx, viewer, { filter, by, values }));
  expect(await counted("verdict", ["in_policy", "out_of_policy", "no such"])).toEqual({
    in_policy: 1,
    out_of_policy: 1,
  });
  expect(await counted("channel", [channelId, elsewhere])).toEqual({ [channelId]: 2, [elsewhere]: 1 });
  expect(await counted("assignee", ["me", "nobody"])).toEqual({ me: 0, nobody: 2 });
  const actor = { kind: "person" as const, id: seller.owner.id, name: seller.owner.name };
  const tagging = { selection: { mode: "ids" as const, ids: [id] }, add: ["Fragile"], remove: [] };
  await tagReturns({ db, sellerId: seller.sellerId, actor, now }, tagging);
  const { viewCounts, tags } = await withSeller(db, seller.sellerId, (tx) =>
    findListFrame(tx, seller.sellerId, filter, now, viewer.viewerId),
  );
  const [fragile] = tags;
  expect(fragile?.name).toBe("Fragile");
  expect(await counted("tag", [fragile?.id ?? "", newId()])).toMatchObject({ [fragile?.id ?? ""]: 1 });
  expect(viewCounts).toMatchObject({ overdue: 1, mine: 0, unassigned: 3, outOfPolicy: 1, handover: 0 });
  expect(await statementsOf(db, () => counted("verdict", ["in_policy", "exempt"]))).toHaveLength(1);
});
