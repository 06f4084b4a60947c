import { eq, inArray } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { sellerEvents } from "@/db/schema";
import { oneOf } from "@/lib/kernel/list/filters";
import { list } from "@/lib/kernel/list/list";
import { kindsNamed, SELLER_EVENT_KINDS, sellerEventGroups } from "@/lib/policy/events/seller-event-kinds";
import { type Clauses, listSql } from "../list/list-sql";
import { ACTOR_WORDS } from "./actor-words";
import { ASKED, type AuditCtx, askedOf } from "./audit";

const readShopEvents = (tx: Tx, { where, orderBy, limit, key }: Clauses) =>
  tx
    .select({
      key,
      id: sellerEvents.id,
      kind: sellerEvents.kind,
      at: sellerEvents.at,
      actorKind: sellerEvents.actorKind,
      actorName: sellerEvents.actorName,
      subjectId: sellerEvents.subjectId,
      subjectName: sellerEvents.subjectName,
      data: sellerEvents.data,
    })
    .from(sellerEvents)
    .where(where)
    .orderBy(...orderBy)
    .limit(limit);
export type SellerEventRow = Omit<Awaited<ReturnType<typeof readShopEvents>>[number], "key">;

/** What was done to the shop itself, newest first; `kind` may name a group of kinds. */
export const SHOP_AUDIT = list<SellerEventRow>()({
  filter: { kind: oneOf([...SELLER_EVENT_KINDS, ...sellerEventGroups]), ...ASKED },
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
  table: sellerEvents,
  id: sellerEvents.id,
  base: ({ sellerId }: Ctx) => eq(sellerEvents.sellerId, sellerId),
  filter: { kind: (name) => inArray(sellerEvents.kind, kindsNamed(name)), ...askedOf(sellerEvents) },
  sort: { at: sellerEvents.at },
  cells: {
    about: (event, { tell }) => tell?.(event).about ?? null,
    changes: (event, { tell }) => tell?.(event).changes ?? null,
  },
  read: readShopEvents,
});
