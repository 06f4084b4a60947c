import { answerTasks } from "@/lib/platform/threads/answer-tasks";
import { drawAddress, drawPages } from "./draw-pages";
import type { DrawTask } from "./draw-task";

answerTasks(async (task: DrawTask): Promise<Uint8Array> => {
  if (task.kind === "pages") return drawPages(task);
  // Loaded where it is needed: most threads draw labels only.
  const { asJpeg, asPng, joined } = await import("./rasterize");
  if (task.kind === "address") return asPng(await drawAddress(task));
  return task.kind === "joined" ? joined(task.pdfs) : asJpeg(task.file, task.atMostBytes);
});
