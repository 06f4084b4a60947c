/** How somebody wants to read and press, each with the usual first. Kept by the browser, as the theme is. */
export const PREFERENCES = {
  /** Single keys as they are, together with Alt, or none at all (WCAG 2.1.4). */
  keys: ["single", "alt", "off"],
  /** How close the rows of a table stand. */
  density: ["default", "compact"],
  /** In per cent. */
  textSize: ["100", "112", "125"],
} as const;

export type PreferenceName = keyof typeof PREFERENCES;
export type Preferences = { [Name in PreferenceName]: (typeof PREFERENCES)[Name][number] };

export const PREFERENCE_COOKIES: Record<PreferenceName, string> = {
  keys: "keys",
  density: "density",
  textSize: "text-size",
};

const chosen = <Choice extends string>(choices: readonly [Choice, ...Choice[]], text: string | undefined): Choice =>
  choices.find((choice) => choice === text) ?? choices[0];

/** What was chosen before; what a cookie says that is no choice counts as the usual. */
export const readPreferences = (cookie: (name: string) => string | undefined): Preferences => ({
  keys: chosen(PREFERENCES.keys, cookie(PREFERENCE_COOKIES.keys)),
  density: chosen(PREFERENCES.density, cookie(PREFERENCE_COOKIES.density)),
  textSize: chosen(PREFERENCES.textSize, cookie(PREFERENCE_COOKIES.textSize)),
});
