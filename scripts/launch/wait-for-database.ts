import { setTimeout as pause } from "node:timers/promises";
import { openPool } from "../../db/address";
import { isDatabaseDown } from "../../lib/platform/database-down";

const PATIENCE_MS = 60_000;
const ANSWER_MS = 5_000;

type Waiting = { signal: AbortSignal; patienceMs?: number; answerMs?: number };

/**
 * Waits for a server that is just coming up, saying once that it does. Throws with the variable's name when the server
 * never answers, and at once when it answers and refuses.
 */
export async function waitForDatabase(name: string, address: string, waiting: Waiting): Promise<void> {
  const { signal, patienceMs = PATIENCE_MS, answerMs = ANSWER_MS } = waiting;
  for (let until = Date.now() + patienceMs, hasSaid = false; !signal.aborted; hasSaid = true) {
    const failure = await failureOf(address, answerMs);
    if (failure === null) return;
    if (!isDatabaseDown(failure) || Date.now() > until) throw new Error(`${name}: ${wordsOf(failure)}`);
    if (!hasSaid) console.log(`${name}: the database does not answer yet (${wordsOf(failure)}); waiting for it.`);
    await pause(1_000, undefined, { signal }).catch(() => undefined);
  }
}

/** Waits for what another process is about to do, saying once that it does; throws the same sentence when it never comes. */
export async function waitUntil(isSo: () => Promise<boolean>, signal: AbortSignal, sentence: string): Promise<void> {
  for (let until = Date.now() + PATIENCE_MS, hasSaid = false; !signal.aborted; hasSaid = true) {
    if (await isSo()) return;
    if (Date.now() > until) throw new Error(sentence);
    if (!hasSaid) console.log(`${sentence} Waiting for it.`);
    await pause(1_000, undefined, { signal }).catch(() => undefined);
  }
}

async function failureOf(address: string, answerMs: number): Promise<unknown> {
  const answered = new AbortController();
  try {
    const sql = openPool(address, { max: 1, connect_timeout: answerMs / 1000, onnotice: () => undefined });
    // The driver tries for ever where something takes the call and hangs up, as a load balancer before a dead server does.
    const silence = pause(answerMs, undefined, answered).then(() => {
      throw Object.assign(new Error("no answer"), { code: "CONNECT_TIMEOUT" });
    });
    await Promise.race([sql`select 1`, silence]).finally(() => sql.end({ timeout: 0 }));
    return null;
  } catch (error) {
    return error;
  } finally {
    answered.abort();
  }
}

/** Node keeps the words of a refused connection under its code where a name has several addresses. */
const wordsOf = (error: unknown): string =>
  error instanceof Error ? error.message || ("code" in error ? String(error.code) : error.name) : String(error);
