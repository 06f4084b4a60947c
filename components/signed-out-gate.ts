"use client";

import type { ActionAnswer } from "@/lib/kernel/action-answer";

type Gate = {
  /** Lets the person sign in where they are; whether the same person is back. */
  open: () => Promise<boolean>;
  /** Says so without coming between: nobody has asked for anything. */
  hint: () => void;
};

let gate: Gate | null = null;

/** The shell's sign-in, as long as it stands; pages without one have nobody to ask. */
export function setSignedOutGate(next: Gate): () => void {
  gate = next;
  return () => {
    if (gate === next) gate = null;
  };
}

export const hintSignedOut = (): void => gate?.hint();

/** Whether the same person is back; at once no where there is nobody to ask. */
export const signInAgain = async (): Promise<boolean> => (gate ? gate.open() : false);

/** Repeats what was refused for being signed out, with the same input, once the same person has signed in again. */
export async function withSignIn<Value>(attempt: () => Promise<ActionAnswer<Value>>): Promise<ActionAnswer<Value>> {
  const answer = await attempt();
  if (answer.ok || answer.refusal.code !== "signed_out") return answer;
  return (await signInAgain()) ? withSignIn(attempt) : answer;
}
