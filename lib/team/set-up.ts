import { sql } from "drizzle-orm";
import { memberships, returnAddresses, sellers, users } from "@/db/schema";
import { withSeller } from "@/db/tenant";
import { insertNewChannel } from "@/lib/channels/insert-new-channel";
import { codeOf, MARKETPLACE_KINDS } from "@/lib/channels/marketplace-kinds";
import { newId } from "@/lib/kernel/ids";
import { ok, type Result, refuse } from "@/lib/kernel/result";
import type { PublicCtx } from "@/lib/platform/ctx";
import { insertUser, type NewUserRefusal, prepareUser } from "./create-user";
import { hasUsers } from "./people";
import type { SetUp } from "./set-up-input";
import { isSetupCode } from "./setup-code";

export type SetUpRefusal = NewUserRefusal | { code: "already_set_up" | "wrong_setup_code" };

/** `codeHash`: by which the code of this installation is known; without one nobody knows it. */
type Wanted = SetUp & { codeHash: string | undefined };

/** Any constant of our own: of two first owners at the same moment one waits, and then finds the other. */
const SET_UP_LOCK = 4_663_928;

/**
 * For who knows the code of this installation: makes the first owner with a seller, its channel, policy version 1 and return address, all or nothing. Refused for
 * good as soon as there is any account.
 */
export async function setUp(
  { db, now }: PublicCtx,
  { code: setupCode, codeHash, owner, sellerName, locale, channel, address }: Wanted,
): Promise<Result<{ sellerId: string }, SetUpRefusal>> {
  // Before any costly hash; decided for good under the lock below.
  if (await hasUsers(db)) return refuse({ code: "already_set_up" });
  if (!isSetupCode(setupCode, codeHash)) return refuse({ code: "wrong_setup_code" });
  const user = await prepareUser(owner, now);
  if (!user.ok) return user;
  const [sellerId, addressId] = [newId(), newId()];
  const { label, programme } = MARKETPLACE_KINDS[channel.marketplace];
  const code = codeOf(channel.marketplace, channel.country);
  return withSeller(db, sellerId, async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${SET_UP_LOCK})`);
    const anybody = await tx.select({ id: users.id }).from(users).limit(1);
    if (anybody.length > 0) return refuse({ code: "already_set_up" });
    await insertUser(tx, user.value);
    const digestZone = channel.timeZone;
    await tx.insert(sellers).values({ id: sellerId, name: sellerName, locale, digestZone, createdAt: now });
    await tx.insert(memberships).values({ sellerId, userId: user.value.id, role: "owner", createdAt: now });
    await tx.insert(returnAddresses).values({ sellerId, id: addressId, ...address, createdAt: now });
    await insertNewChannel(
      tx,
      { ...channel, code, name: `${label} ${channel.country}`, programme, defaultAddressId: addressId },
      { sellerId, actor: { kind: "person", id: user.value.id, name: owner.name }, now },
    );
    return ok({ sellerId });
  });
}
