/** How far Homeward's hand reaches in a store (P-19). Whoever wants to know what happens there asks this, not the mode. */
type Reach = {
  /** Homeward itself acts: it writes to the buyer and runs the clocks. Elsewhere the marketplace does, and judges first. */
  carriesOut: boolean;
  /** A person has to do there what was decided here: a hand-over opens. */
  mustBeTold: boolean;
  /** What tells how it stands on the marketplace; its word is followed. null: there is nobody to follow. */
  confirmsBy: "report" | null;
};

export const REACH = {
  managed: { carriesOut: true, mustBeTold: false, confirmsBy: null },
  mirrored: { carriesOut: false, mustBeTold: true, confirmsBy: "report" },
} as const satisfies Record<string, Reach>;

export type ChannelMode = keyof typeof REACH;
export const CHANNEL_MODES = Object.keys(REACH) as [ChannelMode, ...ChannelMode[]];

/** The same questions for SQL. */
export const MODES_THAT_CARRY_OUT = CHANNEL_MODES.filter((mode) => REACH[mode].carriesOut);
export const MODES_TO_BE_TOLD = CHANNEL_MODES.filter((mode) => REACH[mode].mustBeTold);
export const MODES_WITH_REPORTS = CHANNEL_MODES.filter((mode) => REACH[mode].confirmsBy === "report");
