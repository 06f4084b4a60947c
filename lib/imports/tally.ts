import type { ImportCounts } from "@/lib/policy/imports/import-report";
import { CompactCounts } from "./compact-counts";
import type { Outcome } from "./import-task";
import type { Warning } from "./read/warnings";

const WEIGHT = { unchanged: 1, changed: 2, new: 3 } as const;

/** Counts each return or order once over all files of an import, as the most that happened to it. */
export class Tally {
  readonly #weights = new CompactCounts();
  /** How many have each weight. */
  readonly #counts = { 1: 0, 2: 0, 3: 0 };

  /** Rows that a planner refused: only beside what is known they turned out to say too little. */
  #refused = 0;

  readonly #doubled = { rows: 0, example: "" };

  addDoubled([first, ...others]: readonly string[]): void {
    if (first === undefined) return;
    this.#doubled.rows += 1 + others.length;
    this.#doubled.example ||= first;
  }

  /** What is asked about before it is imported, now that it is known what stands there. */
  warnings(): Warning[] {
    const { rows, example } = this.#doubled;
    return rows > 0 ? [{ code: "doubled_returns", rows, of: this.#counts[3], example }] : [];
  }

  add(outcomes: readonly Outcome[], refused: number): void {
    for (const { id, kind } of outcomes) this.#count(id, kind);
    this.#refused += refused;
  }

  /** Also what an earlier attempt at the same import has done already. */
  #count(id: string, kind: Outcome["kind"]): void {
    const [before, weight] = [this.#weights.get(id), WEIGHT[kind]];
    if (before >= weight) return;
    if (before === 1 || before === 2) this.#counts[before]--;
    this.#counts[weight]++;
    this.#weights.set(id, weight);
  }

  counts(refusedCount: number): ImportCounts {
    const { 1: unchangedCount, 2: changedCount, 3: newCount } = this.#counts;
    return { newCount, changedCount, unchangedCount, refusedCount: refusedCount + this.#refused };
  }
}
