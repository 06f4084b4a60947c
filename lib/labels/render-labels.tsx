import { Document, renderToBuffer } from "@react-pdf/renderer";
import type { Db } from "@/db/client";
import { type LabelSubject, listLabelSubjects } from "@/db/queries/label-subjects";
import { withSeller } from "@/db/tenant";
import type { Locale } from "../i18n/locale";
import { loadFonts } from "./fonts";
import { unprintable } from "./label-state";
import { printedReturn } from "./printed";
import { ReturnLabel } from "./return-label";
import { ReturnSlip } from "./return-slip";
import { type PrintPart, type PrintSizes, sizesFor } from "./sizes";

type PrintOptions = Partial<PrintSizes> & {
  parts: readonly PrintPart[];
  /** Instead of each buyer's own language. */
  locale?: Locale;
};

/**
 * Labels and slips of these returns as one PDF, in the order of the ids; a size that is not given is the usual one of the
 * channel's country. `missing` are ids of other sellers and returns without an RMA; `pdf` is empty when nothing is left,
 * as where only labels are asked for and all are uploads or the marketplace's (S1-12).
 */
export async function renderLabels(
  db: Db,
  sellerId: string,
  returnIds: readonly string[],
  options: PrintOptions,
): Promise<{ pdf: Buffer; missing: string[] }> {
  const rows = await withSeller(db, sellerId, (tx) => listLabelSubjects(tx, sellerId, returnIds));
  const byId = new Map(rows.map((row) => [row.id, row]));
  const subjects = returnIds.flatMap((id) => byId.get(id) ?? []).filter(isPrintable);
  const printable = new Set(subjects.map(({ id }) => id));
  return { pdf: await pdfOf(subjects, options), missing: returnIds.filter((id) => !printable.has(id)) };
}

const isPrintable = (subject: LabelSubject): subject is LabelSubject & { rma: string } => unprintable(subject) === null;

async function pdfOf(
  subjects: readonly (LabelSubject & { rma: string })[],
  { parts, locale, ...chosen }: PrintOptions,
): Promise<Buffer> {
  const hasGlyph = await loadFonts();
  const pages = subjects.flatMap((subject) => {
    const printed = printedReturn(subject, hasGlyph, locale);
    const { labelSize, slipSize } = { ...sizesFor(subject.channel.country), ...chosen };
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
