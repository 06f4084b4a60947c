import { pollAnswer } from "@/components/fetch-answer";
import type { Doing } from "@/lib/policy/doings";
import type { Company } from "@/lib/presence/stay-at-return";

const EVERY_MS = 2500;
/** Behind another tab, with a dialog open. */
const HIDDEN_MS = 10_000;
/** Twice as long after each failure that follows. */
const AFTER_FAILURE_MS = 5_000;
const AT_MOST_MS = 60_000;
const TOLD_WITHIN_MS = 20_000;

/**
 * One return that this browser has open: says so while somebody looks, and hears who else does. Header and dialogs of
 * a page share it, so there is one beat. Behind another tab only an open dialog goes on being told; looking is not.
 */
function openPlace(address: string) {
  const listeners = new Set<() => void>();
  let acts: { doing: Doing }[] = [];
  let company: Company | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let asking: AbortController | null = null;
  /** What one does changed while it was being told. */
  let isNewer = false;
  let failures = 0;
  const doing = (): Doing => acts.at(-1)?.doing ?? "looking";

  const tell = (next: Company | null) => {
    company = next;
    for (const listener of listeners) listener();
  };
  const askIn = (milliseconds: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => void ask(), milliseconds);
  };
  const ask = async () => {
    if (document.hidden && doing() === "looking") return;
    // One after the other: told side by side, what came first may be heard last.
    if (asking) {
      isNewer = true;
      return;
    }
    const mine = new AbortController();
    asking = mine;
    isNewer = false;
    try {
      const body = JSON.stringify({ doing: doing() });
      const found = await pollAnswer<Company>(address, {
        method: "POST",
        body,
        signal: AbortSignal.any([mine.signal, AbortSignal.timeout(TOLD_WITHIN_MS)]),
      });
      if (mine.signal.aborted) return;
      failures = 0;
      tell(found);
      askIn(isNewer ? 0 : document.hidden ? HIDDEN_MS : EVERY_MS);
    } catch {
      if (mine.signal.aborted) return;
      // Nobody is told of it: the page stands for itself, and who is here is not known for a while.
      if (company) tell({ ...company, colleagues: [] });
      askIn(Math.min(AFTER_FAILURE_MS * 2 ** failures++, AT_MOST_MS));
    } finally {
      if (asking === mine) asking = null;
    }
  };
  const comeOrGo = () => {
    if (!document.hidden) askIn(0);
  };
  const leave = () => {
    clearTimeout(timer);
    asking?.abort();
    asking = null;
    navigator.sendBeacon(address, JSON.stringify({ doing: null }));
  };
  const start = () => {
    document.addEventListener("visibilitychange", comeOrGo);
    addEventListener("pagehide", leave);
    askIn(0);
  };
  const stop = () => {
    document.removeEventListener("visibilitychange", comeOrGo);
    removeEventListener("pagehide", leave);
    leave();
    company = null;
  };
  let isOpen = false;
  // One dialog that becomes another leaves and comes at once: that is no leaving.
  const settle = () => {
    if (isOpen === listeners.size > 0) return;
    isOpen = !isOpen;
    if (isOpen) start();
    else stop();
  };

  return {
    company: () => company,
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      settle();
      return () => {
        listeners.delete(listener);
        setTimeout(settle, 0);
      };
    },
    /** From now on, until the answer is called. */
    begin: (what: Doing) => {
      const act = { doing: what };
      acts = [...acts, act];
      if (isOpen) askIn(0);
      return () => {
        acts = acts.filter((other) => other !== act);
        if (isOpen) askIn(0);
      };
    },
  };
}

const places = new Map<string, ReturnType<typeof openPlace>>();

/** The one of this return, for the seller of the page. */
export function placeOf(returnId: string, sellerId: string) {
  const address = `/api/returns/${returnId}/presence?seller=${sellerId}`;
  const place = places.get(address) ?? openPlace(address);
  places.set(address, place);
  return place;
}
