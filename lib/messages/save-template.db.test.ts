import { beforeAll, expect, it } from "vitest";
import type { Db } from "@/db/client";
import { withSeller } from "@/db/tenant";
import { aSeller, asOwner, type TestSeller, testDb } from "@/db/testing";
import { resetTemplate, saveTemplate } from "./save-template";
import type { TemplateForm } from "./template-input";
import { listTemplates, listWrittenTemplates } from "./template-rows";

let db: Db;
beforeAll(async () => {
  db = await testDb();
});

const NOW = new Date("2026-02-10T10:00:00Z");
const CLOSED = { kind: "buyer.closed", locale: "en", reason: "duplicate" } as const;
const words = (body: string, more: Partial<TemplateForm> = {}): TemplateForm => ({
  ...CLOSED,
  seen: 0,
  subject: "About {orderNumber}",
  body,
  ...more,
});
const who = (seller: TestSeller) => asOwner(db, seller, NOW);
const written = ({ sellerId }: TestSeller) => withSeller(db, sellerId, (tx) => listWrittenTemplates(tx, sellerId));

it("keeps a seller's own words once for each language and reason, with who wrote them last", async () => {
  const seller = await aSeller(db);
  expect(await saveTemplate(who(seller), words("One"))).toEqual({ ok: true, value: { version: 1 } });
  expect(await saveTemplate(who(seller), words("一", { locale: "zh-CN" }))).toMatchObject({ ok: true });
  expect(await saveTemplate(who(seller), words("Two", { seen: 1 }))).toEqual({ ok: true, value: { version: 2 } });
  expect(await written(seller)).toEqual([
    {
      ...CLOSED,
      subject: "About {orderNumber}",
      body: "Two",
      version: 2,
      updatedByName: "Olive Owner",
      updatedAt: NOW,
    },
    expect.objectContaining({ locale: "zh-CN", body: "一", version: 1 }),
  ]);
});

it("the same words again are no new version", async () => {
  const seller = await aSeller(db);
  await saveTemplate(who(seller), words("One"));
  expect(await saveTemplate(who(seller), words("One", { seen: 1 }))).toEqual({ ok: true, value: { version: 1 } });
  expect((await written(seller)).map(({ version }) => version)).toEqual([1]);
});

it("of two who write at once one wins, and the other is told who did", async () => {
  const seller = await aSeller(db);
  for (const seen of [0, 1]) {
    const answers = await Promise.all([
      saveTemplate(who(seller), words(`A${seen}`, { seen })),
      saveTemplate(who(seller), words(`B${seen}`, { seen })),
    ]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.find(({ ok }) => !ok)).toEqual({
      ok: false,
      refusal: { code: "changed_since", name: "Olive Owner", at: NOW },
    });
    expect((await written(seller)).map(({ version }) => version)).toEqual([seen + 1]);
  }
});

it("reset gives the words up, and is refused over words that nobody has seen", async () => {
  const seller = await aSeller(db);
  await saveTemplate(who(seller), words("One"));
  const stale = await resetTemplate(who(seller), { ...CLOSED, seen: 7 });
  expect(stale).toMatchObject({ ok: false, refusal: { code: "changed_since", name: "Olive Owner" } });
  expect(await resetTemplate(who(seller), { ...CLOSED, seen: 1 })).toEqual({ ok: true, value: null });
  expect(await resetTemplate(who(seller), { ...CLOSED, seen: 1 })).toEqual({ ok: true, value: null });
  expect(await written(seller)).toEqual([]);
  const late = await saveTemplate(who(seller), words("Two", { seen: 1 }));
  expect(late).toEqual({ ok: false, refusal: { code: "changed_since", name: null, at: null } });
});

it("a seller's words are that seller's alone", async () => {
  const [one, other] = [await aSeller(db), await aSeller(db)];
  await saveTemplate(who(one), words("Mine"));
  expect(await resetTemplate(who(other), { ...CLOSED, seen: 1 })).toEqual({ ok: true, value: null });
  expect(await withSeller(db, other.sellerId, (tx) => listTemplates(tx, other.sellerId))).toEqual([]);
  expect(await withSeller(db, other.sellerId, (tx) => listTemplates(tx, one.sellerId))).toEqual([]);
  expect(await written(one)).toHaveLength(1);
});
