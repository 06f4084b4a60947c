import type { FileRefusal } from "./report-row";

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
