import { z } from "zod";
import type { ImportCounts, ImportEffects } from "../../imports/import-report";
import { type ImportDoing, move, sets } from "./move";
import { broughtBy } from "./subject";

const isThing = (value: unknown): boolean => typeof value === "object" && value !== null;

/** Every row is in: what was counted stands. */
export const finish = move({
  from: ["running"],
  to: "done",
  by: ["product"],
  input: z.object({
    counts: z.custom<ImportCounts>(isThing),
    did: z.custom<ImportEffects>(isThing),
    /** How fresh its files are, where they say that of a marketplace's returns. */
    asOf: z.date().nullable(),
    /** Whether it brought the team requests. */
    isTold: z.boolean(),
  }),
  effects: ({ input: { counts, did, asOf, isTold }, now }) => {
    const told: ImportDoing[] = isTold ? [{ kind: "tellsTeam" }] : [];
    const fresh: ImportDoing[] = asOf ? [{ kind: "freshens", asOf: asOf.toISOString() }] : [];
    return [sets({ finishedAt: now, columns: null, ...counts, ...(did ? { effects: did } : {}) }), ...told, ...fresh];
  },
  data: ({ subject, input: { counts, did } }) => ({
    ...broughtBy(subject),
    counts: {
      added: counts?.newCount,
      changed: counts?.changedCount,
      unchanged: counts?.unchangedCount,
      refused: counts?.refusedCount,
    },
    effects: did ?? null,
    isWithoutAutomation: subject.isWithoutAutomation,
    by: subject.by,
  }),
});
