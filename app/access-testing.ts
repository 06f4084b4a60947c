import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { eq } from "drizzle-orm";
import { encode } from "next-auth/jwt";
import { createTranslator } from "next-intl";
import { vi } from "vitest";
import type { Db } from "@/db/client";
import { messages, outbox, returns } from "@/db/schema";
import { withSeller } from "@/db/tenant";
import { aChannel, appUrlOf, aReturn, aSeller, type ownerOf } from "@/db/testing";
import { writeTogether } from "@/db/write-set";
import { runBulk } from "@/lib/bulk/returns-in-bulk";
import { issueChannelKey } from "@/lib/channels/channel-keys";
import { savePortal } from "@/lib/channels/portals";
import en from "@/lib/i18n/messages/en.json";
import { startImport } from "@/lib/imports/start-import";
import { newId } from "@/lib/kernel/ids";
import { announcements } from "@/lib/parcels/announcements";
import { linkOf } from "@/lib/platform/buyers";
import { PDF } from "@/lib/platform/files/example-files";
import { storeFile } from "@/lib/platform/files/store-file";
import { visitToken } from "@/lib/platform/link-token";
import { PERMISSIONS_OF, type Permission, ROLES, type Role } from "@/lib/policy/permissions";
import { printMany } from "@/lib/printing/print-many";
import { aPerson, asOwn, entered } from "@/lib/team/accounts-testing";
import { switchSeller } from "@/lib/team/switch-seller";
import { startPreview } from "@/lib/terms/start-preview";

export const OWN = "http://localhost:3999";
const SECRET = "0f8b2c7d4e6a1935f7c2b8d0e4a6931c";
/** Who asks, and from where. */
export const asked = { cookie: undefined as string | undefined, buyer: undefined as string | undefined, origin: OWN };

// What Next hands a request over with; the guards, the sessions and the database are the product's own.
vi.mock("next/headers", () => ({
  headers: async () => new Headers({ origin: asked.origin }),
  cookies: async () => ({
    get: (name: string) => {
      const value = name.endsWith(".session") ? asked.cookie : name.endsWith(".buyer") ? asked.buyer : undefined;
      return value === undefined ? undefined : { value };
    },
    getAll: () => [],
  }),
}));
vi.mock("next/cache", () => ({ refresh: () => undefined, updateTag: () => undefined }));
vi.mock("next-intl/server", () => ({
  getLocale: async () => "en",
  getTimeZone: async () => "UTC",
  getNow: async () => new Date(),
  getTranslations: async (namespace: never) => createTranslator({ locale: "en", messages: en, namespace }),
}));

/** Before anything of the product is imported that reads its environment. */
export async function setEnvironment(db: Db): Promise<void> {
  Object.assign(process.env, {
    APP_DATABASE_URL: await appUrlOf(db),
    NEXTAUTH_URL: OWN,
    NEXTAUTH_SECRET: SECRET,
    INSTANCE_ID: "access01",
    PLATFORM_SUPPORT: "1",
    // As next.config.js has it: a page that somebody may not see ends with a 403.
    __NEXT_EXPERIMENTAL_AUTH_INTERRUPTS: "1",
    DATA_DIR: mkdtempSync(join(tmpdir(), "homeward-access-")),
  });
}

async function cookieOf(db: Db, email: string, visits?: string): Promise<string> {
  const ids = await entered(db, email);
  if (visits) await switchSeller(asOwn(db, ids), { sellerId: visits, reason: "a look" });
  return encode({ token: { sessionId: ids.sessionId, userId: ids.userId }, secret: SECRET });
}

/** Everybody who may be signed in to a shop; support looks at it. */
export const PEOPLE = [...ROLES, "support"] as const;
export type Who = Role | "support";

export const may = (who: Who, needs: Permission): boolean => PERMISSIONS_OF[who].includes(needs);

type Sql = Awaited<ReturnType<typeof ownerOf>>;
export type Shop = Awaited<ReturnType<typeof aShop>>;

/** A shop that has one of everything that an address names, and somebody of every role. */
export async function aShop(db: Db) {
  const seller = await aSeller(db);
  const { sellerId, owner, addressId } = seller;
  const tracking = `TRACK${newId().slice(-12)}`;
  const words = { order: `ORD-${newId().slice(-12)}`, buyer: `Buyer ${newId().slice(-12)}` };
  const channelId = await aChannel(db, seller, { mode: "mirrored", plan: "professional" });
  const { id: decided } = await aReturn(db, seller, { channelId });
  const fresh = { channelId, orderNumber: words.order, buyerName: words.buyer, isAnnounced: true };
  const { id: returnId } = await aReturn(db, seller, fresh);
  const [actor, now] = [{ kind: "person" as const, ...owner }, new Date()];
  const carried = { returnId, carrier: null, tracking, source: "person" as const };
  await withSeller(db, sellerId, (tx) => writeTogether(tx, announcements(sellerId, [carried], now)));
  const started = await startImport({ db, sellerId, actor, now }, { channelId });
  const request = { move: "authorize", address: null } as const;
  const selection = { mode: "ids" as const, ids: [decided] };
  const bulkAct = await runBulk({ db, sellerId, actor, now }, { key: newId(), selection, request });
  const preview = await startPreview({ db, sellerId, actor, now }, { channelId });
  const dataDir = process.env.DATA_DIR ?? "";
  const label = { name: "label.pdf", body: Readable.from([PDF]) };
  const file = await storeFile({ db, sellerId, actor: { kind: "person", ...owner } }, { dataDir, ...label });
  const printing = { printId: newId(), selection, sort: "due" as const, parts: ["label" as const] };
  const print = await printMany({ db, sellerId, actor, now }, printing);
  const made = await issueChannelKey({ db, sellerId, actor, now }, { channelId, replaces: null });
  if (!started.ok || !bulkAct.ok || !preview.ok || !file.ok || !print.ok || !made.ok)
    throw new Error("the shop was not made");
  const messageId = await aMessage(db, sellerId, returnId);
  const people = new Map<Who, { cookie: string; userId: string }>();
  for (const role of ROLES) {
    const { email, userId } = await aPerson(db, { sellerId, role });
    people.set(role, { cookie: await cookieOf(db, email), userId });
  }
  const support = await aPerson(db, { isSupport: true });
  people.set("support", { cookie: await cookieOf(db, support.email, sellerId), userId: support.userId });
  const [channel] = await withSeller(db, sellerId, (tx) => tx.query.channels.findMany({ columns: { code: true } }));
  const { importId } = started.value;
  const portal = `p-${newId().slice(-12)}`;
  await savePortal({ db, sellerId, actor, now }, { channelId, slug: portal, isOn: true });
  const [linkId, number, orderId] = await withSeller(db, sellerId, async (tx) => {
    const found = await tx.query.returns.findFirst({
      columns: { number: true, orderId: true },
      where: eq(returns.id, returnId),
    });
    return [await linkOf(tx, sellerId, returnId, now), `R-${found?.number}`, found?.orderId ?? ""];
  });
  const ids = {
    channelId,
    returnId,
    importId,
    addressId,
    messageId,
    fileId: file.value.id,
    printId: print.value.printId,
  };
  return {
    ...{ sellerId, owner, people, words, tracking, code: channel?.code ?? "", key: made.value.key },
    /** What the browser of the buyer of the return holds. */
    visit: visitToken.write(SECRET, { sellerId, linkId }),
    ids: {
      ...ids,
      portal,
      number,
      orderId,
      bulkActId: bulkAct.value.bulkActId,
      jobId: bulkAct.value.bulkActId,
      previewId: preview.value.previewId,
    },
  };
}

/** A dollar on top, for the return of a shop. */
export const aRefund = ({ orderId, returnId }: Shop["ids"]) => ({
  ...{ key: newId(), orderId, returnId, units: [], shipping: null, deductsLabel: null, concession: "1", faults: {} },
  ...{ faultNote: "", note: "", paid: null, confirmsReported: false, amountMinor: 100 },
});

/** The mail of something that waits to leave, as if it had left. */
async function aMessage(db: Db, sellerId: string, returnId: string): Promise<string> {
  const id = newId();
  await withSeller(db, sellerId, async (tx) => {
    const [waiting] = await tx.select({ id: outbox.id }).from(outbox).where(eq(outbox.sellerId, sellerId)).limit(1);
    if (!waiting) throw new Error("nothing waits to leave");
    const words = { fromName: "Shop", locale: "en", subject: "A return", text: "A return", html: "<p>A return</p>" };
    const sent = { messageId: id, state: "sent" as const, createdAt: new Date(), sentAt: new Date() };
    const row = { sellerId, id, outboxId: waiting.id, kind: "buyer.message" as const, returnId, ...words, ...sent };
    await tx.insert(messages).values(row);
  });
  return id;
}

/** Asks as the buyer whom a link has let in, signed in to nothing. */
export async function asBuyer<Answer>({ visit }: Pick<Shop, "visit">, ask: () => Promise<Answer>): Promise<Answer> {
  asked.buyer = visit;
  try {
    return await ask();
  } finally {
    asked.buyer = undefined;
  }
}

/** Asks as somebody of a shop, or as nobody. */
export async function as<Answer>(shop: Shop, who: Who | null, ask: () => Promise<Answer>): Promise<Answer> {
  asked.cookie = who === null ? undefined : shop.people.get(who)?.cookie;
  try {
    return await ask();
  } finally {
    asked.cookie = undefined;
  }
}

/** Everything a shop has, as one fingerprint: what nobody touched has the same. */
export async function rowsOf(owner: Sql, { sellerId }: Shop): Promise<string[]> {
  const tables = await owner<{ name: string }[]>`
    select table_name as name from information_schema.columns
    where table_schema = 'public' and column_name = 'seller_id' order by 1`;
  const each = tables.map(
    ({ name }) => `select '${name} ' || t::text as row from ${name} t where seller_id = '${sellerId}'`,
  );
  const rows = await owner.unsafe<{ row: string }[]>(`${each.join(" union all ")} order by 1`);
  return rows.map(({ row }) => row);
}
