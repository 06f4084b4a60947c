/** Paper for the label, and for the slip that goes into the parcel. */
export const LABEL_SIZES = ["4x6", "100x150"] as const;
export type LabelSize = (typeof LABEL_SIZES)[number];
export const SLIP_SIZES = ["A4", "letter"] as const;
export type SlipSize = (typeof SLIP_SIZES)[number];
export type PrintSizes = { labelSize: LabelSize; slipSize: SlipSize };

/** What of a return is printed. */
export const PRINT_PARTS = ["label", "slip"] as const;
export type PrintPart = (typeof PRINT_PARTS)[number];

/** So many are drawn while somebody waits for them; more are the worker's. */
export const DRAWN_AT_ONCE = 10;
/** What one PDF takes; more returns are printed in parts. */
export const PRINTED_AT_MOST = 200;

const MM = 72 / 25.4;

/** Width and height in points of 1/72 inch. */
export const PAGE_POINTS: Record<LabelSize | SlipSize, readonly [width: number, height: number]> = {
  "4x6": [288, 432],
  "100x150": [100 * MM, 150 * MM],
  A4: [210 * MM, 297 * MM],
  letter: [612, 792],
};

const INCH_COUNTRIES = new Set(["US", "CA", "MX"]);

/** The paper that printers in a country hold: inches in North America, millimetres elsewhere. */
export const sizesFor = (country: string): PrintSizes =>
  INCH_COUNTRIES.has(country) ? { labelSize: "4x6", slipSize: "letter" } : { labelSize: "100x150", slipSize: "A4" };

type OwnSizes = { [Size in keyof PrintSizes]: PrintSizes[Size] | null };

/** The paper a channel begins with: its own setting, else the usual one of its country. */
export function channelSizes(country: string, { labelSize, slipSize }: OwnSizes): PrintSizes {
  const usual = sizesFor(country);
  return { labelSize: labelSize ?? usual.labelSize, slipSize: slipSize ?? usual.slipSize };
}

export const LABEL_SIZE_COOKIE = "label_size";
export const SLIP_SIZE_COOKIE = "slip_size";

/** What somebody chose last, each size by itself; undefined where nothing was chosen, or nothing we know. */
export const keptSizes = (cookie: (name: string) => string | undefined): Partial<PrintSizes> => {
  const labelSize = LABEL_SIZES.find((size) => size === cookie(LABEL_SIZE_COOKIE));
  const slipSize = SLIP_SIZES.find((size) => size === cookie(SLIP_SIZE_COOKIE));
  return { ...(labelSize && { labelSize }), ...(slipSize && { slipSize }) };
};
