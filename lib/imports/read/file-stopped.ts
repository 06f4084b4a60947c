import type { FileRefusal } from "./words/report-row";

/**
 * A file that shows only far inside that it is not to be read: it holds more than its first bytes told. Thrown, because the
 * pieces of a reader hand each other streams; whoever reads the rows makes a refusal of the whole file of it.
 */
export class FileStopped extends Error {
  override name = "FileStopped";
  constructor(readonly refusal: FileRefusal) {
    super(refusal.code);
  }
}

/** The largest file that is taken is read in two minutes; a slow machine may need a few times that. */
const FILE_SECONDS_AT_MOST = 600;

/** To be asked again and again while a file is read: stops it once that has taken too long. */
export function timeLimit(seconds = FILE_SECONDS_AT_MOST): () => void {
  const end = performance.now() + seconds * 1000;
  return () => {
    if (performance.now() > end) throw new FileStopped({ code: "takes_too_long" });
  };
}
