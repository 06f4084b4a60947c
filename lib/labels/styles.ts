import { FONT } from "./fonts";

export const HAIRLINE = "0.75pt solid #000";
export const RULE = "1.5pt solid #000";
/** Black only: thermal printers know no grey. */
export const PAGE = { fontFamily: FONT, color: "#000" } as const;
export const FRAME = { border: RULE, borderRadius: 4 } as const;
/** Takes what its neighbours leave of a row. */
export const REST = { flexGrow: 1, flexBasis: 0 } as const;
