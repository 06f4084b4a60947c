import { parentPort } from "node:worker_threads";

export type TaskAnswer<Value> = { value: Value } | { error: string };

/** The thread's end of `taskThread`: one task after the other, each answered with what it gave or what went wrong. */
export function answerTasks<Task, Value>(done: (task: Task) => Value | Promise<Value>): void {
  const answer = (message: TaskAnswer<Value>) => parentPort?.postMessage(message);
  parentPort?.on("message", async (task: Task) => {
    try {
      answer({ value: await done(task) });
    } catch (error) {
      answer({ error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
    }
  });
}
