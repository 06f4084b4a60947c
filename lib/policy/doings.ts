/** What a colleague does at a return; anything but looking may change it in a moment. */
export const DOINGS = ["looking", "authorizing", "closing", "writing"] as const;
export type Doing = (typeof DOINGS)[number];

/** Whoever was not seen for so long has left: ten beats of an open page, so that a slow network throws nobody out. */
export const HERE_SECONDS = 25;
