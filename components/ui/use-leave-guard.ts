"use client";

import { useEffect } from "react";
import { guardLeaving } from "./leave-guard";

/** Asks before a page with unsaved entries is left: by a link, by Back, by a key, by closing the tab, by a reload. */
export function useLeaveGuard(isDirty: boolean, question: string): void {
  useEffect(() => (isDirty ? guardLeaving(question) : undefined), [isDirty, question]);
}
