import { beforeAll, describe, expect, it } from "vitest";
import type { Db } from "@/db/client";
import { withSeller } from "@/db/tenant";
import { aChannel, aSeller, member, statementsOf, type TestSeller, testDb } from "@/db/testing";
import { removeSkuRule, saveSkuRule } from "./save-sku-rule";
import type { SkuRuleForm } from "./sku-rule-input";
import { SKU_RULE_LIST, SKU_RULES } from "./sku-rules";
import { refusedSkuRows, uploadSkuRules } from "./upload-sku-rules";

let db: Db;
beforeAll(async () => {
  db = await testDb();
});

const NOW = new Date("2026-02-10T02:00:00Z");
const LATER = new Date("2026-02-11T02:00:00Z");

async function aStore() {
  const seller = await aSeller(db);
  return { seller, channelId: await aChannel(db, seller, { hasPrepaid: true }) };
}
type Store = Awaited<ReturnType<typeof aStore>>;

const whoOf = ({ sellerId, owner }: TestSeller, now = NOW) => ({ db, sellerId, actor: member(owner.id), now });
const upload = ({ seller, channelId }: Store, text: string | Buffer) =>
  uploadSkuRules(whoOf(seller), { channelId, file: Buffer.from(text) });
async function list({ seller: { sellerId }, channelId }: Store, q = "") {
  const view = SKU_RULES.read({ q });
  return (await withSeller(db, sellerId, (tx) => SKU_RULE_LIST.page(tx, { sellerId, channelId }, view))).rows;
}
async function download({ seller, channelId }: Store): Promise<string> {
  let text = "";
  const ctx = { db, sellerId: seller.sellerId, channelId };
  for await (const part of SKU_RULE_LIST.csv(ctx, SKU_RULES.usual())) text += part;
  return text;
}

const FILE = `SKU,exempt,reason,from,until,automation
BED-1,yes,Heavy/bulky,2026/3/1,,
=CMD,yes,dangerous goods,,2026-12-31,manual
MUG-1,,,,,automatic
mug-1,,,,,manual
1.23E+11,yes,other,,,
LAMP,yes,,,,
VASE,no,,,,
CUP,是,高价值,2026-05-01,2026-04-01,
`;

describe("a SKU file", () => {
  it("takes its good rows and tells line and cause of the others", async () => {
    const store = await aStore();
    const answer = await upload(store, FILE);
    expect(answer).toMatchObject({ ok: true, value: { counts: { added: 3, changed: 0, unchanged: 0, refused: 5 } } });
    expect(answer.ok && answer.value.rows.filter(([, , result]) => result === "refused")).toEqual([
      [5, "mug-1", "refused", "twice"],
      [6, "1.23E+11", "refused", "damaged_sku"],
      [7, "LAMP", "refused", "reason_missing"],
      [8, "VASE", "refused", "says_nothing"],
      [9, "CUP", "refused", "until_before_from"],
    ]);
    expect(await list(store)).toMatchObject([
      { sku: "=CMD", exemptReason: "dangerous", exemptUntil: "2026-12-31", automation: "manual" },
      { sku: "BED-1", exemptReason: "heavy_bulky", exemptFrom: "2026-03-01", automation: null },
      { sku: "MUG-1", exemptReason: null, automation: "automatic" },
    ]);
    const refused = await refusedSkuRows(whoOf(store.seller), {
      channelId: store.channelId,
      file: Buffer.from(FILE),
    });
    expect(refused.ok && refused.value).toHaveLength(5);
  });

  it("uploaded twice changes nothing, and neither does the download", async () => {
    const store = await aStore();
    await upload(store, FILE);
    const before = await list(store);
    expect(await upload(store, FILE)).toMatchObject({ ok: true, value: { counts: { added: 0, changed: 0 } } });
    const text = await download(store);
    expect(text).toContain(`"'=CMD"`);
    expect(await upload(store, text)).toMatchObject({
      value: { counts: { added: 0, changed: 0, unchanged: 3, refused: 0 } },
    });
    expect(await list(store)).toEqual(before);
  });

  it("S4-01 Amazon's override file of two header rows sets how SKUs are answered, and no exemption", async () => {
    const store = await aStore();
    await upload(store, "SKU,exempt,reason\nBED-1,yes,other\n");
    const answer = await upload(
      store,
      "TemplateType=overrides\t\nsettings of 2026\t\nBED-1\tManual\nCUP-9\tAutomatic\n",
    );
    expect(answer).toMatchObject({ value: { counts: { added: 1, changed: 1, refused: 0 } } });
    expect(await list(store)).toMatchObject([
      { sku: "BED-1", exemptReason: "other", automation: "manual" },
      { sku: "CUP-9", exemptReason: null, automation: "automatic" },
    ]);
  });

  it.each([
    ["", "file_empty"],
    ["SKU,exempt\n", "no_sku_rows"],
    ["name,price\nCup,3\n", "no_sku_column"],
    ["PK\u0003\u0004…", "spreadsheet_file"],
    ['SKU,exempt\n"CUP,yes\n', "bad_csv"],
  ])("says what is wrong with a file as a whole (%#)", async (text, code) => {
    expect(await upload(await aStore(), text)).toMatchObject({ ok: false, refusal: { code } });
  });

  it("of 20,000 rows costs as many statements as of one, and of more is refused", async () => {
    const store = await aStore();
    const rows = (count: number) =>
      `SKU\taction\n${Array.from({ length: count }, (_, n) => `S-${n}\tmanual`).join("\n")}`;
    const many = await statementsOf(db, async () => {
      expect(await upload(store, rows(20_000))).toMatchObject({ value: { counts: { added: 20_000 } } });
    });
    const one = await statementsOf(db, () => upload(store, "SKU\taction\nX-1\tmanual"));
    expect(many).toHaveLength(one.length);
    expect(await upload(store, rows(20_001))).toMatchObject({ refusal: { code: "too_many_rows" } });
  });
});

describe("one SKU", () => {
  const rule = {
    sku: "Bed-1",
    exemptReason: "heavy_bulky" as const,
    exemptFrom: null,
    exemptUntil: null,
    automation: null,
  };
  const form = (channelId: string, change: Partial<SkuRuleForm> = {}): SkuRuleForm => ({
    channelId,
    seenAt: null,
    rule,
    ...change,
  });

  it("is added, changed and taken away", async () => {
    const { seller, channelId } = await aStore();
    const store = { seller, channelId };
    expect(await saveSkuRule(whoOf(seller), form(channelId))).toEqual({ ok: true, value: null });
    const changed = form(channelId, { seenAt: NOW.toISOString(), rule: { ...rule, automation: "manual" } });
    expect(await saveSkuRule(whoOf(seller, LATER), changed)).toEqual({ ok: true, value: null });
    expect(await list(store, "BED")).toMatchObject([{ sku: "Bed-1", automation: "manual" }]);
    expect(await list(store, "%")).toEqual([]);
    const removal = { channelId, sku: "bed-1", seenAt: NOW.toISOString() };
    expect(await removeSkuRule(whoOf(seller), removal)).toMatchObject({ refusal: { code: "sku_changed_since" } });
    expect(await removeSkuRule(whoOf(seller), { ...removal, seenAt: LATER.toISOString() })).toMatchObject({
      ok: true,
    });
    expect(await list(store)).toEqual([]);
  });

  it("of two who add the same at once one wins, and the other is told that it is there", async () => {
    const { seller, channelId } = await aStore();
    const again = form(channelId, { rule: { ...rule, sku: " bed-1 ".trim(), automation: "automatic" } });
    const answers = await Promise.all([saveSkuRule(whoOf(seller), form(channelId)), saveSkuRule(whoOf(seller), again)]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.find(({ ok }) => !ok)).toMatchObject({ refusal: { code: "sku_known" } });
  });

  it("another seller's channel is not found, neither for one nor for a file", async () => {
    const { seller } = await aStore();
    const foreign = await aStore();
    await saveSkuRule(whoOf(foreign.seller), form(foreign.channelId));
    const missing = { ok: false, refusal: { code: "not_found" } };
    expect(await saveSkuRule(whoOf(seller), form(foreign.channelId))).toEqual(missing);
    const removal = { channelId: foreign.channelId, sku: "Bed-1", seenAt: NOW.toISOString() };
    expect(await removeSkuRule(whoOf(seller), removal)).toEqual(missing);
    expect(await upload({ seller, channelId: foreign.channelId }, FILE)).toEqual(missing);
    expect(await list(foreign)).toHaveLength(1);
  });
});
