import type { SQL } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { writeTogether } from "@/db/write-set";
import { newId } from "@/lib/kernel/ids";
import type { Result } from "@/lib/kernel/result";
import type { Actor } from "@/lib/policy/actor";
import type { Case, Decided, MachineRefusal, Vocabulary } from "@/lib/policy/machines/machine";

/** Subjects in one transaction: enough to be cheap, few enough that nobody waits long behind it. */
export const CHUNK = 500;

type Words = Vocabulary & { subject: { id: string } };

/** Who asks for which move of which subjects, and what it belongs to. `now` dates everything that is written. */
export type Act<Request extends { move: string }> = {
  sellerId: string;
  ids: readonly string[];
  request: Request;
  /** What is said of each one by itself, beside what is said of all. */
  each?: Readonly<Record<string, object>>;
  actor: Actor;
  now: Date;
  bulkActId?: string;
  importId?: string;
};

export type Planned<V extends Words> = Decided<V> & { subject: V["subject"] };
export type Written<V extends Words> = Planned<V> & { eventId: string };
export type RefusalOf<V extends Words> = MachineRefusal<V> | { code: "not_found" };
export type Plan<V extends Words, Refusal = RefusalOf<V>> = {
  moves: Planned<V>[];
  refused: { id: string; refusal: Refusal }[];
};

/** One effect of one subject, and the event that keeps it. */
export type Carried<V extends Words, Kind extends V["effect"]["kind"]> = {
  subject: V["subject"];
  eventId: string;
  effect: Extract<V["effect"], { kind: Kind }>;
};
type Context = Omit<Act<{ move: string }>, "ids" | "each">;

/** Where the subjects of a machine live, and how effects are carried out: all of a kind in one go. */
export type Store<V extends Words> = {
  /** Takes the rows in id order and answers which exist; whoever comes second waits here. */
  lock(tx: Tx, sellerId: string, ids: readonly string[]): Promise<ReadonlySet<string>>;
  /** In id order. */
  load(tx: Tx, sellerId: string, ids: readonly string[]): Promise<V["subject"][]>;
  /** Status, event, and what the effects set on the row itself. */
  write(moves: readonly Written<V>[], context: Context): (SQL | null)[];
  effects: {
    [Kind in V["effect"]["kind"]]: (of: readonly Carried<V, Kind>[], context: Context) => (SQL | null)[];
  };
};

type Machine<V extends Words> = {
  decide(
    name: never,
    the: Case<V, object>,
    unasked?: { unasked?: readonly string[] },
  ): Result<Decided<V>, MachineRefusal<V>>;
};

/** Decides one request for many subjects without writing anything; preflight and the writer share it (S1-16). */
export function planMoves<V extends Words>(
  machine: Machine<V>,
  subjects: readonly V["subject"][],
  { ids, request, each = {}, now }: Pick<Act<{ move: string }>, "ids" | "request" | "each" | "now">,
  actor: V["actor"],
  unasked: readonly string[] = [],
): Plan<V> {
  const byId = new Map(subjects.map((subject) => [subject.id, subject]));
  const plan: Plan<V> = { moves: [], refused: [] };
  const { move, ...said } = request;
  for (const id of new Set(ids)) {
    const subject = byId.get(id);
    if (!subject) {
      plan.refused.push({ id, refusal: { code: "not_found" } });
      continue;
    }
    const decided = machine.decide(
      move as never,
      { subject, input: { ...said, ...each[id] }, actor, now },
      { unasked },
    );
    if (decided.ok) plan.moves.push({ ...decided.value, subject });
    else plan.refused.push({ id, refusal: decided.refusal });
  }
  return plan;
}

/**
 * Carries decided moves of locked subjects out – status, event and every effect – as one statement,
 * however many they are. It knows kinds of effects and no move.
 */
async function writeMoves<V extends Words>(
  tx: Tx,
  store: Store<V>,
  plan: readonly Planned<V>[],
  context: Context,
): Promise<Written<V>[]> {
  if (plan.length === 0) return [];
  const moves = plan.map((planned) => ({ ...planned, eventId: newId() }));
  const carried = new Map<string, Carried<V, V["effect"]["kind"]>[]>();
  for (const { subject, eventId, effects } of moves)
    for (const effect of effects) {
      const of = carried.get(effect.kind) ?? [];
      carried.set(effect.kind, of);
      of.push({ subject, eventId, effect: effect as Carried<V, V["effect"]["kind"]>["effect"] });
    }
  const handlers: Readonly<Record<string, (of: readonly never[], context: Context) => (SQL | null)[]>> = store.effects;
  await writeTogether(tx, [
    ...store.write(moves, context),
    ...[...carried].flatMap(([kind, of]) => handlers[kind]?.(of as never[], context) ?? []),
  ]);
  return moves;
}

/**
 * Moves at most 500 subjects in the transaction of the caller: locks, loads, decides each and carries all out. `within`
 * takes out what may not be done together, such as more money than one person may give.
 */
export async function moveIn<V extends Words, Refusal>(
  tx: Tx,
  { machine, store, actor }: { machine: Machine<V>; store: Store<V>; actor: V["actor"] },
  act: Act<{ move: string }>,
  within: (plan: Plan<V>, subjects: readonly V["subject"][]) => Promise<Plan<V, Refusal>>,
): Promise<{ written: Written<V>[]; refused: Plan<V, Refusal>["refused"] }> {
  const existing = await store.lock(tx, act.sellerId, act.ids);
  const subjects = existing.size > 0 ? await store.load(tx, act.sellerId, [...existing]) : [];
  const plan = await within(planMoves(machine, subjects, act, actor), subjects);
  return { written: await writeMoves(tx, store, plan.moves, act), refused: plan.refused };
}
