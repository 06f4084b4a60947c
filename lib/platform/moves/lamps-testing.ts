import { type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import type { Db, Tx } from "@/db/client";
import { events } from "@/db/schema";
import { ownerOf } from "@/db/testing";
import { inputRows, insertionIfAny } from "@/db/write-set";
import { newId } from "@/lib/kernel/ids";
import { eventRegistry } from "@/lib/policy/events/event-registry";
import { type Case, machineOf, moveOf } from "@/lib/policy/machines/machine";
import { eventRowBy } from "./event-row";
import type { Store } from "./writer";

/** A machine that is no return: lamps that somebody paints and lights, with a table of their own. */
type Painted = { kind: "paints"; colour: string; before: string };
export type Lamp = {
  id: string;
  status: "dark" | "lit" | "broken";
  colour: string;
  isWired: boolean;
  /** The return under which a person reads what happens to it. */
  returnId: string | null;
  last: Painted[];
};
export type LampWords = {
  status: Lamp["status"];
  actor: "person" | "mouse";
  subject: Lamp;
  refusal: { code: "not_wired" } | { code: "which_colour" };
  effect: Painted | { kind: "hums"; tune: string };
};
const move = moveOf<LampWords>();

const light = move({
  from: ["dark"],
  to: "lit",
  by: ["person"],
  input: z.object({ colour: z.string().optional() }),
  isBulk: true,
  guard: ({ subject }: Case<LampWords, { colour?: string | undefined }, Pick<Lamp, "isWired">>) =>
    subject.isWired ? null : { code: "not_wired" },
  asks: { colour: ({ input }) => (input.colour ? null : { code: "which_colour" }) },
  effects: ({ subject, input }) => [
    { kind: "paints", colour: input.colour ?? subject.colour, before: subject.colour },
    { kind: "hums", tune: "on" },
  ],
  data: ({ input }) => ({ colour: input.colour }),
});
const gnaw = move({ from: ["dark", "lit"], to: "broken", by: ["mouse"], input: z.object({}) });
const undo = move({
  from: ["lit"],
  to: "dark",
  by: ["person"],
  input: z.object({}),
  effects: ({ subject }) =>
    subject.last.map(({ before, colour }) => ({ kind: "paints", colour: before, before: colour }) as const),
});
export const lamps = machineOf<LampWords>()({ light, gnaw, undo });

export const LAMP_EVENTS = eventRegistry({
  lamp: { light: z.strictObject({ colour: z.string() }), gnaw: z.strictObject({}), undo: z.strictObject({}) },
});
const rowBy = eventRowBy(LAMP_EVENTS);

export const lampStore: Store<LampWords> = {
  async lock(tx, sellerId, ids) {
    const rows = await tx.execute<{ id: string }>(
      sql`select id from lamps where seller_id = ${sellerId} and id = any(string_to_array(${ids.join()}, ',')::uuid[])
        order by id for update`,
    );
    return new Set(rows.map(({ id }) => id));
  },
  async load(tx, sellerId, ids) {
    const rows = await tx.execute<Omit<Lamp, "last"> & { last: Painted[] | null }>(
      sql`select l.id, l.status, l.colour, l.is_wired as "isWired", l.return_id as "returnId", (
          select jsonb_path_query_array(e.effects, '$[*] ? (@.kind == "paints")') from events e
          where e.seller_id = ${sellerId} and e.subject_id = l.id order by e.id desc limit 1) as last
        from lamps l where l.seller_id = ${sellerId} and l.id = any(string_to_array(${ids.join()}, ',')::uuid[]) order by l.id`,
    );
    return rows.map((row) => ({ ...row, last: row.last ?? [] }));
  },
  write(moves, { sellerId, request, actor, now, bulkActId }): (SQL | null)[] {
    const rows = moves.map(({ subject, to }) => ({ id: subject.id, status: to }));
    return [
      sql`update lamps l set status = input.status from ${inputRows(rows, "id uuid, status text")}
        where l.seller_id = ${sellerId} and l.id = input.id`,
      insertionIfAny(
        events,
        moves.map(({ subject, to, effects, data, eventId }) =>
          rowBy({
            ...({ kind: request.move, data } as { kind: "light"; data: { colour: string } }),
            id: eventId,
            sellerId,
            subject: { kind: "lamp", id: subject.id },
            thread: subject.returnId === null ? null : { kind: "return", id: subject.returnId },
            actor,
            now,
            fromStatus: subject.status,
            toStatus: to,
            effects: [...effects],
            bulkActId,
          }),
        ),
      ),
    ];
  },
  effects: {
    paints: (of, { sellerId }) => [
      sql`insert into lamp_paints select ${sellerId}, input.id, input.colour
        from ${inputRows(
          of.map(({ subject, effect }) => ({ id: subject.id, colour: effect.colour })),
          "id uuid, colour text",
        )}`,
    ],
    hums: (of, { sellerId }) => [
      sql`insert into lamp_hums select ${sellerId}, input.id, input.tune
        from ${inputRows(
          of.map(({ subject, effect }) => ({ id: subject.id, tune: effect.tune })),
          "id uuid, tune text",
        )}`,
    ],
  },
};

/** Their tables, in the database of a test. */
export async function lampTables(db: Db): Promise<void> {
  const owner = await ownerOf(db);
  await owner.unsafe(`
    create table lamps (seller_id uuid, id uuid, status text, colour text, is_wired boolean, return_id uuid,
      primary key (seller_id, id));
    create table lamp_paints (seller_id uuid, id uuid, colour text);
    create table lamp_hums (seller_id uuid, id uuid, tune text);
    grant all on lamps, lamp_paints, lamp_hums to homeward_app`);
}

/** So many that are dark, in the order of their ids. */
export async function someLamps(
  tx: Tx,
  sellerId: string,
  count: number,
  isWired = true,
  returnId: string | null = null,
): Promise<string[]> {
  const ids = Array.from({ length: count }, newId).sort();
  const rows = ids.map((id) => ({ id }));
  await tx.execute(sql`insert into lamps select ${sellerId}, input.id, 'dark', 'white', ${isWired}, ${returnId}::uuid
    from ${inputRows(rows, "id uuid")}`);
  return ids;
}
