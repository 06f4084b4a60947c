import { z } from "zod";
import { dateSchema } from "@/lib/kernel/schemas";
import type { Evaluation } from "./evaluation";
import { OUTBOUND_STATES } from "./facts";
import { LABEL_KINDS, PAYERS } from "./label-words";
import { reasonSchema } from "./reason-schema";
import type { Reason } from "./rules";
import { VERDICTS } from "./verdict";

const pairOf = <Value extends z.ZodType>(value: Value) => z.tuple([value, value]).optional();

/** P-26: in what a person reads two judgements of one request differ, each as it was and as it is. */
export const judgementChangeSchema = z.strictObject({
  verdict: pairOf(z.enum(VERDICTS)),
  /** Our own, where the marketplace's word counts (P-21). */
  ours: pairOf(z.enum(VERDICTS)),
  /** The last day in time. */
  windowEndsOn: pairOf(dateSchema),
  paidBy: pairOf(z.enum(PAYERS)),
  labelKind: pairOf(z.enum(LABEL_KINDS)),
  isPrepaidEligible: pairOf(z.boolean()),
  isExempt: pairOf(z.boolean()),
  /** Whether keeping the item is suggested. */
  keepsItem: pairOf(z.boolean()),
  outbound: pairOf(z.enum(OUTBOUND_STATES).nullable()),
  /** The facts behind it: what each rule said of each line, where it says it no more; absent in events of before. */
  reasons: z
    .array(z.object({ lineId: z.string(), before: reasonSchema.nullable(), after: reasonSchema.nullable() }))
    .optional(),
});
export type JudgementChange = z.infer<typeof judgementChangeSchema>;

const told = ({ verdict, ours, window, label, isPrepaidEligible, isExempt, keepItem, outbound }: Evaluation) => ({
  verdict,
  ours,
  windowEndsOn: window.endsOn,
  paidBy: label.paidBy,
  labelKind: label.kind,
  isPrepaidEligible,
  isExempt,
  keepsItem: (keepItem ?? null) !== null,
  outbound: outbound ?? null,
});

/** Reasons are flat: a database may give their fields back in another order. */
const isSame = (a: Reason | null, b: Reason | null): boolean => {
  const [was, is] = [new Map(Object.entries(a ?? {})), new Map(Object.entries(b ?? {}))];
  return was.size === is.size && [...was].every(([name, value]) => is.get(name) === value);
};

function reasonChanges(before: Evaluation, after: Evaluation) {
  const listed = ({ lines }: Evaluation) =>
    lines.flatMap(({ lineId, reasons }) =>
      reasons.map((reason) => [`${lineId} ${reason.rule}`, { lineId, reason }] as const),
    );
  const [was, is] = [new Map(listed(before)), new Map(listed(after))];
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((key) => {
    const [old, fresh] = [was.get(key) ?? null, is.get(key) ?? null];
    const change = { lineId: (fresh ?? old)?.lineId ?? "", before: old?.reason ?? null, after: fresh?.reason ?? null };
    return isSame(change.before, change.after) ? [] : [change];
  });
}

/** What is different, or null: reasons and versions may be worded anew without anything being so. */
export function judgementChange(before: Evaluation, after: Evaluation): JudgementChange | null {
  const [was, is] = [told(before), told(after)];
  const different = (Object.keys(is) as (keyof typeof is)[]).filter((fact) => was[fact] !== is[fact]);
  if (different.length === 0) return null;
  const reasons = reasonChanges(before, after);
  return judgementChangeSchema.parse({
    ...Object.fromEntries(different.map((fact) => [fact, [was[fact], is[fact]]])),
    ...(reasons.length > 0 ? { reasons } : {}),
  });
}
