import { Path, Svg } from "@react-pdf/renderer";
import { code128, type Modules, qrCode } from "./barcodes";

/** A label printer's dot: modules of whole dots come out equally wide. */
const DOT = 72 / 203;
/** Wider bars only make a scanner stand back. */
const BAR_AT_MOST = 4 * DOT;

/** The widest module that fits: whole printer dots where two or more do, else whatever the width leaves. */
function moduleWidth(modules: number, width: number): number {
  const fitting = width / modules;
  const dots = Math.floor(fitting / DOT);
  return dots >= 2 ? dots * DOT : fitting;
}

const barWidth = (modules: number, length: number): number => Math.min(BAR_AT_MOST, moduleWidth(modules, length));

/** Whether a label printer can draw it within a length: narrower than two dots a module, scanners no longer read it. */
export const fitsAsCode128 = (text: string, length: number): boolean => code128(text).width * 2 * DOT <= length;

/** A Code 128 within a width, as high as asked, with its quiet zones (S1-09). */
export function Code128({ text, width, height }: { text: string; width: number; height: number }) {
  const bars = code128(text);
  return <Drawn modules={bars} width={bars.width * barWidth(bars.width, width)} height={height} />;
}

/** The same running downwards, for a number that is too long for the width of a label. */
export function DownwardCode128({ text, width, height }: { text: string; width: number; height: number }) {
  const bars = code128(text, true);
  return <Drawn modules={bars} width={width} height={bars.height * barWidth(bars.height, height)} />;
}

/** A QR code in a square. */
export function QrCode({ text, size }: { text: string; size: number }) {
  const code = qrCode(text);
  const side = code.width * moduleWidth(code.width, size);
  return <Drawn modules={code} width={side} height={side} />;
}

function Drawn({ modules, width, height }: { modules: Modules; width: number; height: number }) {
  return (
    <Svg
      width={width}
      height={height}
      viewBox={`0 0 ${modules.width} ${modules.height}`}
      preserveAspectRatio="none"
      style={{ flexShrink: 0 }}
    >
      <Path d={modules.path} fill="#000" />
    </Svg>
  );
}
