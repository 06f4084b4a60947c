import type { Marketplace } from "@/components/returns/marketplace";
import type { ChannelFacts } from "@/lib/policy/judging/facts";
import type { AUTOMATION_CHOICES } from "@/lib/policy/terms/term-choices";
import type { Operation } from "@/lib/policy/terms/terms";

export type AutomatedChannel = Pick<ChannelFacts, "mode" | "plan" | "hasPrepaid"> & {
  id: string;
  marketplace: Marketplace;
};

type Settings = Operation["automation"];
export type Choice = (typeof AUTOMATION_CHOICES)[number];
export const LIMIT_AT_MOST = 30;

/** The settings as they are typed; an empty limit is none. */
export type AutomationDraft = Omit<Settings, "withinDays"> & { withinDays: string };

export const draftOf = (settings: Settings): AutomationDraft => ({
  ...settings,
  withinDays: settings.withinDays === null ? "" : String(settings.withinDays),
});

/** What is no whole number is refused by the server as what it is. */
export const settingsIn = ({ withinDays, ...rest }: AutomationDraft): Settings => ({
  ...rest,
  withinDays: withinDays.trim() === "" ? null : Number(withinDays),
});

export const isSame = (a: AutomationDraft, b: AutomationDraft): boolean =>
  a.choice === b.choice &&
  a.withinDays === b.withinDays &&
  a.exempt === b.exempt &&
  a.isOnForMirrored === b.isOnForMirrored;

/** The settings with another choice, as far as they say anything yet; null while the limit is no limit. */
export function settingsWith(draft: AutomationDraft, choice: Choice): Settings | null {
  const settings = { ...settingsIn(draft), choice };
  if (choice === "each" || settings.withinDays === null) return { ...settings, withinDays: null };
  const { withinDays } = settings;
  return Number.isInteger(withinDays) && withinDays >= 1 && withinDays <= LIMIT_AT_MOST ? settings : null;
}
