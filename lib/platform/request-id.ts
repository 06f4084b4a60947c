import { AsyncLocalStorage } from "node:async_hooks";
import { randomUUID } from "node:crypto";

// Next loads this module more than once; there is one request all the same.
const store = globalThis as { homewardRequest?: AsyncLocalStorage<string> };
const current = (store.homewardRequest ??= new AsyncLocalStorage());

const FIT = /^[\w.:-]{8,100}$/;

/** The id by which a request is found in the log: the one a trusted proxy gave it, else one of our own. */
export function beginRequest(given: unknown): string {
  const id = typeof given === "string" && FIT.test(given) ? given : randomUUID();
  // The web server calls this before anything handles the request; all that handles it inherits the id.
  current.enterWith(id);
  return id;
}

export const requestId = (): string | undefined => current.getStore();
