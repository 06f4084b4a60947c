import { taskThread } from "@/lib/platform/threads/task-thread";
import type { DrawTask } from "./draw-task";

/** Draws labels in a thread of its own; the fonts of an idle one are a quarter of a gigabyte. */
export const draw = taskThread<DrawTask, Uint8Array>("lib/labels/draw-in-thread.ts", {
  secondsAtMost: 60,
  heapMb: 512,
  idleSeconds: 60,
});
