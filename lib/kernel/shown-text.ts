/** Turn the direction of what follows; marks that only hint at it (LRM, RLM, ALM) belong to right-to-left writing. */
const TURNS = /[\u202a-\u202e\u2066-\u2069]/g;
/** More marks on one letter than any writing has: they are drawn over the lines around. */
const STACKED = /([\p{Mn}\p{Me}]{4})[\p{Mn}\p{Me}]+/gu;

/** A stranger's text as it may stand among ours: kept as it came, shown so that it neither reorders nor overdraws. */
export const shownText = (text: string): string => text.replace(TURNS, "").replace(STACKED, "$1");
