"use client";

import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";

/** What a dialog or a page looked up lives as long as it does: opened again, it looks again. */
export function QueryScope({ children }: { children: ReactNode }) {
  const [client] = useState(
    () =>
      new QueryClient({
        defaultOptions: { queries: { retry: false, refetchOnWindowFocus: false, staleTime: Number.POSITIVE_INFINITY } },
      }),
  );
  return <QueryClientProvider client={client}>{children}</QueryClientProvider>;
}
