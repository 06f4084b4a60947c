import { paths } from "@/lib/i18n/paths";

/** The pages of the settings, in the order in which they stand beside each other. */
export const SETTINGS_SECTIONS = [
  { key: "channels", href: paths.settings },
  { key: "addresses", href: paths.addresses },
  { key: "reasons", href: paths.reasons },
  { key: "templates", href: paths.templates },
  { key: "notifications", href: paths.notifications },
  { key: "team", href: paths.team },
] as const;
