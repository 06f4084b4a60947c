import type { Db } from "@/db/client";
import { users } from "@/db/schema";
import { withSeller } from "@/db/tenant";
import { listChannelRules } from "@/lib/channels/channel-rules";
import { listSellersOf } from "@/lib/team/people";

const DEMO_SELLER = "Demo Trading";

export type Target = { sellerId: string; sellerName: string; channelId: string };

/** The seller by name (else the only one, else the demo's) and their channel by code; throws with what there is. */
export async function findTarget(db: Db, sellerName: string | undefined, channelCode: string): Promise<Target> {
  const sellers = await allSellers(db);
  const wanted = sellerName ?? (sellers.length === 1 ? sellers[0]?.name : DEMO_SELLER);
  const seller = sellers.find(({ name }) => name === wanted);
  const names = sellers.map(({ name }) => name).join(", ") || "none yet";
  if (!seller) throw new Error(`No seller is named ${wanted}: give one with --seller. There are: ${names}.`);
  const channels = await withSeller(db, seller.id, (tx) => listChannelRules(tx, seller.id));
  const channel = channels.find(({ code }) => code === channelCode);
  const codes = channels.map(({ code }) => code).join(", ") || "none yet";
  if (!channel) throw new Error(`${seller.name} has no channel ${channelCode}. There are: ${codes}.`);
  return { sellerId: seller.id, sellerName: seller.name, channelId: channel.id };
}

/** Nobody may list all sellers, so they are asked for as each of their people sees them. */
async function allSellers(db: Db): Promise<{ id: string; name: string }[]> {
  const found = new Map<string, { id: string; name: string }>();
  for (const { id } of await db.select({ id: users.id }).from(users)) {
    for (const seller of await listSellersOf(db, id)) found.set(seller.id, seller);
  }
  return [...found.values()];
}
