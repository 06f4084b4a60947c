import type { FileRefusal, RowRefusal } from "./read/words/report-row";

/** A report file as it can be read, as often as needed, from wherever it lies. */
export type ImportFile = {
  /** Of a file that is already listed with its import. */
  id?: string;
  /** As the person's computer calls it; only ever shown. */
  name: string;
  /** When the file was last written: how fresh what it says is. */
  modifiedAt: Date;
  /** Known before it is opened, so that it is not. */
  refusal?: FileRefusal | null;
  /** Bytes as it lies there, compressed or not. */
  size: number;
  open(): AsyncIterable<Uint8Array>;
};

export type RefusedRow = { file: string; refusal: RowRefusal };

/** The bytes of a file, telling on the way how many have been read. */
export async function* countedBytes(file: ImportFile, onBytes: (bytes: number) => void): AsyncGenerator<Uint8Array> {
  for await (const part of file.open()) {
    onBytes(part.byteLength);
    yield part;
  }
}
