"use client";

import { askBefore, leaveQuestion } from "./leave-guard";

/**
 * Asks before Back or Forward leaves unsaved entries behind. Between documents the browser asks by itself (beforeunload);
 * one without the Navigation API goes back unasked.
 */
export function holdTraversal(): () => void {
  if (!("navigation" in window)) return () => undefined;
  const { navigation } = window;
  let home: string | undefined;
  let isReturning = false;
  const goTo = (key: string) =>
    void navigation.traverseTo(key).finished?.catch(() => {
      isReturning = false;
    });

  const onNavigate = (event: NavigateEvent) => {
    const isWithin = event.navigationType === "traverse" && event.destination.sameDocument;
    if (!isWithin || isReturning || leaveQuestion() === null) return;
    home = navigation.currentEntry?.key;
    if (!event.cancelable) return;
    event.preventDefault();
    const { key } = event.destination;
    askBefore(() => goTo(key));
  };
  // A second Back without a touch between cannot be stopped, but be undone before the router hears of it.
  const onPopState = (event: PopStateEvent) => {
    const key = navigation.currentEntry?.key;
    if (isReturning) {
      isReturning = false;
      event.stopImmediatePropagation();
      return;
    }
    if (leaveQuestion() === null || !home || !key || key === home) return;
    event.stopImmediatePropagation();
    isReturning = true;
    goTo(home);
    askBefore(() => goTo(key));
  };
  navigation.addEventListener("navigate", onNavigate);
  window.addEventListener("popstate", onPopState, true);
  return () => {
    navigation.removeEventListener("navigate", onNavigate);
    window.removeEventListener("popstate", onPopState, true);
  };
}
