"use client";

import { startTransition, useOptimistic } from "react";
import type { ListMember } from "@/lib/presence/presence";
import { useAssign } from "./use-assign";

/** Whose task one return is: shown at once as it was chosen, and as it was again when the server says no. */
export function useHandOver({ id, name, assignee }: { id: string; name: string; assignee: ListMember | null }) {
  const { assign } = useAssign();
  const [shown, show] = useOptimistic(assignee);
  const give = (to: ListMember | null) =>
    startTransition(async () => {
      show(to);
      await assign({
        selection: { mode: "ids", ids: [id] },
        to,
        one: { name, seenId: assignee?.id ?? null },
      });
    });
  return { shown, give };
}
