"use client";

import { QueryClient, QueryClientProvider, useQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { fetchAnswer } from "@/components/fetch-answer";
import type { AutomationHistory } from "@/lib/channels/automation-history";

/** Asked once when the page opens: a month does not change while somebody chooses. */
export function HistoryScope({ children }: { children: ReactNode }) {
  const [client] = useState(
    () =>
      new QueryClient({
        defaultOptions: { queries: { retry: false, refetchOnWindowFocus: false, staleTime: Number.POSITIVE_INFINITY } },
      }),
  );
  return <QueryClientProvider client={client}>{children}</QueryClientProvider>;
}

/** Last month's requests of a channel, in the groups that automation can tell apart. */
export const useHistory = (channelId: string) =>
  useQuery({
    queryKey: ["automation", channelId],
    queryFn: ({ signal }) => fetchAnswer<AutomationHistory>(`/api/channels/${channelId}/automation`, { signal }),
  });
