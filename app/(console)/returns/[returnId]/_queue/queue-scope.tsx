"use client";

import { useQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { createContext, type ReactNode, useContext, useEffect } from "react";
import { pollAnswer } from "@/components/fetch-answer";
import { QueryScope } from "@/components/query-scope";
import { paths } from "@/lib/i18n/paths";
import type { QueuePlace } from "@/lib/returns/returns-list";

type Queue = {
  /** Null while it is being found out. */
  place: QueuePlace | null;
  open: (returnId: string | null | undefined) => void;
};
const InQueue = createContext<Queue | null>(null);

/** The list that this page was opened from; null where it was opened by itself. */
export const useQueue = (): Queue | null => useContext(InQueue);

type QueueScopeProps = { returnId: string; from: string | null; children: ReactNode };

/** Knows what comes before and after in the list that a return was opened from. */
export function QueueScope({ returnId, from, children }: QueueScopeProps) {
  return (
    <QueryScope>
      {from === null ? (
        children
      ) : (
        <Known returnId={returnId} from={from}>
          {children}
        </Known>
      )}
    </QueryScope>
  );
}

function Known({ returnId, from, children }: QueueScopeProps & { from: string }) {
  const router = useRouter();
  const { data: place = null } = useQuery({
    queryKey: ["queue", returnId, from],
    queryFn: () => pollAnswer<QueuePlace>(paths.returnQueue(returnId, from)),
  });
  const next = place?.next;
  useEffect(() => {
    if (next) router.prefetch(paths.returnInList(next, from));
  }, [router, next, from]);
  const open = (id: string | null | undefined) => {
    if (id) router.push(paths.returnInList(id, from));
  };
  return <InQueue value={{ place, open }}>{children}</InQueue>;
}
