/** Characters a person may write, counted as JavaScript does. */
export const COMMENT_AT_MOST = 4000;
export const NOTE_AT_MOST = 2000;
export const INSTRUCTIONS_AT_MOST = 1000;
export const CARRIER_AT_MOST = 60;
