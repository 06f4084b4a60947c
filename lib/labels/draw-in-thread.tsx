import { parentPort } from "node:worker_threads";
import { drawAddress, drawPages } from "./draw-pages";
import type { DrawTask } from "./draw-task";

/** The thread's end of `draw`: one task after the other, each answered with bytes or with what went wrong. */
parentPort?.on("message", async (task: DrawTask) => {
  try {
    parentPort?.postMessage({ bytes: await drawn(task) });
  } catch (error) {
    parentPort?.postMessage({ error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
});

async function drawn(task: DrawTask): Promise<Uint8Array> {
  if (task.kind === "pages") return drawPages(task);
  // Loaded where it is needed: most threads draw labels only.
  const { asJpeg, asPng, joined } = await import("./rasterize");
  if (task.kind === "address") return asPng(await drawAddress(task));
  return task.kind === "joined" ? joined(task.pdfs) : asJpeg(task.file, task.atMostBytes);
}
