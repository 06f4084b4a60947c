import { eq, inArray, Subquery, sql } from "drizzle-orm";
import { text as column, jsonb, pgView, timestamp, uuid } from "drizzle-orm/pg-core";
import type { Tx } from "@/db/client";
import { oneOf } from "@/lib/kernel/list/filters";
import { list } from "@/lib/kernel/list/list";
import type { ActorKind } from "@/lib/policy/actor";
import {
  IMPORT_AUDIT_KINDS,
  kindsNamed,
  SHOP_AUDIT_KINDS,
  type ShopAuditKind,
  sellerEventGroups,
} from "@/lib/policy/events/seller-event-kinds";
import { type Clauses, listSql } from "../list/list-sql";
import { ACTOR_WORDS, ASKED, type AuditCtx, askedOf } from "./audit";

const told = pgView("told", {
  sellerId: uuid("seller_id").notNull(),
  id: uuid("id").notNull(),
  kind: column("kind").$type<ShopAuditKind>().notNull(),
  at: timestamp("at", { withTimezone: true, precision: 3 }).notNull(),
  actorKind: column("actor_kind").$type<ActorKind>().notNull(),
  actorId: uuid("actor_id"),
  actorName: column("actor_name"),
  subjectId: uuid("subject_id"),
  subjectName: column("subject_name"),
  data: jsonb("data").$type<Record<string, unknown>>().notNull(),
}).existing();

const OF_IMPORTS = sql.join(
  IMPORT_AUDIT_KINDS.map((kind) => sql.raw(`'${kind}'`)),
  sql`, `,
);

/** What was done to a shop itself, and what its imports did: their own events tell that, and whose import it was. */
const toldOf = ({ sellerId }: AuditCtx) =>
  new Subquery(
    sql`
      select seller_id, id, kind, at, actor_kind, actor_id, actor_name, subject_id, subject_name, data
      from seller_events where seller_id = ${sellerId}
      union all
      select seller_id, id, kind, at, case when data->'by'->>'id' is null then actor_kind else 'person' end,
        coalesce((data->'by'->>'id')::uuid, actor_id), coalesce(data->'by'->>'name', actor_name),
        subject_id, data->>'channel', data
      from events where seller_id = ${sellerId} and subject_kind = 'import' and kind in (${OF_IMPORTS})`,
    { id: told.id },
    "told",
  );

export type SellerEventRow = Omit<typeof told.$inferSelect, "sellerId" | "actorId">;

const readShopEvents = (
  tx: Tx,
  { where, orderBy, limit, key }: Clauses,
  ctx: AuditCtx,
): PromiseLike<(SellerEventRow & { key: string })[]> =>
  tx
    .select({
      key,
      id: told.id,
      kind: told.kind,
      at: told.at,
      actorKind: told.actorKind,
      actorName: told.actorName,
      subjectId: told.subjectId,
      subjectName: told.subjectName,
      data: told.data,
    })
    .from(toldOf(ctx))
    .where(where)
    .orderBy(...orderBy)
    .limit(limit);

/** What was done to the shop itself, newest first; `kind` may name a group of kinds. */
export const SHOP_AUDIT = list<SellerEventRow>()({
  filter: { kind: oneOf([...SHOP_AUDIT_KINDS, ...sellerEventGroups]), ...ASKED },
  columns: {
    at: { value: ({ at }) => at, sort: "instant" },
    event: { value: ({ kind }) => kind },
    about: {},
    changes: {},
    actor: { value: ({ actorKind }) => ACTOR_WORDS[actorKind] },
    actor_name: { value: ({ actorName }) => actorName },
    data: { value: ({ data }) => JSON.stringify(data) },
    id: { value: ({ id }) => id },
  },
  sort: (_filter) => "-at",
  sizes: [50],
  beside: ["of", "q", "import"],
});

/** What an event is about, and what changed, in the reader's words; only a file says it so. */
type Ctx = AuditCtx & { tell?: (event: SellerEventRow) => { about: string; changes: string } };

export const SHOP_AUDIT_LIST = listSql(SHOP_AUDIT, {
  table: toldOf,
  id: told.id,
  base: ({ sellerId }: Ctx) => eq(told.sellerId, sellerId),
  filter: { kind: (name) => inArray(told.kind, kindsNamed(name)), ...askedOf(told) },
  sort: { at: told.at },
  cells: {
    about: (event, { tell }) => tell?.(event).about ?? null,
    changes: (event, { tell }) => tell?.(event).changes ?? null,
  },
  read: readShopEvents,
});
