"use client";

import { useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from "react";
import { onOpenPalette } from "@/components/command-palette/open-palette";
import { lazily } from "@/components/ui/lazily";
import { dialogOpened, isDialogOpen } from "@/components/ui/open-dialogs";
import { usePreferences } from "@/components/ui/preferences-context";
import type { ShellViewer } from "../_shell/shell-viewer";

// It comes when it is first asked for: most pages are read without it.
const Palette = lazily(() => import("./palette").then((module) => module.Palette));

/** Listens for ⌘K, Ctrl+K or whoever else asks for the palette, and gives the focus back to where it was. */
export function PaletteKey({ viewer }: { viewer: ShellViewer }) {
  const { isApple } = usePreferences();
  const [stage, setStage] = useState<"closed" | "open" | "closing">("closed");
  const opener = useRef<Element>(null);
  const act = useRef<(() => void) | null>(null);
  const open = () => {
    if (stage !== "closed") return;
    opener.current = document.activeElement;
    act.current = null;
    setStage("open");
  };
  const back = () => {
    const was = opener.current;
    return was instanceof HTMLElement && was.isConnected && was !== document.body
      ? was
      : document.querySelector<HTMLElement>("main h1");
  };
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    const isHeld = isApple ? event.metaKey && !event.ctrlKey : event.ctrlKey && !event.metaKey;
    if (!isHeld || event.altKey || event.shiftKey || event.isComposing || event.key.toLowerCase() !== "k") return;
    const isTaken = isDialogOpen() || (event.target instanceof Element && event.target.closest("[role=menu]") !== null);
    if (stage === "open") setStage("closing");
    else if (!isTaken) open();
    event.preventDefault();
  });
  const onAsked = useEffectEvent(open);
  useLayoutEffect(() => {
    const press = (event: KeyboardEvent) => onKeyDown(event);
    const stopAsking = onOpenPalette(() => onAsked());
    document.addEventListener("keydown", press);
    return () => {
      stopAsking();
      document.removeEventListener("keydown", press);
    };
  }, []);
  // Counted from the press on: no key that is typed while the palette loads is a shortcut.
  const isShown = stage !== "closed";
  useLayoutEffect(() => (isShown ? dialogOpened() : undefined), [isShown]);
  useEffect(() => {
    if (isShown) return;
    const run = act.current;
    act.current = null;
    run?.();
  }, [isShown]);
  if (!isShown) return null;
  return (
    <Palette
      viewer={viewer}
      isOpen={stage === "open"}
      onClose={() => setStage("closing")}
      onClosed={() => setStage("closed")}
      onAct={(run) => {
        act.current = () => {
          back()?.focus();
          run();
        };
      }}
      finalFocus={back}
    />
  );
}
