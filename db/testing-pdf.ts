import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { getDocument, type PDFDocumentProxy, type PDFPageProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import { prepareZXingModule, readBarcodes } from "zxing-wasm/reader";

/** A printer's dots: what is decoded is what would stand on paper. */
const DOTS_PER_INCH = 203;

export type PdfPage = {
  /** In points of 1/72 inch. */
  width: number;
  height: number;
  /** Without spaces and line breaks: where text wraps says nothing about what it is. */
  text: string;
  codes: { format: string; text: string }[];
};

let reader: Promise<unknown> | null = null;

/** From the installed package: by itself the reader would fetch its program from the internet. */
function loadReader(): Promise<unknown> {
  reader ??= readFile(fileURLToPath(import.meta.resolve("zxing-wasm/reader/zxing_reader.wasm"))).then((wasmBinary) =>
    prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(wasmBinary).buffer }, fireImmediately: true }),
  );
  return reader;
}

/** The pages of a PDF as a person and a scanner see them; codes are only looked for when asked, it takes a while. */
export async function readPdf(bytes: Uint8Array, { hasCodes = true } = {}): Promise<PdfPage[]> {
  await loadReader();
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0 });
  const document = await task.promise;
  const pages: PdfPage[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const { width, height } = page.getViewport({ scale: 1 });
    const { items } = await page.getTextContent();
    const text = items
      .map((item) => ("str" in item ? item.str : ""))
      .join("")
      .replace(/\s/g, "");
    pages.push({ width, height, text, codes: hasCodes ? await codesOn(document, page) : [] });
  }
  await task.destroy();
  return pages;
}

type Drawing = { canvas: HTMLCanvasElement; context: CanvasRenderingContext2D };

async function codesOn(document: PDFDocumentProxy, page: PDFPageProxy): Promise<PdfPage["codes"]> {
  const viewport = page.getViewport({ scale: DOTS_PER_INCH / 72 });
  const [width, height] = [Math.ceil(viewport.width), Math.ceil(viewport.height)];
  const { create } = document.canvasFactory as { create: (width: number, height: number) => Drawing };
  const { canvas, context } = create.call(document.canvasFactory, width, height);
  await page.render({ canvas, canvasContext: context, viewport }).promise;
  const { data } = context.getImageData(0, 0, width, height);
  const found = await readBarcodes({ data, width, height, colorSpace: "srgb" } as ImageData, {
    formats: ["Code128", "QRCode"],
    tryHarder: true,
  });
  return found.map(({ format, text }) => ({ format, text })).sort((a, b) => a.format.localeCompare(b.format));
}
