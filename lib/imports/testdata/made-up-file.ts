import type { ImportFile } from "../import-file";
import { inPieces } from "./made-up-report";

/** The day on which the tests of imports take place. */
export const NOW = new Date("2026-07-20T12:00:00Z");

/** A file with this text, as the importer is given one. */
export const fileOf = (content: string, name = "report.txt", modifiedAt = NOW): ImportFile => ({
  name,
  modifiedAt,
  size: Buffer.byteLength(content),
  open: () => inPieces(content, 64 * 1024),
});
