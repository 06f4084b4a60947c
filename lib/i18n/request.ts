import { cookies, headers } from "next/headers";
import { getRequestConfig } from "next-intl/server";
import { LOCALE_COOKIE, type Locale, resolveLocale, resolveTimeZone, TIME_ZONE_COOKIE } from "@/lib/kernel/locale";
import type en from "./messages/en.json";

const MESSAGES: Record<Locale, () => Promise<{ default: typeof en }>> = {
  en: () => import("./messages/en.json"),
  "zh-CN": () => import("./messages/zh-CN.json"),
};

export default getRequestConfig(async () => {
  const [jar, sent] = await Promise.all([cookies(), headers()]);
  const locale = resolveLocale(jar.get(LOCALE_COOKIE)?.value, sent.get("accept-language"));
  return {
    locale,
    messages: (await MESSAGES[locale]()).default,
    timeZone: resolveTimeZone(jar.get(TIME_ZONE_COOKIE)?.value),
    now: new Date(),
  };
});
