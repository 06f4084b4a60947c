import { ColorSpace, Document, Image, Matrix, PDFDocument, type Pixmap } from "mupdf";

const PDF_START = "%PDF-";
/** What a label printer prints, and the most of it that a screen or a form needs. */
const DOTS_PER_INCH = 300;
const LONGEST_SIDE = 2400;
const QUALITIES = [90, 80, 65, 50, 35, 20];

const isPdf = (file: Uint8Array): boolean =>
  new TextDecoder("latin1").decode(file.subarray(0, 1024)).includes(PDF_START);

const longestOf = (image: Image): number => Math.max(image.getWidth(), image.getHeight());

/** A page or a picture, which is a page of its own: on white where it is see-through, and never more dots than it has. */
function pixmapOf(file: Uint8Array): Pixmap {
  const page = Document.openDocument(file, isPdf(file) ? "application/pdf" : "image").loadPage(0);
  const [left, top, right, bottom] = page.getBounds();
  const longest = Math.max(right - left, bottom - top);
  const dots = isPdf(file) ? longest * (DOTS_PER_INCH / 72) : longestOf(new Image(file));
  const scale = Math.min(dots, LONGEST_SIDE) / longest;
  return page.toPixmap(Matrix.scale(scale, scale), ColorSpace.DeviceRGB, false);
}

/** The first page as a JPEG that stays within a size; the coarsest one where none does. */
export function asJpeg(file: Uint8Array, atMostBytes: number): Uint8Array {
  const pixmap = pixmapOf(file);
  let jpeg = new Uint8Array();
  for (const quality of QUALITIES) {
    jpeg = Uint8Array.from(pixmap.asJPEG(quality, false));
    if (jpeg.length <= atMostBytes) break;
  }
  return jpeg;
}

/** The first page as PNG, for a screen with two dots a point. */
export function asPng(pdf: Uint8Array): Uint8Array {
  const page = Document.openDocument(pdf, "application/pdf").loadPage(0);
  return Uint8Array.from(page.toPixmap(Matrix.scale(2, 2), ColorSpace.DeviceRGB, false).asPNG());
}

/** Several PDFs as one; what is not a page stays behind. */
export function joined(pdfs: readonly Uint8Array[]): Uint8Array {
  const whole = new PDFDocument();
  for (const pdf of pdfs) {
    const part = PDFDocument.openDocument(pdf, "application/pdf");
    if (!(part instanceof PDFDocument)) continue;
    for (let index = 0; index < part.countPages(); index += 1) whole.graftPage(-1, part, index);
  }
  return Uint8Array.from(whole.saveToBuffer("garbage=3,compress").asUint8Array());
}
