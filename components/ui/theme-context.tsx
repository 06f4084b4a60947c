"use client";

import { createContext, type ReactNode, useContext, useMemo, useState } from "react";
import { THEME_COOKIE, type Theme } from "./theme";
import { usePreference } from "./use-preference";

type Chosen = { theme: Theme; choose: (theme: Theme) => void };

const ThemeContext = createContext<Chosen>({ theme: "system", choose: () => {} });

/** The chosen theme; choosing another shows at once and is kept for a year. */
export const useTheme = (): Chosen => useContext(ThemeContext);

/** `theme` is what the server read from the cookie, so that the first drawing is already right. */
export function ThemeProvider({ theme: kept, children }: { theme: Theme; children: ReactNode }) {
  const [theme, setTheme] = useState(kept);
  const { keep } = usePreference(THEME_COOKIE);
  const value = useMemo(
    () => ({
      theme,
      choose: (next: Theme) => {
        setTheme(next);
        document.documentElement.dataset.theme = next;
        keep(next);
      },
    }),
    [theme, keep],
  );
  return <ThemeContext value={value}>{children}</ThemeContext>;
}
