import { createRequire } from "node:module";
import { Worker } from "node:worker_threads";
import type { DrawTask } from "./draw-task";

/** Far more than ten labels take, on a machine that does much else; after it the thread is ended. */
const SECONDS_AT_MOST = 60;
const HEAP_MB = 512;
/** The fonts of an idle thread are a quarter of a gigabyte. */
const IDLE_SECONDS = 60;

type Answer = { bytes: Uint8Array } | { error: string };
type Thread = { worker: Worker | null; last: Promise<unknown>; idle: NodeJS.Timeout | null };

/** Drawing took too long or too much memory, and was ended. */
export class DrawingEnded extends Error {
  override name = "DrawingEnded";
}

/** One thread a process: routes that were bundled apart share it. */
const HELD = Symbol.for("homeward.drawing");
const held = globalThis as typeof globalThis & { [HELD]?: Thread };

function theThread(): Thread {
  held[HELD] ??= { worker: null, last: Promise.resolve(), idle: null };
  return held[HELD];
}

/** Draws in a thread of its own, one task after the other, within limits of time and memory; the next one starts anew. */
export function draw(task: DrawTask, secondsAtMost = SECONDS_AT_MOST): Promise<Uint8Array> {
  const thread = theThread();
  const mine = thread.last.then(() => drawNow(thread, task, secondsAtMost));
  thread.last = mine.catch(() => undefined);
  return mine;
}

function started(): Worker {
  // A bundler would take the file apart if it saw it as an import.
  const entry = createRequire(`${process.cwd()}/package.json`).resolve("./lib/labels/draw-thread.mjs");
  const { NODE_ENV = "production" } = process.env;
  const worker = new Worker(entry, {
    // What a reader of broken files grumbles is no line of our log.
    stderr: true,
    // No key and no address of the database is known to what reads other people's files.
    env: { NODE_ENV },
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MB },
  });
  worker.stderr.resume();
  return worker;
}

function drawNow(thread: Thread, task: DrawTask, secondsAtMost: number): Promise<Uint8Array> {
  if (thread.idle) clearTimeout(thread.idle);
  thread.worker ??= started();
  const { worker } = thread;
  worker.ref();
  return new Promise((resolve, reject) => {
    const end = (error: Error) => {
      settle();
      thread.worker = null;
      void worker.terminate();
      reject(error);
    };
    const limit = setTimeout(() => end(new DrawingEnded(`drawing took over ${secondsAtMost} s`)), secondsAtMost * 1000);
    const failed = (error: Error) => end(new DrawingEnded(`the drawing thread ended: ${error.message}`));
    const left = () => end(new DrawingEnded("the drawing thread ended"));
    const answered = (answer: Answer) => {
      settle();
      rest(thread, worker);
      if ("bytes" in answer) resolve(answer.bytes);
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
function rest(thread: Thread, worker: Worker): void {
  worker.unref();
  thread.idle = setTimeout(() => {
    thread.worker = null;
    void worker.terminate();
  }, IDLE_SECONDS * 1000);
  thread.idle.unref();
}
