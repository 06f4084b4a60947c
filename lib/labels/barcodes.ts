import bwip from "bwip-js/node";

/** Black modules on a grid, as an SVG path in module units; the quiet zones belong to width and height. */
export type Modules = { path: string; width: number; height: number };

/** ISO/IEC 15417 asks for ten modules of white on both sides, ISO/IEC 18004 for four all around. */
const CODE_128_QUIET = 10;
const QR_QUIET = 4;

const rectangle = (x: number, y: number, width: number, height: number) => `M${x} ${y}h${width}v${height}h${-width}z`;

/** A text of printable ASCII as Code 128, one module high (or wide, where it runs downwards): whoever draws it stretches it. */
export function code128(text: string, isDownward = false): Modules {
  const [bars] = bwip.raw({ bcid: "code128", text });
  if (!bars || !("sbs" in bars)) throw new Error("Code 128 was not drawn as bars");
  let at = CODE_128_QUIET;
  const path = bars.sbs.map((width, index) => {
    const bar = index % 2 === 1 ? "" : isDownward ? rectangle(0, at, 1, width) : rectangle(at, 0, width, 1);
    at += width;
    return bar;
  });
  const length = at + CODE_128_QUIET;
  return { path: path.join(""), ...(isDownward ? { width: 1, height: length } : { width: length, height: 1 }) };
}

/** A text as a QR code at level M: it is still read with a seventh of it lost. */
export function qrCode(text: string): Modules {
  const [matrix] = bwip.raw({ bcid: "qrcode", text });
  if (!matrix || !("pixs" in matrix)) throw new Error("the QR code was not drawn as a matrix");
  const { pixs, pixx, pixy } = matrix;
  const rows = Array.from({ length: pixy }, (_, y) =>
    runs(pixs.slice(y * pixx, (y + 1) * pixx)).map(([from, length]) =>
      rectangle(QR_QUIET + from, QR_QUIET + y, length, 1),
    ),
  );
  return { path: rows.flat().join(""), width: pixx + 2 * QR_QUIET, height: pixy + 2 * QR_QUIET };
}

/** Neighbouring black modules as one bar, so that no hairline shows between them. */
function runs(row: readonly number[]): [from: number, length: number][] {
  const found: [number, number][] = [];
  row.forEach((pixel, x) => {
    const last = found.at(-1);
    if (!pixel) return;
    if (last && last[0] + last[1] === x) last[1] += 1;
    else found.push([x, 1]);
  });
  return found;
}
