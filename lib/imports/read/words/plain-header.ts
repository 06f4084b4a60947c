/** A column's name as names are compared: letters and digits only, in small letters. */
export const plainHeader = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");

/** A column's name as it is shown and kept: without what no text can be kept with, which says nothing of the column. */
export const headerName = (cell: string): string =>
  cell
    .replace(/[^\P{Cc}\s]|^\ufeff/gu, "")
    .replace(/\p{Cs}/gu, "\ufffd")
    .trim();
