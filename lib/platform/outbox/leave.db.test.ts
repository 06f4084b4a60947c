import { sql } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Db } from "@/db/client";
import { withSeller } from "@/db/tenant";
import { aSeller, ownerOf, testDb } from "@/db/testing";
import { newId } from "@/lib/kernel/ids";
import { addWork } from "../queue/lease";
import { NotYet, workOnce } from "../queue/work";
import { type Entry, type Leaving, type Ledger, leaving, type Outcome } from "./leave";

/** A kind that is no message: postcards, with a ledger of their own and a post office that takes them. */
type Card = Leaving & { town: string };
type Row = { standing: Entry["standing"]; error: string | null; lost: number; town: string; written: string };
const LANE = "robot" as const;
const never = new AbortController().signal;

const cardOf = (rows: readonly Row[]): Card | null => {
  const [row] = rows;
  if (!row || (row.standing !== "waiting" && row.standing !== "marked")) return null;
  const { lost: lostAnswers, town, written } = row;
  return { isMarked: row.standing === "marked", lostAnswers, town, createdAt: new Date(written) };
};
const ledger: Ledger<Card> = {
  find: async (tx, { sellerId, id }) =>
    cardOf(await tx.execute<Row>(sql`select * from postcards where seller_id = ${sellerId} and id = ${id}`)),
  lock: async (tx, { sellerId, id }) =>
    cardOf(await tx.execute<Row>(sql`select * from postcards where seller_id = ${sellerId} and id = ${id} for update`)),
  write: async (tx, { sellerId, id }, _card, { standing, error, lostAnswers }) =>
    void (await tx.execute(sql`update postcards set standing = ${standing}, error = ${error}, lost = ${lostAnswers}
      where seller_id = ${sellerId} and id = ${id}`)),
};

let db: Db;
beforeAll(async () => {
  db = await testDb();
  const owner = await ownerOf(db);
  await owner.unsafe(`
    create table postcards (seller_id uuid, id uuid, town text, standing text default 'waiting', error text,
      lost int default 0, written timestamptz, primary key (seller_id, id));
    grant all on postcards to homeward_app`);
});

let taken: string[] = [];
let answers: (() => Promise<Outcome>)[] = [];
beforeEach(async () => {
  taken = [];
  answers = [];
  await db.execute(sql`delete from work_items`);
});

/** A card on its way, and what the office does with it each time: at the last answer it stays. */
async function aCard({ town = "Oslo", days = 0, standing = "waiting" } = {}) {
  const { sellerId } = await aSeller(db);
  const id = newId();
  const inside = <T>(act: Parameters<typeof withSeller<T>>[2]) => withSeller(db, sellerId, act);
  const written = new Date(Date.now() - days * 86_400_000).toISOString();
  await inside((tx) =>
    tx.execute(sql`insert into postcards (seller_id, id, town, standing, written)
      values (${sellerId}, ${id}, ${town}, ${standing}, ${written})`),
  );
  await inside((tx) => addWork(tx, { sellerId, kind: LANE, id }));
  const one = async <T extends Record<string, unknown>>(query: ReturnType<typeof sql>) =>
    (await inside((tx) => tx.execute<T>(query)))[0];
  return {
    standing: async () => {
      const row = await one<Row>(sql`select * from postcards where id = ${id}`);
      return row && [row.standing, row.lost, row.error];
    },
    /** Null where nothing of it is left to do. */
    work: () =>
      one(sql`select attempts, due_at > now() as "isLater", last_error as error from work_items where id = ${id}`),
    isDueAgain: () =>
      inside((tx) =>
        tx.execute(sql`/* of the test */ update work_items set due_at = now(), lease_until = null where id = ${id}`),
      ),
  };
}

const office = leaving<Card, { town: string }>({
  ledger,
  receiver: async (_, __, { town }) => (town === "Nowhere" ? null : { town }),
  async prepare(_, { id }, { town }) {
    if (town === "Bergen") throw new Error("no such stamp");
    if (town === "Away") return { outcome: "later", error: "nobody there" };
    return () => {
      taken.push(id);
      const [answer = async () => ({ outcome: "done" }) as const] = answers;
      answers.shift();
      return answer();
    };
  },
  async room(_, { now }, { town }) {
    if (town === "Full") throw new NotYet(new Date(now.getTime() + 60_000));
  },
});
const send = () => workOnce(db, LANE, office, never);
const says = (...outcomes: Outcome[]) => (answers = outcomes.map((outcome) => async () => outcome));

describe("what leaves, of whatever kind", () => {
  it.each<[Outcome, unknown[]]>([
    [{ outcome: "done" }, ["done", 0, null]],
    [{ outcome: "refused", error: "no such street" }, ["refused", 0, "no such street"]],
  ])("comes to its end by the answer %o", async (outcome, standing) => {
    const card = await aCard();
    says(outcome);
    await send();
    expect(await card.standing()).toEqual(standing);
    expect(await card.work()).toBeUndefined();
    expect(taken).toHaveLength(1);
  });

  it("waits where it was not taken, and is given up after days", async () => {
    const [fresh, old] = [await aCard(), await aCard({ days: 6 })];
    says({ outcome: "later", error: "too full" }, { outcome: "later", error: "too full" });
    await send();
    await send();
    expect(await fresh.standing()).toEqual(["waiting", 0, "too full"]);
    expect(await fresh.work()).toMatchObject({ attempts: 1, isLater: true });
    expect([await old.standing(), await old.work()]).toEqual([["given_up", 0, "too full"], undefined]);
  });

  it("is handed over once more where nobody knows, and then somebody has to look", async () => {
    const card = await aCard();
    says({ outcome: "unknown", error: "hung up" }, { outcome: "unknown", error: "hung up" });
    await send();
    expect(await card.standing()).toEqual(["waiting", 1, "hung up"]);
    await card.isDueAgain();
    await send();
    expect(await card.standing()).toEqual(["unknown", 2, "hung up"]);
    await card.isDueAgain();
    expect([await send(), taken.length]).toEqual([false, 2]);
  });

  it("is kept where nobody takes it, waits for room without an attempt, and is not marked before it is ready", async () => {
    const cards = new Map<string, Awaited<ReturnType<typeof aCard>>>();
    for (const town of ["Nowhere", "Full", "Bergen", "Away"]) {
      cards.set(town, await aCard({ town }));
      await send();
    }
    const standing = (town: string) => cards.get(town)?.standing();
    expect(await standing("Nowhere")).toEqual(["kept", 0, null]);
    expect(await standing("Full")).toEqual(["waiting", 0, null]);
    expect(await cards.get("Full")?.work()).toMatchObject({ attempts: 0, isLater: true });
    expect(await standing("Bergen")).toEqual(["waiting", 0, "It could not be prepared."]);
    expect(await standing("Away")).toEqual(["waiting", 0, "nobody there"]);
    expect(taken).toEqual([]);
  });

  it("K02 whose worker dies between handing over and writing down is handed over once more at most", async () => {
    const card = await aCard();
    answers = [() => Promise.reject(new Error("killed")), () => Promise.reject(new Error("killed"))];
    await send();
    expect(await card.standing()).toEqual(["marked", 0, null]);
    await card.isDueAgain();
    await send();
    expect(await card.standing()).toEqual(["marked", 1, null]);
    await card.isDueAgain();
    await send();
    expect(await card.standing()).toEqual(["unknown", 2, "worker ended"]);
    expect(taken).toHaveLength(2);
  });

  it("is written down by one of two workers: who lost it to the other while handing over writes nothing", async () => {
    const card = await aCard();
    answers = [
      async () => {
        await card.isDueAgain();
        says({ outcome: "refused", error: "by the heir" });
        await send();
        return { outcome: "done" };
      },
    ];
    await send();
    expect(await card.standing()).toEqual(["refused", 1, "by the heir"]);
    expect(await card.work()).toBeUndefined();
  });

  it("leaves once, however many come for it", async () => {
    const card = await aCard();
    const came = await Promise.all([send(), send(), send()]);
    expect([came.filter(Boolean).length, taken.length]).toEqual([1, 1]);
    expect(await card.standing()).toEqual(["done", 0, null]);
  });

  it("is found by nobody under another shop's name", async () => {
    const card = await aCard();
    const { sellerId } = await aSeller(db);
    await db.execute(sql`/* of the test */ update work_items set seller_id = ${sellerId}`);
    await send();
    expect([taken, await card.standing()]).toEqual([[], ["waiting", 0, null]]);
  });
});
