"use client";

import type { Autocomplete } from "@base-ui/react/autocomplete";
import { type ComponentProps, useEffect, useEffectEvent, useState } from "react";
import type { Command } from "./command";

type Hasty = {
  isAsking: boolean;
  typed: string;
  /** What stands first; nothing, where the answer failed. */
  first: Command | undefined;
  choose: (command: Command) => void;
};

/**
 * A number that is pasted and sent off at once: Enter waits for the answer, because what stands first until then is not
 * what was meant. Typing on takes it back.
 */
export function useHastyEnter({ isAsking, typed, first, choose }: Hasty) {
  const [waitsFor, setWaitsFor] = useState<string | null>(null);
  const answered = useEffectEvent(() => {
    setWaitsFor(null);
    if (waitsFor === typed && first) choose(first);
  });
  useEffect(() => {
    if (waitsFor !== null && !isAsking) answered();
  }, [waitsFor, isAsking]);
  const onKeyDown: ComponentProps<typeof Autocomplete.Input>["onKeyDown"] = (event) => {
    if (event.key !== "Enter" || event.nativeEvent.isComposing || event.keyCode === 229) return;
    if (!isAsking || !/\d/.test(typed)) return;
    event.preventDefault();
    event.preventBaseUIHandler();
    setWaitsFor(typed);
  };
  return onKeyDown;
}
