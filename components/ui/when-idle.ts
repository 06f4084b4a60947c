import { isLocale, type Locale } from "@/lib/kernel/locale";

type Task = (locale: Locale) => Promise<unknown>;

const waiting: Task[] = [];
let isOpen = false;
let isUnderWay = false;

async function workOff(): Promise<void> {
  const locale = document.documentElement.lang;
  const task = waiting.shift();
  try {
    if (task && isLocale(locale)) await task(locale);
  } catch {
    // What cannot be fetched now is fetched, or told, when somebody asks for it.
  }
  isUnderWay = false;
  goOn();
}

function goOn(): void {
  if (!isOpen || isUnderWay || waiting.length === 0) return;
  isUnderWay = true;
  // Safari has no idle time to give.
  if (window.requestIdleCallback) window.requestIdleCallback(() => void workOff());
  else window.setTimeout(() => void workOff(), 300);
}

/** Leaves a task for when the browser has nothing else to do. */
export function whenIdle(task: Task): void {
  waiting.push(task);
  goOn();
}

/** The page stands: from now on, one task after the other. */
export function beginIdleWork(): void {
  isOpen = true;
  goOn();
}
