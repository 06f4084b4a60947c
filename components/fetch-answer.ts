import type { ActionAnswer, ActionRefusal } from "@/lib/action-answer";

/** What a route handler refused, or that it could not be reached; thrown, because a query fails by throwing. */
class Refused extends Error {
  constructor(readonly refusal: ActionRefusal) {
    super(refusal.code);
  }
}

/** Asks one of our route handlers; they answer like a server action does. */
export async function fetchAnswer<Value>(url: string, init?: RequestInit): Promise<Value> {
  let answer: ActionAnswer<Value>;
  try {
    const response = await fetch(url, { ...init, headers: { accept: "application/json", ...init?.headers } });
    answer = (await response.json()) as ActionAnswer<Value>;
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    throw new Refused({ code: "unreachable" });
  }
  if (!answer.ok) throw new Refused(answer.refusal);
  return answer.value;
}

export const refusalIn = (error: unknown): ActionRefusal =>
  error instanceof Refused ? error.refusal : { code: "unreachable" };
