import { and, eq } from "drizzle-orm";
import { listChannelRules } from "@/lib/channels/channel-rules";
import { judgedOne, judgeOrders } from "@/lib/judging/judge-orders";
import { startingDeadlines } from "@/lib/judging/starting-deadlines";
import { newId } from "@/lib/kernel/ids";
import type { Ctx } from "@/lib/platform/ctx";
import { product } from "@/lib/policy/actor";
import type { ChannelFacts } from "@/lib/policy/judging/facts";
import { defaultPolicy as freeReturn } from "@/lib/policy/judging/programmes/free-return";
import { defaultPolicy as sellerFulfilled } from "@/lib/policy/judging/programmes/seller-fulfilled";
import type { MarketplaceRecord } from "@/lib/policy/marketplace-record";
import type { Operation, Terms } from "@/lib/policy/terms/terms";
import { insertReturns, type NewReturn } from "../lib/returns/insert-returns";
import type { Db } from "./client";
import {
  channels,
  memberships,
  operations,
  orderLines,
  orders,
  policies,
  returnAddresses,
  returns,
  sellers,
  users,
} from "./schema";
import { withSeller } from "./tenant";
import { insertion } from "./write-set";

type ChannelOptions = Partial<Omit<ChannelFacts, "returnCountry">> & {
  code?: string;
  currency?: string;
  hasAddress?: boolean;
  terms?: Terms;
  categoryDays?: Terms["window"]["byCategory"];
  operation?: Operation;
  undoSeconds?: number;
  labelCostMinor?: number;
};

export type TestSeller = { sellerId: string; addressId: string; owner: { id: string; name: string; email: string } };

/** A member of a seller as who acts. */
export const member = (id: string) => ({ kind: "person" as const, id, name: "Olive Owner" });

/** What the seams would hand a verb that the owner calls. */
export const asOwner = (
  db: Db,
  { sellerId, owner }: Pick<TestSeller, "sellerId" | "owner">,
  now = new Date(),
): Ctx => ({
  db,
  sellerId,
  actor: { kind: "person", id: owner.id, name: owner.name },
  now,
});

/** The same for what does not ask who it is. */
export const inShop = (db: Db, sellerId: string, now = new Date()): Ctx => ({
  db,
  sellerId,
  actor: product("rules"),
  now,
});

export const anAddress = {
  recipient: "Homeward Returns",
  line1: "1 Depot Way",
  line2: null,
  city: "Reno",
  region: "NV",
  postalCode: "89501",
  country: "US",
  phone: null,
};

/** A seller of its own with an owner and a return address; the password hash is nobody's. */
export async function aSeller(db: Db): Promise<TestSeller> {
  const sellerId = newId();
  const owner = { id: newId(), name: "Olive Owner", email: `${newId()}@team.example.net` };
  const addressId = newId();
  await db.execute(insertion(users, [{ ...owner, passwordHash: "none" }]));
  await withSeller(db, sellerId, async (tx) => {
    await tx.insert(sellers).values({ id: sellerId, name: `Seller ${sellerId}` });
    await tx.insert(memberships).values({ sellerId, userId: owner.id, role: "owner" });
    await tx.insert(returnAddresses).values({ sellerId, id: addressId, ...anAddress });
  });
  return { sellerId, addressId, owner };
}

/** A channel with version 1 of its programme's default policy, or of the terms given. */
export async function aChannel(db: Db, seller: TestSeller, options: ChannelOptions = {}): Promise<string> {
  const {
    hasAddress = true,
    terms: given,
    categoryDays,
    operation,
    undoSeconds,
    labelCostMinor,
    code = `c-${newId()}`,
    currency = "USD",
    ...facts
  } = options;
  const id = newId();
  const programme = facts.programme ?? "seller_fulfilled";
  const defaults = programme === "free_return" ? freeReturn : sellerFulfilled;
  const mode = facts.mode ?? "managed";
  const base = given ?? defaults.terms;
  const works = operation ?? defaults.operation;
  const terms = categoryDays ? { ...base, window: { ...base.window, byCategory: categoryDays } } : base;
  await withSeller(db, seller.sellerId, async (tx) => {
    await tx.insert(channels).values({
      sellerId: seller.sellerId,
      id,
      code,
      name: code,
      marketplace: mode === "managed" ? "own" : programme === "free_return" ? "aliexpress" : "amazon",
      mode,
      programme,
      plan: facts.plan ?? "individual",
      hasPrepaid: facts.hasPrepaid ?? false,
      country: facts.country ?? "US",
      currency,
      timeZone: facts.timeZone ?? "America/Los_Angeles",
      defaultAddressId: hasAddress ? seller.addressId : null,
    });
    await tx.insert(policies).values({
      sellerId: seller.sellerId,
      id: newId(),
      channelId: id,
      version: 1,
      effectiveFrom: "2020-01-01",
      terms,
    });
    await tx.insert(operations).values({
      sellerId: seller.sellerId,
      id: newId(),
      channelId: id,
      version: 1,
      operation: {
        ...works,
        ...(undoSeconds === undefined ? {} : { undoSeconds }),
        ...(labelCostMinor === undefined ? {} : { labels: { ...works.labels, costMinor: labelCostMinor } }),
      },
    });
  });
  return id;
}

type ReturnOptions = {
  channelId: string;
  orderNumber?: string;
  orderedOn?: string;
  deliveredOn?: string | null;
  requestedAt?: Date;
  isInPolicyReported?: boolean | null;
  status?: NewReturn["status"];
  sku?: string;
  category?: string | null;
  reason?: string;
  amountMinor?: number | null;
  /** For the order in all; left out, nobody knows it. */
  paidMinor?: number;
  quantity?: number;
  buyerName?: string;
  buyerEmail?: string;
  buyerLocale?: string;
  buyerComment?: string;
  /** Tells the team of it, as a buyer's own request would. */
  isAnnounced?: boolean;
  reportedStatus?: string | null;
  channelRma?: string | null;
  now?: Date;
};

/** A report that says nothing but that the return is there. */
const SILENT: MarketplaceRecord = {
  isInPolicy: null,
  labelType: null,
  labelCostMinor: null,
  labelCurrency: null,
  labelPaidBy: null,
  carrier: null,
  trackingNumber: null,
  merchantRma: null,
  returnType: null,
  resolution: null,
  invoiceNumber: null,
  deliveredBackOn: null,
  isPrime: null,
  safet: null,
};

/** A return as it would have come in, judged and clocked by the product's own functions. */
export async function aReturn(
  db: Db,
  seller: TestSeller,
  options: ReturnOptions,
): Promise<{ id: string; number: number; requestedOn: string; orderId: string }> {
  const { sellerId } = seller;
  const now = options.now ?? new Date();
  const requestedAt = options.requestedAt ?? now;
  const requestedOn = requestedAt.toISOString().slice(0, 10);
  const orderId = newId();
  const orderLineId = newId();
  const id = newId();
  const number = await withSeller(db, sellerId, async (tx) => {
    const [channel] = await listChannelRules(tx, sellerId, [options.channelId]);
    if (!channel) throw new Error("no such channel");
    const order = {
      orderedOn: options.orderedOn ?? requestedOn,
      deliveredOn: options.deliveredOn === undefined ? requestedOn : options.deliveredOn,
      promisedOn: null,
    };
    const quantity = options.quantity ?? 1;
    const item = {
      sku: options.sku ?? "SKU-1",
      category: options.category ?? null,
      quantity,
      amountMinor: options.amountMinor === undefined ? 4290 : options.amountMinor,
    };
    const orderNumber = options.orderNumber ?? `O-${orderId}`;
    await tx.insert(orders).values({
      sellerId,
      id: orderId,
      channelId: channel.id,
      number: orderNumber,
      ...order,
      currency: channel.currency,
      paidMinor: options.paidMinor ?? null,
      buyerName: options.buyerName ?? null,
      buyerEmail: options.buyerEmail ?? null,
      buyerLocale: options.buyerLocale ?? null,
    });
    await tx.insert(orderLines).values({ sellerId, id: orderLineId, orderId, title: "Test item", ...item });
    const reason = options.reason ?? "CR-UNWANTED_ITEM";
    const isMirrored = channel.mode === "mirrored";
    const request = {
      id,
      orderId,
      status: options.status ?? "authorization_required",
      requestedOn,
      requestedAt,
      reported: isMirrored ? { ...SILENT, isInPolicy: options.isInPolicyReported ?? null } : null,
      lines: [{ orderLineId, reason, quantity }],
    };
    const { status, reported } = request;
    const judged = await judgeOrders(tx, { sellerId, channel, now }, [], [request]);
    const { evaluation, valueMinor } = judgedOne(judged, id);
    await insertReturns(
      tx,
      sellerId,
      [
        {
          id,
          channelId: channel.id,
          orderId,
          orderNumber,
          buyerName: options.buyerName ?? null,
          channelRma: options.channelRma ?? null,
          source: isMirrored ? "report" : "portal",
          status,
          requestedOn,
          requestedAt,
          evaluation,
          currency: channel.currency,
          valueMinor,
          buyerComment: options.buyerComment ?? null,
          reportedStatus: options.reportedStatus ?? (isMirrored ? "Pending Authorization" : null),
          reported,
          isManaged: !isMirrored,
          isAnnounced: options.isAnnounced ?? false,
          isDisputed: false,
          lines: [{ orderLineId, sku: item.sku, asin: null, reason, quantity, reportedRefundedMinor: null }],
          deadlines: startingDeadlines(channel, request, { evaluation, status, isImported: isMirrored }, now),
        },
      ],
      { actor: product("rules"), now },
    );
    const [row] = await tx
      .select({ number: returns.number })
      .from(returns)
      .where(and(eq(returns.sellerId, sellerId), eq(returns.id, id)));
    return row?.number ?? 0;
  });
  return { id, number, requestedOn, orderId };
}
