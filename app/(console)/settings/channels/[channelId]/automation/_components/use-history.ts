"use client";

import { useQuery } from "@tanstack/react-query";
import { fetchAnswer } from "@/components/fetch-answer";
import type { AutomationHistory } from "@/lib/channels/automation-history";

/** Last month's requests of a channel, in the groups that automation can tell apart; asked once while the page is open. */
export const useHistory = (channelId: string) =>
  useQuery({
    queryKey: ["automation", channelId],
    queryFn: ({ signal }) => fetchAnswer<AutomationHistory>(`/api/channels/${channelId}/automation`, { signal }),
  });
