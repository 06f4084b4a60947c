"use client";

import { useRouter } from "next/navigation";
import { useTransition } from "react";

/** Asks the server for this page again; `reset` leaves an error boundary with it. */
export function useRetryPage(reset?: () => void): () => void {
  const router = useRouter();
  const [, startTransition] = useTransition();
  return () =>
    startTransition(() => {
      router.refresh();
      reset?.();
    });
}
