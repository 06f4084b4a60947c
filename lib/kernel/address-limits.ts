/** Characters of a part of an address: what labels and lists have room for. */
export const LINE_AT_MOST = 120;
export const POSTAL_CODE_AT_MOST = 20;
export const DISTRICT_AT_MOST = 60;
export const isCountry = (code: string): boolean => /^[A-Z]{2}$/.test(code);
