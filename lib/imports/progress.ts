import type { ImportFile } from "./import-file";

/** How far a check or a run is, in bytes of its files. */
export type ImportProgress = { phase: "reading" | "working"; bytesDone: number; bytesTotal: number };

/** The first look at the files is this much of the whole work. */
const READING_SHARE = 0.2;

/** Follows the two times the files are read, as one bar that never goes back. */
export function progressOf(files: readonly ImportFile[], tell: (progress: ImportProgress) => void = () => {}) {
  const bytesTotal = files.reduce((sum, { size }) => sum + size, 0);
  const read = { reading: 0, working: 0 };
  let bytesDone = 0;
  const count = (phase: keyof typeof read) => (bytes: number) => {
    read[phase] += bytes;
    bytesDone = Math.min(bytesTotal, Math.round(read.reading * READING_SHARE + read.working * (1 - READING_SHARE)));
    tell({ phase, bytesDone, bytesTotal });
  };
  return { onReading: count("reading"), onWorking: count("working"), bytesDone: () => bytesDone };
}
