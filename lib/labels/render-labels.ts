import { withSeller } from "@/db/tenant";
import type { Reading } from "@/lib/platform/ctx";
import { draw } from "./draw";
import type { PrintOptions } from "./draw-task";
import { drawnOnce } from "./drawn-once";
import { type LabelSubject, listLabelSubjects } from "./label-subjects";
import { type Unprintable, unprintable } from "./shared/label-state";

/** Why a PDF has no page: nothing that may be printed, or only labels that others have made. */
export type LabelRefusal =
  | { code: "label_not_ready"; why: Unprintable | null }
  | { code: "label_not_drawn"; count: number };

type Rendered = {
  /** Empty where there is no page: only labels are asked for, and all are uploads or the marketplace's (S1-12). */
  pdf: Uint8Array;
  rmas: string[];
  /** Ids of other sellers, and returns without an RMA of ours. */
  missing: string[];
  /** Why the first of them is missing. */
  why: Unprintable | null;
};

/**
 * Labels and slips of these returns as one PDF, in the order of the ids; a size that is not given is the channel's own,
 * or the usual one of its country. A return whose label is not drawn here gets its slip only.
 * With a folder to keep it in, what one return has on paper is drawn once.
 */
export async function renderLabels(
  { db, sellerId }: Reading,
  { returnIds, ...options }: PrintOptions & { returnIds: readonly string[] },
  dataDir: string | null = null,
): Promise<Rendered> {
  const rows = await withSeller(db, sellerId, (tx) => listLabelSubjects(tx, sellerId, returnIds));
  const byId = new Map(rows.map((row) => [row.id, row]));
  const subjects = returnIds.flatMap((id) => byId.get(id) ?? []).filter(isPrintable);
  const missing = returnIds.filter((id) => unprintable(byId.get(id)) !== null);
  const task = { kind: "pages", subjects, options } as const;
  const isKept = dataDir !== null && subjects.length === 1;
  const drawn = () => (isKept ? drawnOnce({ dataDir, sellerId }, task) : draw(task));
  return {
    pdf: subjects.length === 0 ? new Uint8Array() : await drawn(),
    rmas: subjects.map(({ rma }) => rma),
    missing,
    why: missing[0] === undefined ? null : unprintable(byId.get(missing[0])),
  };
}

const isPrintable = (subject: LabelSubject): subject is LabelSubject & { rma: string } => unprintable(subject) === null;
