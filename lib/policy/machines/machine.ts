import type { z } from "zod";
import type { Result } from "@/lib/kernel/result";

/** The words of one machine. A subject has a status; an effect is data that the one writer carries out. */
export type Vocabulary = {
  status: string;
  actor: string;
  subject: { status: string };
  refusal: { code: string };
  effect: { kind: string };
};

/** What a move is decided on: `input` is what the actor has said so far; nothing in a machine reads a clock. */
export type Case<V extends Vocabulary, Input, Subject = V["subject"]> = {
  subject: Subject;
  input: Partial<Input>;
  actor: V["actor"];
  now: Date;
};

// Declared as methods, so that a move of a certain input stands in a table of moves of any input.
type Deciding<V extends Vocabulary, Input, Needs> = {
  to(the: Case<V, Input>): V["status"];
  /** Whether it can be done at all, whatever else is said; asks for no more of a subject than `Needs`. */
  guard(the: Case<V, Input, Needs & { status: V["status"] }>): V["refusal"] | null;
  ask(the: Case<V, Input>): V["refusal"] | null;
  effects(the: Case<V, Input>, to: V["status"]): readonly V["effect"][];
  data(the: Case<V, Input>, to: V["status"]): Readonly<Record<string, unknown>>;
};

/** `key` asks for it wherever it can be done; `always`: where its status rules it out, that is said; `elsewhere`: by another screen alone. */
export type Offer = { key?: string; shown?: "always" | "elsewhere" };

/** One move, whole: who may make it of what, what it leads to and what it does. */
export type MoveSpec<V extends Vocabulary, Input, Needs = unknown> = {
  from: readonly V["status"][];
  to: V["status"] | Deciding<V, Input, Needs>["to"];
  by: readonly V["actor"][];
  /** In the domain's words, for every door it comes in by. */
  input: z.ZodType<Input>;
  guard?: Deciding<V, Input, Needs>["guard"];
  /** What the actor may still have to say, by name: refused until it is said. Whoever only looks asks for none of them. */
  asks?: Readonly<Record<string, Deciding<V, Input, Needs>["ask"]>>;
  /** Whether it is offered for many at once. */
  isBulk?: boolean;
  /** How a person is offered it, where that is more than an entry of the subject's menu while it is open. */
  offer?: Offer;
  effects?: Deciding<V, Input, Needs>["effects"];
  /** What its event tells beside both statuses. */
  data?: Deciding<V, Input, Needs>["data"];
};

export type Decided<V extends Vocabulary> = {
  to: V["status"];
  effects: readonly V["effect"][];
  data: Readonly<Record<string, unknown>>;
  /** The asks that were passed over and still have to be answered. */
  missing: readonly string[];
};
export type MachineRefusal<V extends Vocabulary> =
  | V["refusal"]
  | { code: "wrong_status"; status: V["status"] }
  | { code: "not_for_you"; by: readonly V["actor"][] };
export type OpenMove<V extends Vocabulary, Name> = { move: Name; refusal: MachineRefusal<V> | null };

/** A case whose asks of these names are passed over: the actor will say them before it is done. */
type Unasked = { unasked?: readonly string[] };

/** The first of the asks that refuses; those that are passed over are named where they would have. */
function listen<V extends Vocabulary>(
  spec: MoveSpec<V, object, never>,
  the: Case<V, object>,
  { unasked = [] }: Unasked,
): { refusal: V["refusal"] | null; missing: string[] } {
  const missing: string[] = [];
  for (const [name, ask] of Object.entries(spec.asks ?? {})) {
    const refusal = ask(the);
    if (!refusal) continue;
    if (!unasked.includes(name)) return { refusal, missing };
    missing.push(name);
  }
  return { refusal: null, missing };
}

type Looked<V extends Vocabulary, Subject> = Case<V, object, Subject & { status: V["status"] }>;

/** Why a move cannot be made of a subject, however much is said; null: it is open. */
function whyClosed<V extends Vocabulary, Input, Needs>(
  spec: MoveSpec<V, Input, Needs>,
  the: Looked<V, Needs>,
): MachineRefusal<V> | null {
  const { subject, actor } = the;
  if (!spec.by.includes(actor)) return { code: "not_for_you", by: spec.by };
  if (!spec.from.includes(subject.status)) return { code: "wrong_status", status: subject.status };
  return spec.guard?.({ ...the, input: the.input as Partial<Input> }) ?? null;
}

/** `move({…})` for the moves of one machine: it says their types, and keeps what is literal. */
export const moveOf =
  <V extends Vocabulary>() =>
  <Input, Needs = unknown, const Said = unknown>(
    spec: MoveSpec<V, Input, Needs> & Said,
  ): MoveSpec<V, Input, Needs> & Said =>
    spec;

/** What the guards of these moves read of a subject. */
type FactsOf<Spec> = [Spec] extends [{ guard?: (the: infer The) => unknown }]
  ? The extends { subject: infer Facts }
    ? Facts
    : unknown
  : unknown;

export type InputOf<Spec> = Spec extends { input: z.ZodType<infer Input> } ? Input : never;

/** What stands in a table of moves, whatever each of them reads and asks for. */
type AnyMove<V extends Vocabulary> = MoveSpec<V, object, never>;

/**
 * A machine over its moves: decides one of them for one subject, and says which are open to somebody. Pure and total;
 * a refusal is a value.
 */
export const machineOf =
  <V extends Vocabulary>() =>
  <Moves extends Record<string, AnyMove<V>>>(moves: Moves) => {
    type Name = keyof Moves & string;
    const names = Object.keys(moves) as Name[];
    const decide = <Of extends Name>(
      name: Of,
      the: Case<V, InputOf<Moves[Of]>>,
      unasked: Unasked = {},
    ): Result<Decided<V>, MachineRefusal<V>> => {
      const spec: AnyMove<V> = moves[name] as AnyMove<V>;
      const asked = the as Case<V, object, never>;
      const closed = whyClosed(spec, asked);
      if (closed) return { ok: false, refusal: closed };
      const { refusal, missing } = listen(spec, the as Case<V, object>, unasked);
      if (refusal) return { ok: false, refusal };
      const to = typeof spec.to === "function" ? spec.to(asked) : spec.to;
      const effects = spec.effects?.(asked, to) ?? [];
      return { ok: true, value: { to, effects, data: spec.data?.(asked, to) ?? {}, missing } };
    };
    /** Whether somebody could make one move, by the facts that it asks for alone; undefined: not in this status. */
    const look = <Of extends Name>(
      name: Of,
      subject: FactsOf<Moves[Of]> & { status: V["status"] },
      actor: V["actor"],
      now: Date,
    ): MachineRefusal<V> | null | undefined => {
      const spec: AnyMove<V> = moves[name] as AnyMove<V>;
      if (!spec.by.includes(actor) || !spec.from.includes(subject.status)) return undefined;
      return whyClosed(spec, { subject: subject as never, input: {}, actor, now });
    };
    /** Every move that an actor could make of a subject in its status, with the reason where it is refused. */
    const open = (subject: V["subject"], actor: V["actor"], now: Date): OpenMove<V, Name>[] =>
      names.flatMap((move) => {
        const refusal = look(move, subject as never, actor, now);
        return refusal === undefined ? [] : [{ move, refusal }];
      });
    const isMove = (name: string | null): name is Name => name !== null && Object.hasOwn(moves, name);
    return { moves, names, isMove, decide, open, look };
  };
