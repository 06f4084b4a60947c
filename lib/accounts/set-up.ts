import { sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { hasUsers } from "@/db/queries/people";
import { channels, memberships, operations, policies, returnAddresses, sellers, users } from "@/db/schema";
import { withSeller } from "@/db/tenant";
import { newId } from "../ids";
import { todayIn } from "../policy/calendar";
import { defaultPolicy as freeReturn } from "../policy/programmes/free-return";
import { defaultPolicy as sellerFulfilled } from "../policy/programmes/seller-fulfilled";
import { ok, type Result, refuse } from "../result";
import { type NewUserRefusal, prepareUser } from "./create-user";
import type { SetUp } from "./set-up-input";

const KINDS = {
  amazon: { label: "Amazon", mode: "mirrored", programme: "seller_fulfilled", policy: sellerFulfilled },
  aliexpress: { label: "AliExpress", mode: "mirrored", programme: "free_return", policy: freeReturn },
  own: { label: "Own shop", mode: "managed", programme: "seller_fulfilled", policy: sellerFulfilled },
} as const;

/** Any constant of our own: of two first owners at the same moment one waits, and then finds the other. */
const SET_UP_LOCK = 4_663_928;

/**
 * Makes the first owner with a seller, its channel, policy version 1 and return address, all or nothing. Refused for
 * good as soon as there is any account.
 */
export async function setUp(
  db: Db,
  { owner, sellerName, locale, channel, address }: SetUp,
  now: Date,
): Promise<Result<{ sellerId: string }, NewUserRefusal | { code: "already_set_up" }>> {
  // Before any costly hash; decided for good under the lock below.
  if (await hasUsers(db)) return refuse({ code: "already_set_up" });
  const user = await prepareUser(owner, now);
  if (!user.ok) return user;
  const [sellerId, channelId, addressId] = [newId(), newId(), newId()];
  const { label, mode, programme, policy } = KINDS[channel.marketplace];
  const code = `${label} ${channel.country}`.toLowerCase().replaceAll(" ", "-");
  return withSeller(db, sellerId, async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${SET_UP_LOCK})`);
    const anybody = await tx.select({ id: users.id }).from(users).limit(1);
    if (anybody.length > 0) return refuse({ code: "already_set_up" });
    await tx.insert(users).values(user.value);
    await tx.insert(sellers).values({ id: sellerId, name: sellerName, locale, createdAt: now });
    await tx.insert(memberships).values({ sellerId, userId: user.value.id, role: "owner", createdAt: now });
    await tx.insert(returnAddresses).values({ sellerId, id: addressId, ...address, createdAt: now });
    await tx.insert(channels).values({
      sellerId,
      id: channelId,
      code,
      name: `${label} ${channel.country}`,
      mode,
      programme,
      ...channel,
      defaultAddressId: addressId,
    });
    await tx.insert(policies).values({
      sellerId,
      id: newId(),
      channelId,
      version: 1,
      effectiveFrom: todayIn(now, channel.timeZone),
      terms: policy.terms,
      createdBy: user.value.id,
      createdAt: now,
    });
    await tx.insert(operations).values({
      sellerId,
      id: newId(),
      channelId,
      version: 1,
      operation: policy.operation,
      createdBy: user.value.id,
      createdAt: now,
    });
    return ok({ sellerId });
  });
}
