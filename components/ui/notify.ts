import { whenNoDialog } from "./open-dialogs";

export type Notice = {
  title: string;
  description?: string;
  tone?: "neutral" | "success" | "warning" | "critical";
  /** One thing to do about it; it keeps the notice longer. */
  action?: {
    label: string;
    onPress: () => void;
    /** Counted down beside it. */
    until?: number;
  };
  /** How long the action stays possible, where that is longer than a notice lasts. */
  lastsMs?: number;
  /** Replaces the notice with the same id. */
  id?: string;
};

type Show = (notice: Notice) => void;

const waiting: Notice[] = [];
const followers = new Set<() => void>();
let show: Show | null = null;
let isAsked = false;

/** Shows a notification once no dialog is open; the first one fetches what shows them. */
export function notify(notice: Notice): void {
  whenNoDialog(() => {
    if (show) show(notice);
    else waiting.push(notice);
    isAsked = true;
    for (const changed of followers) changed();
  });
}

/** Whether anything was ever notified. */
export const isNotifying = (): boolean => isAsked;

export function onNotifying(changed: () => void): () => void {
  followers.add(changed);
  return () => followers.delete(changed);
}

/** Who shows notifications from now on, the waiting ones first. */
export function showNoticesBy(next: Show): () => void {
  show = next;
  for (const notice of waiting.splice(0)) next(notice);
  return () => {
    if (show === next) show = null;
  };
}
