import type en from "@/lib/i18n/messages/en.json";
import type { Locale as AppLocale } from "@/lib/kernel/locale";

declare module "next-intl" {
  interface AppConfig {
    Locale: AppLocale;
    Messages: typeof en;
  }
}
