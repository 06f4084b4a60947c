import type { FileReport, OpenedFile } from "@/db/schema";
import { newId } from "@/lib/kernel/ids";
import type { ImportFile } from "./import-file";

/** This process as long as it lives: what it left open in an error, it may open again. */
const THIS_WORKER = newId();

type Marked = {
  /** How the files stood, and which of them a worker had open the last time. */
  known: readonly FileReport[];
  opened: OpenedFile | null;
  mark: (opened: OpenedFile) => Promise<void>;
};

/**
 * Files that are written down before they are opened. One that was open when its worker ended is refused: it may have ended
 * it, and would end every worker after it.
 */
export function markedFiles(files: readonly ImportFile[], { known, opened, mark }: Marked): ImportFile[] {
  const ended = opened && opened.worker !== THIS_WORKER ? opened.fileId : null;
  let marked = "";
  return files.map((file) => {
    const { id: fileId = "" } = file;
    const isRefused =
      fileId === ended || known.some(({ id, refusal }) => id === fileId && refusal?.code === "ended_worker");
    return {
      ...file,
      refusal: isRefused ? { code: "ended_worker" } : null,
      open: async function* () {
        if (marked !== fileId) await mark({ fileId, worker: THIS_WORKER });
        marked = fileId;
        yield* file.open();
      },
    };
  });
}
