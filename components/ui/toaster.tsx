"use client";

import { useSyncExternalStore } from "react";
import { lazily } from "./lazily";
import { isNotifying, onNotifying } from "./notify";

const Toasts = lazily(() => import("./toasts").then((module) => module.Toasts));

/** Where notifications appear, from the first one on. */
export function Toaster() {
  return useSyncExternalStore(onNotifying, isNotifying, () => false) && <Toasts />;
}
