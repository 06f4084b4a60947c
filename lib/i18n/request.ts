import { cookies, headers } from "next/headers";
import { getRequestConfig } from "next-intl/server";
import {
  BUYER_LOCALE_COOKIE,
  LOCALE_COOKIE,
  type Locale,
  resolveLocale,
  resolveTimeZone,
  TIME_ZONE_COOKIE,
} from "@/lib/kernel/locale";
import type en from "./messages/en.json";

const MESSAGES: Record<Locale, () => Promise<{ default: typeof en }>> = {
  en: () => import("./messages/en.json"),
  "zh-CN": () => import("./messages/zh-CN.json"),
};

export default getRequestConfig(async () => {
  const [jar, sent] = await Promise.all([cookies(), headers()]);
  // A buyer's page speaks the buyer's language, whatever the console in the same browser speaks.
  const chosen = sent.get("x-path")?.startsWith("/r/") ? BUYER_LOCALE_COOKIE : LOCALE_COOKIE;
  const locale = resolveLocale(jar.get(chosen)?.value, sent.get("accept-language"));
  return {
    locale,
    messages: (await MESSAGES[locale]()).default,
    timeZone: resolveTimeZone(jar.get(TIME_ZONE_COOKIE)?.value),
    now: new Date(),
  };
});
