import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import type { Db, Tx } from "@/db/client";
import { withSeller } from "@/db/tenant";
import { aSeller, statementsOf, type TestSeller, testDb } from "@/db/testing";
import { newId } from "@/lib/kernel/ids";
import { LAMP_EVENTS, type Lamp, lampStore, lamps, lampTables, someLamps } from "./lamps-testing";
import { type Act, moveIn, planMoves } from "./writer";

let db: Db;
beforeAll(async () => {
  db = await testDb();
  await lampTables(db);
});

async function aShop() {
  const seller: TestSeller = await aSeller(db);
  const { sellerId, owner } = seller;
  const person = { kind: "person" as const, id: owner.id, name: owner.name };
  const lampsOf = (count: number, isWired = true) =>
    withSeller(db, sellerId, (tx) => someLamps(tx, sellerId, count, isWired));
  const act = (ids: readonly string[], request: { move: string; [said: string]: unknown }, each = {}) => {
    const asked: Act<{ move: string }> = { sellerId, ids, request, each, actor: person, now: new Date() };
    const side = request.move === "gnaw" ? "mouse" : "person";
    return withSeller(db, sellerId, (tx) =>
      moveIn(tx, { machine: lamps, store: lampStore, actor: side }, asked, async (plan) => plan),
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
    expect(history.map(({ kind, data, from }) => [kind, from, LAMP_EVENTS.read("lamp", kind, data).colour])).toEqual([
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
    const subject: Lamp = { id: ready, status: "dark", colour: "white", isWired: true, returnId: null, last: [] };
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
