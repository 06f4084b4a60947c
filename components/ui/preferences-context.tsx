"use client";

import { useRouter } from "next/navigation";
import { createContext, type ReactNode, useContext, useMemo, useState } from "react";
import { keepChoice } from "./keep-choice";
import { PREFERENCE_COOKIES, type PreferenceName, type Preferences, readPreferences } from "./preferences";

type Chosen = {
  preferences: Preferences;
  /** Whether the keyboard is one of Apple's: it says ⌘ for Ctrl, and ⌥ for Alt. */
  isApple: boolean;
  choose: <Name extends PreferenceName>(name: Name, value: Preferences[Name]) => void;
};

const PreferencesContext = createContext<Chosen>({
  preferences: readPreferences(() => undefined),
  isApple: false,
  choose: () => {},
});

/** What the reader has chosen; choosing anew shows at once and is kept for a year. */
export const usePreferences = (): Chosen => useContext(PreferencesContext);

type PreferencesProviderProps = { preferences: Preferences; isApple: boolean; children: ReactNode };

/** `preferences` is what the server read from the cookies, so that the first drawing is already right. */
export function PreferencesProvider({ preferences: kept, isApple, children }: PreferencesProviderProps) {
  const router = useRouter();
  const [preferences, setPreferences] = useState(kept);
  const value = useMemo(
    (): Chosen => ({
      preferences,
      isApple,
      choose: (name, chosen) => {
        setPreferences((current) => ({ ...current, [name]: chosen }));
        document.documentElement.dataset[name] = chosen;
        keepChoice(PREFERENCE_COOKIES[name], chosen);
        router.refresh();
      },
    }),
    [preferences, isApple, router],
  );
  return <PreferencesContext value={value}>{children}</PreferencesContext>;
}
