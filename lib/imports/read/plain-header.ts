/** A column's name as names are compared: letters and digits only, in small letters. */
export const plainHeader = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
