import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { newId } from "@/lib/kernel/ids";
import type { Actor } from "@/lib/policy/actor";
import { EVENTS, type ShopTold } from "@/lib/policy/events/events";

/** Who did it; what an account is called that only its id is known of is read here. */
type Teller = Actor | { kind: "person" | "support"; id: string };

type SellerEvent = ShopTold & {
  sellerId: string;
  actor: Teller;
  now: Date;
  /** What it is about: what a channel or a person is called is read here. */
  subject?: { kind: "channel" | "user"; id: string } | { id?: string; name: string };
};

/** Writes what was done to the shop itself into its audit, in the transaction that does it. */
export async function addSellerEvent(tx: Tx, event: SellerEvent): Promise<void> {
  const { sellerId, kind, actor, now, subject } = event;
  const data = EVENTS.written("shop", kind, event.data ?? {});
  const actorName =
    "name" in actor ? sql`${actor.name}::text` : sql`(select u.name from users u where u.id = ${actor.id})`;
  const subjectName =
    subject === undefined || "name" in subject
      ? sql`${subject?.name ?? null}`
      : subject.kind === "channel"
        ? sql`(select c.name from channels c where c.seller_id = ${sellerId} and c.id = ${subject.id})`
        : sql`(select u.name from users u where u.id = ${subject.id})`;
  await tx.execute(sql`
    insert into seller_events (seller_id, id, kind, at, actor_kind, actor_id, actor_name, subject_id, subject_name, data)
    select ${sellerId}, ${newId()}, ${kind}, ${now.toISOString()}::timestamptz, ${actor.kind}, ${actor.id}::uuid,
      ${actorName}, ${subject?.id ?? null}, ${subjectName}, ${JSON.stringify(data)}::jsonb`);
}
