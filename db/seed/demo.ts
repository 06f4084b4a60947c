import { eq } from "drizzle-orm";
import { findFloor } from "@/lib/channels/floors";
import { portalOf } from "@/lib/channels/portals";
import { DEMO_PARCEL } from "@/lib/demo/demo";
import { todayIn } from "@/lib/kernel/calendar";
import { newId } from "@/lib/kernel/ids";
import { hashPassword } from "@/lib/platform/password";
import type { Actor } from "@/lib/policy/actor";
import type { Role } from "@/lib/policy/permissions";
import { breachesOf, raiseToFloor } from "@/lib/policy/terms/rows";
import { parkParcelIn } from "@/lib/receiving/unidentified";
import type { Db, Tx } from "../client";
import {
  channels,
  memberships,
  operations,
  policies,
  returnAddresses,
  returns,
  sellers,
  skuRules,
  users,
} from "../schema";
import { withSeller } from "../tenant";
import { insertion } from "../write-set";
import { type DemoChannel, demoChannels } from "./channels";
import { placeReturns } from "./place-returns";
import { scenarios } from "./scenarios";

// Fixed, so that a start that was killed halfway finds what it had made.
const DEMO_TRADING = "01930000-0000-7000-8000-000000000001";
const OTHER_SHOP = "01930000-0000-7000-8000-000000000002";

const TEAM: { role: Role; name: string }[] = [
  { role: "owner", name: "Olive Owner" },
  { role: "manager", name: "Mei Manager" },
  { role: "agent", name: "Chen Agent" },
  { role: "warehouse", name: "Wanda Warehouse" },
  { role: "viewer", name: "Viktor Viewer" },
];

type Options = { password: string; now: Date };

/** An account like any other until the owner of the database lets it look into every shop. */
const DEMO_SUPPORT = "support@demo.test";

/**
 * The demo: Demo Trading with five channels and about 300 returns, Other Shop, and platform support.
 * One password for all accounts. Safe to repeat: what is already there is left alone.
 */
export async function seedDemo(db: Db, { password, now }: Options): Promise<void> {
  const passwordHash = await hashPassword(password);
  const account = (email: string, name: string) => ({
    id: newId(),
    email,
    name,
    passwordHash,
    createdAt: now,
  });
  const team = TEAM.map(({ role, name }) => ({ ...account(`${role}@demo.test`, name), role }));
  const otherOwner = account("owner@other.test", "Otto Other");
  const today = todayIn(now, "UTC");

  await withSeller(db, OTHER_SHOP, async (tx) => {
    if (await isThere(tx, OTHER_SHOP)) return;
    await tx.insert(sellers).values({ id: OTHER_SHOP, name: "Other Shop", createdAt: now });
    const own = demoChannels(today)
      .filter(({ code }) => code === "own-shop")
      .map((channel) => ({
        ...channel,
        address: channel.address && { ...channel.address, recipient: "Other Shop Returns" },
      }));
    await placeChannels(tx, OTHER_SHOP, own, now);
    const few = scenarios().filter(({ channel, fate }) => channel === "own-shop" && fate === "open");
    const actor: Actor = { kind: "person", id: otherOwner.id, name: otherOwner.name };
    await placeReturns(tx, OTHER_SHOP, few.slice(0, 6), { actors: [actor], now });
    await markDemo(tx, OTHER_SHOP);
  });
  // The accounts come with the larger seller: until they are there, the database counts as empty.
  await withSeller(db, DEMO_TRADING, async (tx) => {
    if (await isThere(tx, DEMO_TRADING)) return;
    await tx.insert(sellers).values({ id: DEMO_TRADING, name: "Demo Trading", createdAt: now });
    const rows = [...team, otherOwner, account(DEMO_SUPPORT, "Sam Support")];
    await tx.execute(
      insertion(
        users,
        rows.map(({ id, email, name, createdAt }) => ({ id, email, name, passwordHash, createdAt })),
      ),
    );
    await tx
      .insert(memberships)
      .values(team.map(({ id, role }) => ({ sellerId: DEMO_TRADING, userId: id, role, createdAt: now })));
    await placeChannels(tx, DEMO_TRADING, demoChannels(today), now);
    const actors = team.slice(0, 3).map(({ id, name }): Actor => ({ kind: "person", id, name }));
    await placeReturns(tx, DEMO_TRADING, scenarios(), { actors, now });
    const [, , agent] = actors;
    const parked = { id: DEMO_PARCEL, scanned: "LX204518832CN", note: "Grey bag, no slip inside.", photoIds: [] };
    if (agent)
      await parkParcelIn(
        tx,
        { sellerId: DEMO_TRADING, actor: agent, now: new Date(now.getTime() - 90 * 60_000) },
        parked,
      );
    await markDemo(tx, DEMO_TRADING);
  });
  await withSeller(db, OTHER_SHOP, async (tx) => {
    const [owner] = await tx.select({ id: users.id }).from(users).where(eq(users.email, otherOwner.email));
    if (!owner) return;
    await tx
      .insert(memberships)
      .values({ sellerId: OTHER_SHOP, userId: owner.id, role: "owner", createdAt: now })
      .onConflictDoNothing();
  });
}

/** All there is in the shop by now is made up, and is told apart from what comes later. */
async function markDemo(tx: Tx, sellerId: string): Promise<void> {
  await tx.update(sellers).set({ isDemo: true }).where(eq(sellers.id, sellerId));
  for (const table of [channels, returnAddresses, returns])
    await tx.update(table).set({ isDemo: true }).where(eq(table.sellerId, sellerId));
}

const isThere = async (tx: Tx, sellerId: string): Promise<boolean> =>
  (await tx.select({ id: sellers.id }).from(sellers).where(eq(sellers.id, sellerId))).length > 0;

/** Hours since the last report; one channel is stale on purpose. */
const REPORTED_HOURS_AGO: Record<string, number> = { "amazon-us": 3, "amazon-uk": 30, "amazon-de": 5, aliexpress: 2 };

/** Channels with their policies and the addresses they share; their data is as old as the demo says. */
export async function placeChannels(tx: Tx, sellerId: string, list: readonly DemoChannel[], now: Date): Promise<void> {
  const saved = new Map<string, string>();
  for (const { address, versions, ...channel } of list) {
    const id = newId();
    const place = address ? `${address.city}` : null;
    if (address && place && !saved.has(place)) {
      saved.set(place, newId());
      await tx
        .insert(returnAddresses)
        .values({ sellerId, id: saved.get(place) ?? newId(), ...address, createdAt: now });
    }
    const hours = REPORTED_HOURS_AGO[channel.code];
    const dataAsOf = hours === undefined ? null : new Date(now.getTime() - hours * 3_600_000);
    const defaultAddressId = place ? (saved.get(place) ?? null) : null;
    await tx.insert(channels).values({ ...channel, sellerId, id, dataAsOf, defaultAddressId });
    // An address belongs to one shop: the demo's own, and not the one beside it.
    if (sellerId === DEMO_TRADING) await portalOf(tx, sellerId, { ...channel, id });
    const floor = (await findFloor(tx, channel))?.floor ?? null;
    await tx.insert(policies).values(
      versions.map(({ effectiveFrom, policy }, index) => ({
        sellerId,
        id: newId(),
        channelId: id,
        version: index + 1,
        effectiveFrom,
        terms: raiseToFloor(policy.terms, breachesOf(policy.terms, floor)),
        createdAt: now,
      })),
    );
    const newest = versions.at(-1);
    if (!newest) throw new Error("a demo channel without a policy");
    await tx.insert(operations).values({
      sellerId,
      id: newId(),
      channelId: id,
      version: 1,
      operation: newest.policy.operation,
      createdAt: now,
    });
    await tx.insert(skuRules).values({
      sellerId,
      channelId: id,
      skuKey: "haz-46",
      sku: "HAZ-46",
      exemptReason: "dangerous",
      updatedAt: now,
    });
  }
}
