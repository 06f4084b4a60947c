import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import type { Db } from "@/db/client";
import { ownerOf, testDb } from "@/db/testing";
import type { ActionAnswer } from "@/lib/kernel/action-answer";
import { newId } from "@/lib/kernel/ids";
import { type DeclaredAction, declarationOf } from "@/lib/platform/declared-action";
import { aShop, as, rowsOf, type Shop, setEnvironment } from "./access-testing";
import { type Choose, idsIn, sampleOf } from "./sample-testing";

type Act = (envelope: unknown) => Promise<ActionAnswer<unknown>>;
type Declared = DeclaredAction & { act: Act };

/** What a field holds where the least that its schema names is not enough. */
const WORDS: Record<string, unknown> = {
  ...{ country: "US", currency: "USD", labelCost: "", timeZone: "UTC", zone: "UTC", locale: "en" },
  ...{ requestedOn: "2026-11-20", languages: ["en"], email: "someone@example.test", postalCode: "12345" },
  ...{ replyTo: "", format: "R-{number}", labelCurrency: "USD", refundedOn: "2026-11-20" },
};
/** The same of one action alone. */
const WORDS_OF: Record<string, Record<string, unknown>> = {
  "robots.add": { url: "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=0", secret: "" },
  "returns.authorize": { addressId: "default" },
  "returns.authorizeMany": { addressId: "default" },
  "returns.messageMany": { texts: { en: { subject: "A question", text: "What does not match?" } } },
  "returns.snooze": { on: new Date(Date.now() + 24 * 3_600_000).toISOString().slice(0, 10), at: "09:00" },
  "settings.portal": { slug: "a-shop" },
  "settings.template": { reason: "" },
  "settings.resetTemplate": { reason: "" },
};
/** Keys that a page makes for what it sends: they name nothing that is there. */
const MADE_BY_THE_PAGE = [
  "key",
  "printId",
  "views.save.id",
  "robots.add.robotId",
  "addresses.save.id",
  "returns.enter.id",
  "refunds.makeMany.intent",
];
/** What a field names is a row of this table; the ones that a shop has by its fixture are not repeated here. */
const TABLES: Record<string, string> = {
  ...{ eventId: "events", batchId: "events", refundId: "refunds", orderLineId: "order_lines", lineId: "return_lines" },
  ...{ keyId: "channel_keys", replaces: "channel_keys", inviteId: "invites", robotId: "robots", id: "saved_views" },
  ...{ parcelId: "parcels", claimId: "claims" },
  ...{ orderId: "orders", returnLineId: "return_lines" },
};
const NAMED_BY: Record<string, keyof Shop["ids"]> = {
  ...{ ids: "returnId", returnIds: "returnId", seen: "returnId", excludedIds: "returnId", channel: "channelId" },
  ...{ notDoneBy: "bulkActId", jobId: "bulkActId", defaultAddressId: "addressId", labelFileId: "fileId" },
};

/** What goes on without what it does not find: it does the rest of what it was asked, or nothing. */
const LEFT_OUT = [
  "handover.tick.returnIds[]",
  "handover.untick.returnIds[]",
  "bulkActs.see.bulkActId",
  "labels.print.selection.ids[]",
  "refunds.makeMany.channelId",
  "refunds.makeMany.selection.ids[]",
  "returns.authorizeMany.seen[]",
  "returns.authorizeMany.selection.ids[]",
  "returns.extendMany.selection.ids[]",
  "returns.remindMany.selection.ids[]",
];
/** A preview judges by settings as they were sent, and changes none. */
const LEFT_OUT_BESIDE_OWN = ["policy.preview.operation.addressRules[].addressId"];
/** Here stands what was asked for, as it was asked. */
const RECORDS = /^(bulk_acts|label_prints|policy_previews) /;

const APP = fileURLToPath(new URL(".", import.meta.url));

let db: Db;
let owner: Awaited<ReturnType<typeof ownerOf>>;
let actions: Declared[];
let shop: Shop;
let other: Shop;
const found = new Map<string, string>();
beforeAll(async () => {
  db = await testDb();
  owner = await ownerOf(db);
  await setEnvironment(db);
  [shop, other] = [await aShop(db), await aShop(db)];
  const files = readdirSync(APP, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith("actions.ts"));
  const made = await Promise.all(files.map((file) => import(/* @vite-ignore */ `${APP}${file}`)));
  actions = made.flatMap((exported: Record<string, Act>) =>
    Object.values(exported).flatMap((act) => {
      const declared = declarationOf(act);
      // What a form posts hands its input on to an act that stands here too.
      return declared?.seam === "seller" && !declared.isNative ? [{ ...declared, act }] : [];
    }),
  );
  for (const name of ["views.save", "robots.add", "team.invite"]) {
    const one = actions.find((action) => action.name === name);
    const answer = one && (await as(other, "owner", () => one.act(envelopeOf(other, one, () => undefined))));
    if (!answer?.ok) throw new Error(`${name}: ${JSON.stringify(answer)}`);
  }
  await owner`
    insert into refunds (seller_id, id, order_id, return_id, key, state, kind, currency, created_at, state_changed_at)
    select seller_id, ${newId()}, order_id, id, 'k', 'intended', 'without_return', 'USD', now(), now()
    from returns where seller_id = ${other.sellerId} and id = ${other.ids.returnId}`;
  await owner`
    insert into claims (seller_id, id, order_id, return_id, status, status_changed_at, currency, due_at, ends_at, created_at)
    select seller_id, ${newId()}, order_id, id, 'to_file', now(), 'USD', now(), now(), now()
    from returns where seller_id = ${other.sellerId} and id = ${other.ids.returnId}`;
  for (const table of new Set(Object.values(TABLES))) {
    const [row] = await owner.unsafe<{ id: string }[]>(
      `select id from ${table} where seller_id = '${other.sellerId}' order by id desc limit 1`,
    );
    if (row) found.set(table, row.id);
  }
});

const envelopeOf = ({ sellerId }: Shop, { name, input }: Declared, choose: Choose, toward?: string) => ({
  sellerId,
  input: sampleOf(input, (field, way) => choose(field, way) ?? WORDS_OF[name]?.[field] ?? WORDS[field], toward),
});

/** What the other shop has of what a field names; undefined where it has no such thing. */
function foreignId(field: string): string | undefined {
  if (/^(user|assignee|seen)Id$/.test(field)) return other.people.get("agent")?.userId;
  const named = NAMED_BY[field] ?? field;
  if (named in other.ids) return other.ids[named as keyof Shop["ids"]];
  return found.get(TABLES[field] ?? "");
}

type Named = { name: string; way: string };
const namedBy = ({ name, input }: Declared): Named[] =>
  idsIn(input).filter((id) => ![id.name, `${name}${id.way}`].some((each) => MADE_BY_THE_PAGE.includes(each)));

/** What a shop's own field of this name holds. */
const ownId = (field: string): unknown => shop.ids[(NAMED_BY[field] ?? field) as keyof Shop["ids"]];

describe("every server action that names something", () => {
  it("has a value here for each of its fields", () => {
    const refused = actions.flatMap((one) => {
      const parsed = one.input.safeParse(envelopeOf(shop, one, () => undefined).input);
      return parsed.success ? [] : [`${one.name}: ${parsed.error.issues.map(({ path }) => path.join(".")).join(" ")}`];
    });
    expect(refused).toEqual([]);
    const unknown = actions.flatMap((one) =>
      namedBy(one).flatMap(({ name, way }) => (foreignId(name) ? [] : [`${one.name}${way}`])),
    );
    expect(unknown).toEqual([]);
  });

  it.each([
    ["beside what nobody has", (): unknown => undefined, LEFT_OUT],
    ["beside what is one's own", ownId, [...LEFT_OUT, ...LEFT_OUT_BESIDE_OWN]],
  ])(
    "does nothing to what is another shop's, named %s, and keeps no trace of it",
    async (_, beside, leftOut) => {
      const before = await rowsOf(owner, other);
      const done: string[] = [];
      for (const one of actions)
        for (const { name, way } of namedBy(one)) {
          const isId = new Set(namedBy(one).map((id) => id.way));
          const choose: Choose = (field, at) =>
            at === way ? foreignId(name) : isId.has(at) ? beside(field) : undefined;
          const answer = await as(shop, "owner", () => one.act(envelopeOf(shop, one, choose, way)));
          if (answer.ok) done.push(`${one.name}${way}`);
          else expect(answer.refusal.code, `${one.name}${way}`).not.toMatch(/^(unexpected|forbidden|seller_changed)$/);
          expect(await rowsOf(owner, other), `${one.name}${way}`).toEqual(before);
        }
      expect(done.sort()).toEqual([...leftOut].sort());
      // The number of a return is one text in both shops.
      const own = new Set<string>(Object.values(shop.ids));
      const foreign = [...Object.values(other.ids), ...found.values()].filter((id) => !own.has(id));
      const traces = (await rowsOf(owner, shop)).filter((row) => foreign.some((id) => row.includes(id)));
      expect(traces.filter((row) => !RECORDS.test(row))).toEqual([]);
    },
    120_000,
  );

  it("takes no word for an id", async () => {
    for (const one of actions)
      for (const { name, way } of namedBy(one).filter(({ name: field }) => field !== "addressId"))
        for (const id of ["../../etc/passwd", "0", "' or 1=1"]) {
          const answer = await as(shop, "owner", () =>
            one.act(envelopeOf(shop, one, (_, at) => (at === way ? id : undefined), way)),
          );
          expect(answer.ok, `${one.name}${way} ${name}`).toBe(false);
        }
  });
});
