import { log } from "./log";

/** Somebody else who may be away: one line when they go, and one when they are back. */
export function outage(who: string) {
  let since: number | null = null;
  return {
    away: (error?: unknown): void => {
      if (since !== null) return;
      since = Date.now();
      log.warn(error === undefined ? {} : { err: error }, `${who} does not answer`);
    },
    back: (): void => {
      if (since === null) return;
      log.info({ awayMs: Date.now() - since }, `${who} answers again`);
      since = null;
    },
  };
}
