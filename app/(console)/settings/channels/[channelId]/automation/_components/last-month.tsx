import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { fetchAnswer } from "@/components/fetch-answer";
import type { AutomationHistory } from "@/lib/channels/automation-history";
import { automationOutcome } from "@/lib/policy/judging/automation-history";
import { REACH } from "@/lib/policy/reach";
import { type AutomatedChannel, type AutomationDraft, type Choice, settingsWith } from "./automation-draft";

/** Last month's requests of a channel, in the groups that automation can tell apart; asked once while the page is open. */
export const useHistory = (channelId: string) =>
  useQuery({
    queryKey: ["automation", channelId],
    queryFn: ({ signal }) => fetchAnswer<AutomationHistory>(`/api/channels/${channelId}/automation`, { signal }),
  });

type LastMonthProps = { channel: AutomatedChannel; draft: AutomationDraft; choice: Choice };

/** What a choice would have done with last month's requests, as the rest of the page is set now. */
export function LastMonth({ channel, draft, choice }: LastMonthProps) {
  const t = useTranslations("automation.month");
  const { data, isPending } = useHistory(channel.id);
  const settings = settingsWith(draft, choice);
  const text = () => {
    if (isPending) return t("loading");
    if (!data || !settings) return null;
    const outcome = automationOutcome(data.groups, channel, settings);
    if (outcome.total === 0) return t("none");
    return t("outcome", { ...outcome, isCut: String(data.isCut), isMirrored: String(!REACH[channel.mode].carriesOut) });
  };
  const shown = text();
  return shown && <span className="mt-1 block text-fg tabular-nums">{shown}</span>;
}
