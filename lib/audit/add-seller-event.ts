import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { newId } from "../ids";
import type { SellerEventKind } from "./seller-event-kinds";

type SellerEvent = {
  sellerId: string;
  kind: SellerEventKind;
  /** The person who did it. */
  userId: string;
  now: Date;
  /** The channel or the person it is about; what it is called is read here. */
  subject?: { kind: "channel" | "user"; id: string } | { name: string };
  data?: Record<string, unknown>;
};

/** Writes what was done to the shop itself into its audit, in the transaction that does it. */
export async function addSellerEvent(tx: Tx, event: SellerEvent): Promise<void> {
  const { sellerId, kind, userId, now, subject, data = {} } = event;
  const of = subject && "id" in subject ? subject : null;
  const name = subject && "name" in subject ? subject.name : null;
  const subjectName =
    of === null
      ? sql`${name}`
      : of.kind === "channel"
        ? sql`(select c.name from channels c where c.seller_id = ${sellerId} and c.id = ${of.id})`
        : sql`(select u.name from users u where u.id = ${of.id})`;
  await tx.execute(sql`
    insert into seller_events (seller_id, id, kind, at, actor_id, actor_name, subject_id, subject_name, data)
    select ${sellerId}, ${newId()}, ${kind}, ${now.toISOString()}::timestamptz, ${userId},
      (select u.name from users u where u.id = ${userId}), ${of?.id ?? null}, ${subjectName}, ${JSON.stringify(data)}::jsonb`);
}
