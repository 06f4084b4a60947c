import type { Metadata, Viewport } from "next";
import localFont from "next/font/local";
import { cookies } from "next/headers";
import { NextIntlClientProvider } from "next-intl";
import { getLocale, getNow, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Providers } from "@/components/providers";
import { readTheme, THEME_COOKIE } from "@/components/ui/theme";
import "./globals.css";

const inter = localFont({
  src: "../node_modules/@fontsource-variable/inter/files/inter-latin-wght-normal.woff2",
  variable: "--font-inter",
  weight: "100 900",
  display: "optional",
});

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("shell");
  return { title: { default: t("product"), template: `%s – ${t("product")}` }, referrer: "same-origin" };
}

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  viewportFit: "cover",
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#f6f7f9" },
    { media: "(prefers-color-scheme: dark)", color: "#0d1117" },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const [locale, now, jar] = await Promise.all([getLocale(), getNow(), cookies()]);
  return (
    <html lang={locale} data-theme={readTheme(jar.get(THEME_COOKIE)?.value)} className={inter.variable}>
      <body className="isolate min-h-dvh">
        <NextIntlClientProvider>
          <Providers now={now}>{children}</Providers>
        </NextIntlClientProvider>
      </body>
    </html>
  );
}
