"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { pollAnswer } from "@/components/fetch-answer";
import type { Outcome } from "@/lib/bulk/find-outcome";
import { useBulkActNews } from "./bulk-act-news";

const LOOK_AGAIN_MS = 700;
const AFTER_LOSS_MS = 2000;

type Followed = { outcome: Outcome | null /** Nothing was heard of it at the last look. */; isLost: boolean };

/**
 * How a bulk act stands, asked again while it runs, also after the connection was lost; when it has ended, the page is
 * drawn again and its starter counts as told.
 */
export function useFollowedBulkAct(bulkActId: string | null): Followed {
  const router = useRouter();
  const { follow, see } = useBulkActNews();
  const [followed, setFollowed] = useState<Followed>({ outcome: null, isLost: false });
  useEffect(() => {
    if (bulkActId === null) return;
    const ending = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    let looks = 0;
    const look = async () => {
      let wait = LOOK_AGAIN_MS;
      try {
        const outcome = await pollAnswer<Outcome>(`/api/jobs/${bulkActId}`, { signal: ending.signal });
        setFollowed({ outcome, isLost: false });
        if (outcome.state === "done") {
          if (outcome.seenAt === null) see(bulkActId);
          if (looks > 0) router.refresh();
          return;
        }
        looks += 1;
      } catch {
        if (ending.signal.aborted) return;
        setFollowed((known) => ({ ...known, isLost: true }));
        wait = AFTER_LOSS_MS;
      }
      timer = setTimeout(() => void look(), wait);
    };
    // At once: whoever closes the dialog now finds the bulk act in the corner.
    follow();
    void look();
    return () => {
      ending.abort();
      clearTimeout(timer);
    };
  }, [bulkActId, router, follow, see]);
  return followed;
}
