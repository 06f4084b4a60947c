import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Db } from "@/db/client";
import { buyerLinks, outbox, portals, returns } from "@/db/schema";
import { aReturn, asOwner, testDb } from "@/db/testing";
import { aMailSink } from "@/db/testing-mail";
import { savePortal } from "@/lib/channels/portals";
import { mailServer } from "@/lib/messages/mail-server";
import { knowBuyer, LINK_DAYS, openLink } from "@/lib/platform/buyers";
import { buyerToken, visitToken } from "@/lib/platform/link-token";
import { copyBuyerLink, endBuyerLinks } from "./buyer-links";
import { APP, AUTHORIZE, aBuyer, SECRET } from "./buyer-testing";
import { sendLinkAgain } from "./send-link-again";

const DAY = 24 * 3_600_000;

let db: Db;
let post: Parameters<Awaited<ReturnType<typeof aBuyer>>["leave"]>[0];
beforeAll(async () => {
  db = await testDb();
  const sink = await aMailSink();
  post = { sink, server: mailServer(sink.url, "returns@pine.net") };
});
afterAll(async () => {
  post.server.close();
  await post.sink.leave();
});

const aShop = (...options: Parameters<typeof aBuyer> extends [Db, ...infer Rest] ? Rest : never) =>
  aBuyer(db, ...options);
const open = (portal: string, shown: string, now = new Date(), secret = SECRET) =>
  openLink(db, { secret, portal, shown, now });

describe("the link in a buyer's mail", () => {
  it("opens the one return it was sent about, again and again, and stands in no row", async () => {
    const shop = await aShop();
    await shop.act(AUTHORIZE);
    const [mail] = await shop.leave(post);
    for (const part of [mail?.text, mail?.html]) {
      const [portal = "", token = ""] = shop.linkIn(part);
      for (let time = 0; time < 3; time++)
        expect(await open(portal, token)).toMatchObject({ returnId: shop.id, sellerId: shop.sellerId });
      const kept = await shop.inside((tx) => tx.query.messages.findMany());
      expect(JSON.stringify(kept)).not.toContain(token);
    }
    // Looking changes nothing of the return: a scanner may have come before the buyer.
    expect((await shop.history()).map(({ kind }) => kind)).toEqual(["requested", "authorize"]);
  });

  it("P04 opens nothing else: not another return, another shop, changed, over, ended, or under another key", async () => {
    const [shop, other] = [await aShop(), await aShop()];
    for (const each of [shop, other]) await each.act(AUTHORIZE);
    const [[portal = "", token = ""], [foreign = ""]] = [
      shop.linkIn((await shop.leave(post))[0]?.text),
      other.linkIn((await other.leave(post))[0]?.text),
    ];
    const buyer = await open(portal, token);
    if (!buyer) throw new Error("the link opens");
    const visit = visitToken.write(SECRET, buyer);
    const know = (at: { portal?: string; number?: string; shown?: string; secret?: string; now?: Date }) =>
      knowBuyer(db, { secret: SECRET, portal, number: `R-${shop.number}`, shown: visit, now: new Date(), ...at });
    expect(await know({})).toMatchObject({ returnId: shop.id });
    const { id: second } = await aReturn(db, shop.seller, { channelId: shop.channelId });
    const row = await shop.inside((tx) => tx.query.returns.findFirst({ where: eq(returns.id, second) }));
    const nothing = await Promise.all([
      open(foreign, token),
      open("no-such-shop", token),
      open(portal, `${token}A`),
      open(portal, token.slice(0, -2)),
      open(portal, visit),
      open(portal, buyerToken.write(SECRET, { ...buyer, sellerId: other.sellerId })),
      open(portal, token, new Date(), "another key"),
      open(portal, token, new Date(Date.now() + (LINK_DAYS + 1) * DAY)),
      ...["", "null", "[]", "{}", "0", "undefined", "\u0000"].map((shown) => open(portal, shown)),
      ...["", "\u0000", "..", "R-1"].map((slug) => open(slug, token)),
      know({ number: `R-${row?.number}` }),
      know({ portal: foreign }),
      know({ shown: token }),
      know({ secret: "another key" }),
      ...["", "R-", "R-0", "R-99999999999", "\u0000", `r-${shop.number}`].map((number) => know({ number })),
    ]);
    expect(nothing.filter((found) => found !== null)).toEqual([]);
    await endBuyerLinks(asOwner(db, shop.seller), { returnId: shop.id });
    expect([await open(portal, token), await know({})]).toEqual([null, null]);
    expect((await shop.history()).at(-1)).toEqual({ kind: "buyer_links_ended", actor: "person" });
    // The next mail has another link.
    const made = await copyBuyerLink(asOwner(db, shop.seller), { returnId: shop.id }, SECRET);
    const [, again = ""] = made.ok ? shop.linkIn(`${APP}${made.value.path}`) : [];
    expect(again).not.toBe(token);
    expect(await open(portal, again)).toMatchObject({ returnId: shop.id });
  });

  it("is not found with the id of another shop, to be shown or to be ended", async () => {
    const [shop, other] = [await aShop(), await aShop()];
    const ctx = asOwner(db, shop.seller);
    const refused = { ok: false, refusal: { code: "not_found" } };
    expect(await copyBuyerLink(ctx, { returnId: other.id }, SECRET)).toEqual(refused);
    expect(await endBuyerLinks(ctx, { returnId: other.id })).toEqual(refused);
  });

  it("P-19 is in no mail where the marketplace acts, until the seller says that it may be", async () => {
    const shop = await aShop({ mode: "mirrored", plan: "professional" });
    const link = () => copyBuyerLink(asOwner(db, shop.seller), { returnId: shop.id }, SECRET);
    expect(await link()).toEqual({ ok: false, refusal: { code: "portal_off" } });
    await savePortal(asOwner(db, shop.seller), { channelId: shop.channelId, slug: `m-${shop.number}`, isOn: true });
    const made = await link();
    const [portal = "", token = ""] = made.ok ? shop.linkIn(`${APP}${made.value.path}`) : [];
    expect(await open(portal, token)).toMatchObject({ returnId: shop.id });
    await savePortal(asOwner(db, shop.seller), { channelId: shop.channelId, slug: `m-${shop.number}`, isOn: false });
    expect(await open(portal, token)).toBeNull();
  });
});

describe("the slug of a channel", () => {
  it("belongs to one shop of the installation, whoever asks at once, and not to another's channel", async () => {
    const [one, two] = [await aShop(), await aShop()];
    const slug = `pine-${one.sellerId.slice(-8)}`;
    const take = ({ seller, channelId }: typeof one) =>
      savePortal(asOwner(db, seller), { channelId, slug, isOn: true });
    const answers = await Promise.all([take(one), take(two)]);
    expect(answers.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(answers.find(({ ok }) => !ok)).toMatchObject({
      refusal: { code: "invalid", fields: { slug: ["portal_taken"] } },
    });
    expect(await db.select().from(portals).where(eq(portals.slug, slug))).toHaveLength(1);
    const foreign = await savePortal(asOwner(db, one.seller), {
      channelId: two.channelId,
      slug: `${slug}-x`,
      isOn: true,
    });
    expect(foreign).toEqual({ ok: false, refusal: { code: "not_found" } });
  });
});

describe("P10 the link that is asked for again", () => {
  const ask = (shop: { orderNumber: string; email: string }, portal: string, change = {}) =>
    sendLinkAgain(
      { db, now: new Date() },
      { portal, order: shop.orderNumber, email: shop.email, from: "ip:192.0.2.7", ...change },
    );
  const aShopWithPage = async () => {
    const orderNumber = `SH-${Math.random().toString(36).slice(2)}`;
    const shop = { ...(await aShop({}, { orderNumber })), orderNumber };
    const portal = `shop-${shop.sellerId.slice(-10)}`;
    await savePortal(asOwner(db, shop.seller), { channelId: shop.channelId, slug: portal, isOn: true });
    return { shop, portal };
  };
  const queued = (shop: Awaited<ReturnType<typeof aBuyer>>) =>
    shop.inside((tx) => tx.$count(outbox, eq(outbox.kind, "buyer.link")));

  it("goes to the address of the order, at most three times an hour", async () => {
    const { shop, portal } = await aShopWithPage();
    await Promise.all([1, 2, 3, 4, 5, 6].map((time) => ask(shop, portal, { from: `ip:192.0.2.${time}` })));
    expect(await queued(shop)).toBe(3);
    const mails = await shop.leave(post);
    const [slug = "", token = ""] = shop.linkIn(mails.at(-1)?.text);
    expect(await open(slug, token)).toMatchObject({ returnId: shop.id });
    expect(await shop.inside((tx) => tx.$count(buyerLinks))).toBe(1);
  });

  it("P01 P05 takes as long and sends nothing for an order, an address or a shop that do not belong together", async () => {
    const { shop, portal } = await aShopWithPage();
    const wrong = [
      { order: "no such order" },
      { email: "somebody@else.net" },
      ...["%@mail.net", "_", "*", `+x${shop.email}`, ""].map((email) => ({ email })),
      { portal: "no-such-shop" },
      { order: "\u0000" },
    ];
    const times: number[] = [];
    for (const change of wrong) {
      const begun = performance.now();
      await ask(shop, portal, { ...change, from: `ip:${JSON.stringify(change)}` });
      times.push(performance.now() - begun);
    }
    expect(await queued(shop)).toBe(0);
    // Each waits for the same moment, which is later than its work.
    expect(Math.min(...times)).toBeGreaterThan(395);
    await ask(shop, portal, { email: shop.email.toUpperCase() });
    expect(await queued(shop)).toBe(1);
  });
});
