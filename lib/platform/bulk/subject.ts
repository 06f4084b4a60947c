import type { z } from "zod";
import type { Tx } from "@/db/client";
import type { Refusal, Result } from "@/lib/kernel/result";
import type { Acting } from "../ctx";
import type { Act } from "../moves/writer";

/** Subjects by name; a machine's list may know other ways to choose. */
export type Picked = { mode: "ids"; ids: string[] };
export type Asked = { move: string };
type Coded = { code: string };
type Moved<Refused> = { moved: readonly string[]; refused: readonly { id: string; refusal: Refused }[] };
type Many = Acting & { ids: readonly string[] };

/**
 * What a bulk act has to know of the subjects of a machine: how they are chosen, how many one act may take, what is asked
 * of them, and their writer.
 */
export type BulkSubject<Request extends Asked, Chosen, Plan, NoStart extends Coded, Refused extends Coded = Refusal> = {
  kind: string;
  /** What is kept with the act. */
  request: z.ZodType<Request>;
  /** What a selection stands for, each once, in the order of the list; refuses more than one act takes, and none. */
  select(tx: Tx, sellerId: string, selection: Chosen | Picked): Promise<Result<string[], NoStart>>;
  /** Whether this actor may take so many in one act. */
  overCount?(tx: Tx, acting: Acting, count: number): Promise<NoStart | null>;
  /** Whether all of them together are more than this actor may do in one act; whatever decides that is locked. */
  overSum?(tx: Tx, act: Many & { request: Request }): Promise<NoStart | null>;
  /** Which of these are the seller's; the others are told as not found. */
  own(tx: Tx, sellerId: string, ids: readonly string[]): Promise<string[]>;
  /** What `move` would do now, without locks and without writing. */
  plan(tx: Tx, act: Many & { request: Request }, unasked: readonly string[]): Promise<Plan>;
  /** Moves at most 500 by the one writer, in the transaction that writes their outcomes. */
  move(tx: Tx, act: Omit<Act<Request>, "each"> & { bulkActId: string }): Promise<Moved<Refused>>;
  /** Takes back what this act did to at most 500, and nothing that was done later. */
  undo(tx: Tx, act: Many & { bulkActId: string }): Promise<Moved<Refused>>;
  /** Refusals that the very same act may overcome later. */
  retryable: readonly string[];
  /** Somebody is told that an act ended which nobody waited for: once for all, never for each. */
  ended?(tx: Tx, act: { sellerId: string; bulkActId: string; now: Date }): Promise<void>;
};

/** The same, whatever is asked and chosen; a bulk act finds its subject by its kind. */
export type AnyBulkSubject<Refused extends Coded = Coded> = Pick<
  BulkSubject<never, never, unknown, Refused, Refused>,
  "kind" | "own" | "select" | "overCount" | "overSum" | "move" | "undo" | "retryable" | "ended"
> & { request: z.ZodType<Asked> };
