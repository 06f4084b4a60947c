import type { ActionAnswer, ActionRefusal } from "@/lib/kernel/action-answer";
import { hintSignedOut, withSignIn } from "./signed-out-gate";

/** What a route handler refused, or that it could not be reached; thrown, because a query fails by throwing. */
class Refused extends Error {
  constructor(readonly refusal: ActionRefusal) {
    super(refusal.code);
  }
}

async function ask<Value>(url: string, init?: RequestInit): Promise<ActionAnswer<Value>> {
  try {
    const response = await fetch(url, { ...init, headers: { accept: "application/json", ...init?.headers } });
    return (await response.json()) as ActionAnswer<Value>;
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    return { ok: false, refusal: { code: "unreachable" } };
  }
}

function unwrap<Value>(answer: ActionAnswer<Value>): Value {
  if (!answer.ok) throw new Refused(answer.refusal);
  return answer.value;
}

/** Asks one of our route handlers for a person; they answer like a server action does. */
export const fetchAnswer = async <Value>(url: string, init?: RequestInit): Promise<Value> =>
  unwrap(await withSignIn(() => ask<Value>(url, init)));

/** The same for what asks by itself, again and again: an ended session is said, but comes between nobody's typing. */
export async function pollAnswer<Value>(url: string, init?: RequestInit): Promise<Value> {
  const answer = await ask<Value>(url, init);
  if (!answer.ok && answer.refusal.code === "signed_out") hintSignedOut();
  return unwrap(answer);
}

export const refusalIn = (error: unknown): ActionRefusal =>
  error instanceof Refused ? error.refusal : { code: "unreachable" };
