import { parse } from "csv-parse/sync";
import { beforeAll, expect, it } from "vitest";
import type { Db } from "@/db/client";
import { withSeller } from "@/db/tenant";
import { aChannel, anAddress, aSeller, member, type TestSeller, testDb } from "@/db/testing";
import { addressesCsv } from "@/lib/channels/addresses-csv";
import { saveAddress } from "@/lib/channels/keep-addresses";
import { saveAutomation } from "@/lib/channels/save-automation";
import { IMPORT_LIST, IMPORTS } from "@/lib/imports/imports";
import { newId } from "@/lib/kernel/ids";
import { defaultPolicy } from "@/lib/policy/judging/programmes/seller-fulfilled";
import { addReason } from "@/lib/reasons/keep-reasons";
import { reasonsCsv } from "@/lib/reasons/reasons-csv";
import { inviteMember } from "@/lib/team/invites";
import { teamCsv } from "@/lib/team/team-csv";
import { insertVersion, VERSIONS, WORK_LIST } from "@/lib/terms/terms-rows";
import { versionsCsv } from "@/lib/terms/versions-csv";

let db: Db;
beforeAll(async () => {
  db = await testDb();
});

const NOW = new Date("2026-03-10T18:00:00Z");
const who = ({ sellerId, owner }: TestSeller) => ({
  db,
  sellerId,
  userId: owner.id,
  actor: member(owner.id),
  now: NOW,
});

async function rowsOf(csv: AsyncIterable<string>): Promise<Record<string, string>[]> {
  let text = "";
  for await (const part of csv) text += part;
  expect(text.charCodeAt(0)).toBe(0xfeff);
  return parse(text, { bom: true, columns: true });
}

it("the team is taken away with its limits and whoever was asked to join, and nobody of another seller", async () => {
  const [seller, other] = [await aSeller(db), await aSeller(db)];
  const asked = { email: "nora@new.net", role: "agent", locale: "en", isMailed: true } as const;
  await inviteMember({ ...who(seller), now: new Date() }, asked);
  expect(await rowsOf(teamCsv({ db, sellerId: seller.sellerId }))).toMatchObject([
    { name: "Olive Owner", email: seller.owner.email, role: "owner", state: "active" },
    { email: "nora@new.net", role: "agent", state: "invited" },
  ]);
  expect(await rowsOf(teamCsv({ db, sellerId: other.sellerId }))).toHaveLength(1);
});

it("addresses are taken away with where they are used, and no cell of them is run by a spreadsheet", async () => {
  const seller = await aSeller(db);
  await aChannel(db, seller, { code: "store" });
  const entry = { seen: null, label: "=1+1", hours: null, address: anAddress };
  await saveAddress(who(seller), { id: newId(), ...entry });
  const rows = await rowsOf(addressesCsv({ db, sellerId: seller.sellerId }));
  expect(rows).toMatchObject([
    { default_of: "store", state: "in use" },
    { label: "'=1+1", default_of: "" },
  ]);
});

it("reasons are taken away in both languages, ours and the seller's own", async () => {
  const [seller, other] = [await aSeller(db), await aSeller(db)];
  const labels = { en: "Goodwill", "zh-CN": "善意" };
  const told = { isBuyerVisible: false, fault: null, needsPhoto: false, needsComment: true, carriesRefund: true };
  await addReason(who(seller), { kind: "close", code: "goodwill", labels, ...told });
  const own = { code: "goodwill", name_zh: "善意", own: "yes", shown_to_buyers: "no", full_refund: "yes" };
  expect(await rowsOf(reasonsCsv({ db, sellerId: seller.sellerId }))).toContainEqual(expect.objectContaining(own));
  expect(await rowsOf(reasonsCsv({ db, sellerId: other.sellerId }))).not.toContainEqual(
    expect.objectContaining({ own: "yes" }),
  );
});

it("versions of a channel are taken away with what each changed, and imports of a seller that has none are none", async () => {
  const seller = await aSeller(db);
  const channelId = await aChannel(db, seller);
  const automation = { choice: "all", withinDays: 7, exempt: "automatic", isOnForMirrored: false } as const;
  await saveAutomation(who(seller), { channelId, seenVersion: 1, automation });
  const { terms } = defaultPolicy;
  const longer = { ...terms, window: { ...terms.window, days: terms.window.days + 15 } };
  const by = { createdBy: seller.owner.id, createdAt: NOW };
  const version = {
    id: newId(),
    channelId,
    version: 2,
    effectiveFrom: "2026-04-01",
    terms: longer,
    note: "Spring",
    ...by,
  };
  await withSeller(db, seller.sellerId, (tx) => insertVersion(tx, seller.sellerId, version));
  expect(await rowsOf(versionsCsv({ db, sellerId: seller.sellerId }, { channelId }))).toMatchObject([
    { of: "terms", version: "2", in_force_from: "2026-04-01", by: "Olive Owner", changed: "days", note: "Spring" },
    { of: "terms", version: "1", changed: "" },
    { of: "work", version: "2", by: "Olive Owner", changed: "automation" },
    { of: "work", version: "1" },
  ]);
  expect(await rowsOf(versionsCsv({ db, sellerId: (await aSeller(db)).sellerId }, { channelId }))).toEqual([]);
  expect(await rowsOf(IMPORT_LIST.csv({ db, sellerId: seller.sellerId }, IMPORTS.usual()))).toEqual([]);
});

it("every change of how a channel works is listed, a page at a time, with what it changed of the one before it", async () => {
  const seller = await aSeller(db);
  const channelId = await aChannel(db, seller);
  for (let seenVersion = 1; seenVersion <= 24; seenVersion++) {
    const automation = { choice: "all", withinDays: seenVersion, exempt: "automatic", isOnForMirrored: false } as const;
    await saveAutomation(who(seller), { channelId, seenVersion, automation });
  }
  const pageOf = (sellerId: string, raw: Record<string, string>) =>
    withSeller(db, sellerId, (tx) => WORK_LIST.page(tx, { sellerId, channelId }, VERSIONS.read(raw)));
  const first = await pageOf(seller.sellerId, {});
  expect(first.rows.map(({ version, changed }) => [version, ...changed])).toEqual(
    Array.from({ length: 20 }, (_, index) => [25 - index, "automation"]),
  );
  const { nextHref } = VERSIONS.links("", VERSIONS.usual(), first);
  const rest = await pageOf(seller.sellerId, Object.fromEntries(new URLSearchParams(nextHref ?? "")));
  expect(rest.rows.map(({ version }) => version)).toEqual([5, 4, 3, 2, 1]);
  expect(rest.rows.at(-1)).toMatchObject({ changed: [], createdByName: null });
  expect((await pageOf((await aSeller(db)).sellerId, {})).rows).toEqual([]);
});
