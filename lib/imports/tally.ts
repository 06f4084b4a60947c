import type { ImportCounts } from "./import-rows";
import type { OrderPlan } from "./plan-order";

export type Kind = "new" | "changed" | "unchanged";

const WEIGHT: Record<Kind, number> = { unchanged: 0, changed: 1, new: 2 };

/** Counts each return once over all files of an import, as the most that happened to it. */
export class Tally {
  readonly #kinds: Map<string, Kind>;

  /** `known` is what an earlier attempt at the same import has done already. */
  constructor(known: Iterable<readonly [id: string, kind: Kind]> = []) {
    this.#kinds = new Map(known);
  }

  add(plans: readonly OrderPlan[]): void {
    for (const { kind, after } of plans.flatMap(({ returns }) => returns)) {
      const before = this.#kinds.get(after.id);
      if (!before || WEIGHT[kind] > WEIGHT[before]) this.#kinds.set(after.id, kind);
    }
  }

  counts(refusedCount: number): ImportCounts {
    const counts = { newCount: 0, changedCount: 0, unchangedCount: 0, refusedCount };
    for (const kind of this.#kinds.values()) counts[`${kind}Count`]++;
    return counts;
  }
}
