import { Document, renderToBuffer } from "@react-pdf/renderer";
import type { Db } from "@/db/client";
import { type LabelSubject, listLabelSubjects } from "@/db/queries/label-subjects";
import { withSeller } from "@/db/tenant";
import type { Locale } from "../i18n/locale";
import { loadFonts } from "./fonts";
import { type Unprintable, unprintable } from "./label-state";
import { printedReturn } from "./printed";
import { ReturnLabel } from "./return-label";
import { ReturnSlip } from "./return-slip";
import { channelSizes, type PrintPart, type PrintSizes } from "./sizes";

type PrintOptions = Partial<PrintSizes> & {
  parts: readonly PrintPart[];
  /** Instead of each buyer's own language. */
  locale?: Locale;
};

type Rendered = {
  /** Empty where there is no page: only labels are asked for, and all are uploads or the marketplace's (S1-12). */
  pdf: Buffer;
  rmas: string[];
  /** Ids of other sellers, and returns without an RMA of ours. */
  missing: string[];
  /** Why the first of them is missing. */
  why: Unprintable | null;
};

/**
 * Labels and slips of these returns as one PDF, in the order of the ids; a size that is not given is the channel's own,
 * or the usual one of its country. A return whose label is not drawn here gets its slip only.
 */
export async function renderLabels(
  db: Db,
  sellerId: string,
  returnIds: readonly string[],
  options: PrintOptions,
): Promise<Rendered> {
  const rows = await withSeller(db, sellerId, (tx) => listLabelSubjects(tx, sellerId, returnIds));
  const byId = new Map(rows.map((row) => [row.id, row]));
  const subjects = returnIds.flatMap((id) => byId.get(id) ?? []).filter(isPrintable);
  const missing = returnIds.filter((id) => unprintable(byId.get(id)) !== null);
  return {
    pdf: await pdfOf(subjects, options),
    rmas: subjects.map(({ rma }) => rma),
    missing,
    why: missing[0] === undefined ? null : unprintable(byId.get(missing[0])),
  };
}

const isPrintable = (subject: LabelSubject): subject is LabelSubject & { rma: string } => unprintable(subject) === null;

async function pdfOf(
  subjects: readonly (LabelSubject & { rma: string })[],
  { parts, locale, ...chosen }: PrintOptions,
): Promise<Buffer> {
  const hasGlyph = await loadFonts();
  const pages = subjects.flatMap((subject) => {
    const printed = printedReturn(subject, hasGlyph, locale);
    const { labelSize, slipSize } = { ...channelSizes(subject.channel.country, subject.channelLabels), ...chosen };
    return [
      ...(parts.includes("label") && printed.labelSource === "drawn"
        ? [<ReturnLabel key={`${subject.id} label`} printed={printed} size={labelSize} />]
        : []),
      ...(parts.includes("slip") ? [<ReturnSlip key={`${subject.id} slip`} printed={printed} size={slipSize} />] : []),
    ];
  });
  if (pages.length === 0) return Buffer.alloc(0);
  const title = subjects
    .map(({ rma }) => rma)
    .slice(0, 3)
    .join(", ");
  return renderToBuffer(
    <Document title={title} creator="Homeward" producer="Homeward">
      {pages}
    </Document>,
  );
}
