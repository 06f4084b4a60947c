import { createRequire } from "node:module";
import { Worker } from "node:worker_threads";
import type { TaskAnswer } from "./answer-tasks";

type Limits = {
  /** Far more than a task takes, on a machine that does much else; after it the thread is ended. */
  secondsAtMost: number;
  heapMb: number;
  /** How long a thread that is asked nothing stays. */
  idleSeconds: number;
};
type Thread = { worker: Worker | null; last: Promise<unknown>; idle: NodeJS.Timeout | null };

/** A task took too long or too much memory, and was ended. */
export class TaskEnded extends Error {
  override name = "TaskEnded";
}

const HELD = Symbol.for("homeward.threads");
const held = globalThis as typeof globalThis & { [HELD]?: Map<string, Thread> };

/** One thread a process for each work: routes that were bundled apart share it. */
function threadOf(work: string): Thread {
  held[HELD] ??= new Map();
  const known = held[HELD].get(work);
  if (known) return known;
  const thread: Thread = { worker: null, last: Promise.resolve(), idle: null };
  held[HELD].set(work, thread);
  return thread;
}

/**
 * Does tasks in a thread of their own, one after the other, within limits of time and memory; after one that was ended the
 * next starts anew. `work` is the file that does them, from the product's folder.
 */
export function taskThread<Task, Value>(work: string, limits: Limits) {
  return (task: Task, secondsAtMost = limits.secondsAtMost): Promise<Value> => {
    const thread = threadOf(work);
    const mine = thread.last.then(() => doNow<Task, Value>(thread, task, { ...limits, work, secondsAtMost }));
    thread.last = mine.catch(() => undefined);
    return mine;
  };
}

type Asked = Limits & { work: string };

const bundled = (folder: string, work: string): string => `${folder}/${work.replace(/\.ts$/, ".mjs")}`;

// A bundler would take the files apart if it saw them as imports.
const entry = (): string =>
  createRequire(`${process.cwd()}/package.json`).resolve("./lib/platform/threads/thread-entry.mjs");

function started({ work, heapMb }: Asked): Worker {
  const { NODE_ENV = "production", HOMEWARD_BUNDLE } = process.env;
  const worker = new Worker(HOMEWARD_BUNDLE ? bundled(HOMEWARD_BUNDLE, work) : entry(), {
    workerData: { work: `${process.cwd()}/${work}` },
    // What a reader of broken files grumbles is no line of our log.
    stderr: true,
    // No key and no address of the database is known to what reads other people's files.
    env: { NODE_ENV },
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: heapMb },
  });
  worker.stderr.resume();
  return worker;
}

function doNow<Task, Value>(thread: Thread, task: Task, asked: Asked): Promise<Value> {
  if (thread.idle) clearTimeout(thread.idle);
  thread.worker ??= started(asked);
  const { worker } = thread;
  const { work, secondsAtMost } = asked;
  worker.ref();
  return new Promise((resolve, reject) => {
    const end = (error: Error) => {
      settle();
      thread.worker = null;
      void worker.terminate();
      reject(error);
    };
    const limit = setTimeout(() => end(new TaskEnded(`${work} took over ${secondsAtMost} s`)), secondsAtMost * 1000);
    const failed = (error: Error) => end(new TaskEnded(`the thread of ${work} ended: ${error.message}`));
    const left = () => end(new TaskEnded(`the thread of ${work} ended`));
    const answered = (answer: TaskAnswer<Value>) => {
      settle();
      rest(thread, worker, asked);
      if ("value" in answer) resolve(answer.value);
      else reject(new Error(answer.error));
    };
    const settle = () => {
      clearTimeout(limit);
      worker.off("message", answered).off("error", failed).off("exit", left);
    };
    worker.on("message", answered).on("error", failed).on("exit", left);
    worker.postMessage(task);
  });
}

/** Holds up no process that wants to end, and goes when nothing more is asked of it. */
function rest(thread: Thread, worker: Worker, { idleSeconds }: Limits): void {
  worker.unref();
  thread.idle = setTimeout(() => {
    thread.worker = null;
    void worker.terminate();
  }, idleSeconds * 1000);
  thread.idle.unref();
}
