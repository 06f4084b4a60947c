import type { Metadata, Viewport } from "next";
import localFont from "next/font/local";
import { cookies, headers } from "next/headers";
import { getLocale, getNow, getTimeZone, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { EarlyPresses } from "@/components/early-presses";
import { EarlyPressesReplay } from "@/components/early-presses-replay";
import { MessagesProvider } from "@/components/messages-provider";
import { Providers } from "@/components/providers";
import { readPreferences } from "@/components/ui/preferences";
import { readTheme, THEME_COOKIE } from "@/components/ui/theme";
import "./globals.css";

const inter = localFont({
  src: "../node_modules/@fontsource-variable/inter/files/inter-latin-wght-normal.woff2",
  variable: "--font-inter",
  weight: "100 900",
  display: "optional",
});

/** From the folder public. */
const SERVED_AS_IT_IS: Metadata = {
  manifest: "/manifest.webmanifest",
  icons: { icon: { url: "/icon.svg", type: "image/svg+xml" }, apple: "/apple-icon.png" },
};

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("shell");
  return {
    title: { default: t("product"), template: `%s – ${t("product")}` },
    referrer: "same-origin",
    ...SERVED_AS_IT_IS,
  };
}

const CANVAS = { light: "#f6f7f9", dark: "#0d1117" };

const readChosenTheme = async () => readTheme((await cookies()).get(THEME_COOKIE)?.value);

/** The browser's own frame takes the colour of the page. */
export async function generateViewport(): Promise<Viewport> {
  const theme = await readChosenTheme();
  const bySystem = [
    { media: "(prefers-color-scheme: light)", color: CANVAS.light },
    { media: "(prefers-color-scheme: dark)", color: CANVAS.dark },
  ];
  return {
    width: "device-width",
    initialScale: 1,
    viewportFit: "cover",
    themeColor: theme === "system" ? bySystem : CANVAS[theme],
  };
}

const APPLE = /Mac|iPhone|iPad/;

export default async function RootLayout({ children }: { children: ReactNode }) {
  const [locale, timeZone, now, theme] = await Promise.all([getLocale(), getTimeZone(), getNow(), readChosenTheme()]);
  const [jar, sent] = await Promise.all([cookies(), headers()]);
  const preferences = readPreferences((name) => jar.get(name)?.value);
  const { keys, density, textSize } = preferences;
  return (
    <html
      lang={locale}
      data-theme={theme}
      data-keys={keys}
      data-density={density}
      data-text-size={textSize}
      className={inter.variable}
    >
      <head>
        <EarlyPresses />
      </head>
      <body className="isolate min-h-dvh">
        <MessagesProvider locale={locale} timeZone={timeZone} now={now}>
          <Providers
            now={now}
            theme={theme}
            preferences={preferences}
            isApple={APPLE.test(sent.get("user-agent") ?? "")}
          >
            {children}
          </Providers>
          <EarlyPressesReplay />
        </MessagesProvider>
      </body>
    </html>
  );
}
