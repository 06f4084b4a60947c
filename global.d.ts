import type { Locale as AppLocale } from "@/lib/i18n/locale";
import type en from "@/lib/i18n/messages/en.json";

declare module "next-intl" {
  interface AppConfig {
    Locale: AppLocale;
    Messages: typeof en;
  }
}
