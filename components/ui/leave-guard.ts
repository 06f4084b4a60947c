"use client";

type Ask = (question: string, leave: () => void) => void;

const questions: { text: string }[] = [];
let ask: Ask | null = null;
let isFree = false;

/** Something would be lost by leaving; the answer takes that back. */
export function guardLeaving(text: string): () => void {
  const entry = { text };
  questions.push(entry);
  return () => {
    questions.splice(questions.indexOf(entry), 1);
  };
}

/** What to ask before leaving now; null where nothing would be lost, or the person has just chosen to leave. */
export const leaveQuestion = (): string | null => (isFree ? null : (questions.at(-1)?.text ?? null));

/** Leaves without a question, until the page is touched again. */
export function leaveFreely(leave: () => void): void {
  isFree = true;
  leave();
}

export function askBefore(leave: () => void): void {
  const question = leaveQuestion();
  if (question === null || !ask) leave();
  else ask(question, () => leaveFreely(leave));
}

/** Takes the questions from here on, and sees when the page is touched after all. */
export function answerLeaving(next: Ask): () => void {
  const touched = () => {
    isFree = false;
  };
  ask = next;
  window.addEventListener("pointerdown", touched, true);
  window.addEventListener("keydown", touched, true);
  return () => {
    ask = null;
    window.removeEventListener("pointerdown", touched, true);
    window.removeEventListener("keydown", touched, true);
  };
}
