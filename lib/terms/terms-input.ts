import { z } from "zod";
import { dateSchema, idSchema } from "@/lib/kernel/schemas";
import { plainName } from "@/lib/policy/judging/listed";
import { termsSchema } from "@/lib/policy/terms/terms";
import { WHY_AT_MOST } from "../policy/limits";

const revision = z.int().min(1);
/** The draft as it was open; null: there was none. */
const seen = revision.nullable();

/** What the schema of stored terms lets through and nobody can mean: two rows for one name, ends before beginnings. */
const meantTerms = termsSchema.superRefine(({ window, returnless }, context) => {
  const complain = (path: (string | number)[], message: string) => context.addIssue({ code: "custom", path, message });
  const eachOnce = (names: readonly string[], path: (index: number) => (string | number)[]) => {
    const known = new Set<string>();
    for (const [index, name] of names.entries()) {
      if (known.has(plainName(name))) complain(path(index), "twice");
      known.add(plainName(name));
    }
  };
  eachOnce(
    window.byCategory.map(({ category }) => category),
    (index) => ["window", "byCategory", index, "category"],
  );
  eachOnce(
    window.bySku.map(({ sku }) => sku),
    (index) => ["window", "bySku", index, "sku"],
  );
  eachOnce(
    returnless.rules.map(({ name }) => name),
    (index) => ["returnless", "rules", index, "name"],
  );
  for (const [index, { boughtFrom, boughtTo, returnableUntil }] of window.holidays.entries()) {
    if (boughtTo < boughtFrom) complain(["window", "holidays", index, "boughtTo"], "before_start");
    if (returnableUntil < boughtTo) complain(["window", "holidays", index, "returnableUntil"], "before_end");
  }
  for (const [index, { minMinor, maxMinor }] of returnless.rules.entries())
    if (minMinor !== null && maxMinor !== null && maxMinor < minMinor)
      complain(["returnless", "rules", index, "maxMinor"], "below_least");
});

export const startDraftSchema = z.strictObject({ channelId: idSchema, fromVersion: z.int().min(1), seen });
export type StartDraft = z.output<typeof startDraftSchema>;

export const saveDraftSchema = z.strictObject({ channelId: idSchema, seen, terms: meantTerms });
export type SaveDraft = z.output<typeof saveDraftSchema>;

export const discardDraftSchema = z.strictObject({ channelId: idSchema, seen: revision });
export type DiscardDraft = z.output<typeof discardDraftSchema>;

export const publishSchema = z.strictObject({
  channelId: idSchema,
  seen: revision,
  effectiveFrom: dateSchema,
  note: z.string().trim().min(1).max(WHY_AT_MOST),
});
export type PublishTerms = z.output<typeof publishSchema>;
