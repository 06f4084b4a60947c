/** What a colleague does at a return; anything but looking may change it in a moment. */
export const DOINGS = ["looking", "authorizing", "closing", "writing"] as const;
export type Doing = (typeof DOINGS)[number];
