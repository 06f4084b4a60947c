import type { Address } from "@/lib/kernel/address";
import type { Locale } from "@/lib/kernel/locale";
import type { PrintPart, PrintSizes } from "@/lib/policy/labels/sizes";
import type { LabelSubject } from "./label-subjects";

export type PrintOptions = Partial<PrintSizes> & {
  parts: readonly PrintPart[];
  /** Instead of each buyer's own language. */
  locale?: Locale;
};

/** What the drawing thread is asked for; it knows no database, no files and no environment. */
export type DrawTask =
  /** Labels and slips as one PDF; empty where there is no page. */
  | { kind: "pages"; subjects: readonly (LabelSubject & { rma: string })[]; options: PrintOptions }
  /** Several PDFs as one. */
  | { kind: "joined"; pdfs: readonly Uint8Array[] }
  /** How an address stands on a label, as PNG. */
  | { kind: "address"; address: Address }
  /** The first page of a PDF, or a picture, as a JPEG of at most so many bytes. */
  | { kind: "jpeg"; file: Uint8Array; atMostBytes: number };
