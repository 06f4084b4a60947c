import { type SQL, sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import type { Db, Tx } from "@/db/client";
import { events } from "@/db/schema";
import { withSeller } from "@/db/tenant";
import { aSeller, ownerOf, statementsOf, type TestSeller, testDb } from "@/db/testing";
import { inputRows, insertionIfAny } from "@/db/write-set";
import { newId } from "@/lib/kernel/ids";
import { eventRegistry } from "@/lib/policy/events/event-registry";
import { type Case, machineOf, moveOf } from "@/lib/policy/machines/machine";
import { eventRowBy } from "./event-row";
import { type Act, moveIn, planMoves, type Store } from "./writer";

/** A machine that is no return: lamps that somebody paints and lights, with a table of their own. */
type Painted = { kind: "paints"; colour: string; before: string };
type Lamp = { id: string; status: "dark" | "lit" | "broken"; colour: string; isWired: boolean; last: Painted[] };
type Words = {
  status: Lamp["status"];
  actor: "person" | "mouse";
  subject: Lamp;
  refusal: { code: "not_wired" } | { code: "which_colour" };
  effect: Painted | { kind: "hums"; tune: string };
};
const move = moveOf<Words>();

const light = move({
  from: ["dark"],
  to: "lit",
  by: ["person"],
  input: z.object({ colour: z.string().optional() }),
  isBulk: true,
  guard: ({ subject }: Case<Words, { colour?: string | undefined }, Pick<Lamp, "isWired">>) =>
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
const lamps = machineOf<Words>()({ light, gnaw, undo });

const REGISTRY = eventRegistry({
  lamp: { light: z.strictObject({ colour: z.string() }), gnaw: z.strictObject({}), undo: z.strictObject({}) },
});
const rowBy = eventRowBy(REGISTRY);

const store: Store<Words> = {
  async lock(tx, sellerId, ids) {
    const rows = await tx.execute<{ id: string }>(
      sql`select id from lamps where seller_id = ${sellerId} and id = any(string_to_array(${ids.join()}, ',')::uuid[])
        order by id for update`,
    );
    return new Set(rows.map(({ id }) => id));
  },
  async load(tx, sellerId, ids) {
    const rows = await tx.execute<Omit<Lamp, "last"> & { last: Painted[] | null }>(
      sql`select l.id, l.status, l.colour, l.is_wired as "isWired", (
          select jsonb_path_query_array(e.effects, '$[*] ? (@.kind == "paints")') from events e
          where e.seller_id = l.seller_id and e.subject_id = l.id order by e.id desc limit 1) as last
        from lamps l where l.seller_id = ${sellerId} and l.id = any(string_to_array(${ids.join()}, ',')::uuid[]) order by l.id`,
    );
    return rows.map((row) => ({ ...row, last: row.last ?? [] }));
  },
  write(moves, { sellerId, request, actor, now }): (SQL | null)[] {
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
            thread: null,
            actor,
            now,
            fromStatus: subject.status,
            toStatus: to,
            effects: [...effects],
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

let db: Db;
beforeAll(async () => {
  db = await testDb();
  const owner = await ownerOf(db);
  await owner.unsafe(`
    create table lamps (seller_id uuid, id uuid, status text, colour text, is_wired boolean, primary key (seller_id, id));
    create table lamp_paints (seller_id uuid, id uuid, colour text);
    create table lamp_hums (seller_id uuid, id uuid, tune text);
    grant all on lamps, lamp_paints, lamp_hums to homeward_app`);
});

async function aShop() {
  const seller: TestSeller = await aSeller(db);
  const { sellerId, owner } = seller;
  const person = { kind: "person" as const, id: owner.id, name: owner.name };
  const lampsOf = async (count: number, isWired = true): Promise<string[]> => {
    const ids = Array.from({ length: count }, newId).sort();
    await withSeller(db, sellerId, (tx) =>
      tx.execute(sql`insert into lamps select ${sellerId}, input.id, 'dark', 'white', ${isWired}
        from ${inputRows(
          ids.map((id) => ({ id })),
          "id uuid",
        )}`),
    );
    return ids;
  };
  const act = (ids: readonly string[], request: { move: string; [said: string]: unknown }, each = {}) => {
    const asked: Act<{ move: string }> = { sellerId, ids, request, each, actor: person, now: new Date() };
    const side = request.move === "gnaw" ? "mouse" : "person";
    return withSeller(db, sellerId, (tx) =>
      moveIn(tx, { machine: lamps, store, actor: side }, asked, async (plan) => plan),
    );
  };
  const read = <Row extends Record<string, unknown>>(query: (tx: Tx) => Promise<readonly Row[]>) =>
    withSeller(db, sellerId, query);
  return { sellerId, lampsOf, act, read };
}

const found = (ids: readonly string[]) => sql`id = any(string_to_array(${ids.join()}, ',')::uuid[])`;

describe("a machine that is no return", () => {
  it("decides, writes, keeps the event with its effects, and undoes what the event recorded", async () => {
    const { lampsOf, act, read } = await aShop();
    const ids = await lampsOf(1);
    expect((await act(ids, { move: "light", colour: "red" })).written).toHaveLength(1);
    expect((await act(ids, { move: "undo" })).written).toHaveLength(1);
    const [lamp] = await read((tx) => tx.execute(sql`select status from lamps where ${found(ids)}`));
    expect(lamp).toEqual({ status: "dark" });
    const painted = await read((tx) =>
      tx.execute<{ colour: string }>(sql`select colour from lamp_paints where ${found(ids)}`),
    );
    expect(painted.map(({ colour }) => colour)).toEqual(["red", "white"]);
    const history = await read((tx) =>
      tx.execute<{ kind: string; data: Record<string, unknown>; from: string }>(
        sql`select kind, data, from_status as from from events where subject_kind = 'lamp' and subject_id = ${ids[0]} order by id`,
      ),
    );
    expect(history.map(({ kind, data, from }) => [kind, from, REGISTRY.read("lamp", kind, data).colour])).toEqual([
      ["light", "dark", "red"],
      ["undo", "lit", null],
    ]);
  });

  it("takes as many statements for three hundred as for one, each with what is said of it alone", async () => {
    const { lampsOf, act, read } = await aShop();
    const one = await lampsOf(1);
    const many = await lampsOf(300);
    const ofOne = await statementsOf(db, () => act(one, { move: "light", colour: "red" }));
    const [blue = ""] = many;
    const ofMany = await statementsOf(db, () =>
      act(many, { move: "light", colour: "red" }, { [blue]: { colour: "blue" } }),
    );
    expect(ofMany).toHaveLength(ofOne.length);
    const painted = await read((tx) =>
      tx.execute(
        sql`select colour, count(*)::int from lamp_paints where ${found(many)} group by colour order by colour`,
      ),
    );
    expect(painted).toEqual([
      { colour: "blue", count: 1 },
      { colour: "red", count: 299 },
    ]);
  });

  it("refuses as a value, and says what is still to be said without making it up", async () => {
    const { lampsOf, act } = await aShop();
    const [unwired = ""] = await lampsOf(1, false);
    const [ready = ""] = await lampsOf(1);
    const stranger = newId();
    const { refused } = await act([unwired, ready, stranger], { move: "light" });
    expect(refused).toEqual([
      { id: unwired, refusal: { code: "not_wired" } },
      { id: ready, refusal: { code: "which_colour" } },
      { id: stranger, refusal: { code: "not_found" } },
    ]);
    const subject: Lamp = { id: ready, status: "dark", colour: "white", isWired: true, last: [] };
    const asked = { ids: [ready], request: { move: "light" }, now: new Date() };
    const [looked] = planMoves(lamps, [subject], asked, "person", ["colour"]).moves;
    expect(looked?.missing).toEqual(["colour"]);
    expect(lamps.open(subject, "person", new Date())).toEqual([{ move: "light", refusal: null }]);
    expect(lamps.look("light", { status: "dark", isWired: false }, "person", new Date())).toEqual({
      code: "not_wired",
    });
    expect(lamps.look("gnaw", { status: "broken" }, "mouse", new Date())).toBeUndefined();
  });

  it("of two at once makes one move and one event; another shop finds nothing", async () => {
    const { lampsOf, act, read } = await aShop();
    const ids = await lampsOf(1);
    const both = await Promise.all([act(ids, { move: "gnaw" }), act(ids, { move: "gnaw" })]);
    expect(both.flatMap(({ written }) => written)).toHaveLength(1);
    expect(both.flatMap(({ refused }) => refused.map(({ refusal }) => refusal.code))).toEqual(["wrong_status"]);
    const [count] = await read((tx) => tx.execute(sql`select count(*)::int from events where subject_id = ${ids[0]}`));
    expect(count).toEqual({ count: 1 });
    const other = await aShop();
    const { written, refused } = await other.act(ids, { move: "gnaw" });
    expect([written, refused]).toEqual([[], [{ id: ids[0], refusal: { code: "not_found" } }]]);
  });
});
