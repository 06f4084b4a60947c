"use client";

import { unstable_rethrow } from "next/navigation";
import { createContext, type ReactNode, useCallback, useContext, useTransition } from "react";
import type { ActionAnswer, Envelope } from "@/lib/kernel/action-answer";
import { withSignIn } from "./signed-out-gate";

const Scope = createContext<string | null>(null);

/** The seller this page was drawn for; an act sent after a switch in another tab is refused instead of misdirected. */
export function SellerScope({ sellerId, children }: { sellerId: string | null; children: ReactNode }) {
  return <Scope value={sellerId}>{children}</Scope>;
}

/** For what is asked of a route handler that writes. */
export const useSellerScope = () => useContext(Scope);

type Action<Input, Value> = (envelope: Envelope<Input>) => Promise<ActionAnswer<Value>>;

/**
 * Runs a server action for this page's seller. `run` always answers, also when the server cannot be reached; it stays
 * `isRunning` until the page has been drawn again. Refused for an ended session, it goes on after signing in again.
 */
export function useAction<Input, Value>(action: Action<Input, Value>) {
  const sellerId = useContext(Scope);
  const [isRunning, startTransition] = useTransition();
  const run = useCallback(
    (input: Input) =>
      new Promise<ActionAnswer<Value>>((resolve) => {
        startTransition(async () => {
          try {
            resolve(await withSignIn(() => action({ sellerId, input })));
          } catch (error) {
            unstable_rethrow(error);
            // The seam answers every failure of its own; what is left is a network or a server that went away.
            resolve({ ok: false, refusal: { code: "unreachable" } });
          }
        });
      }),
    [action, sellerId],
  );
  return { run, isRunning };
}
