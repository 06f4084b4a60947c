import { type Entry, fromBufferPromise, type ZipFile } from "yauzl";
import { FileStopped } from "../file-stopped";

/** A workbook has a few dozen parts, one a sheet and one a picture. */
const MAX_PARTS = 2000;
/** What all parts say they unpack to. Ten times less is a list of 100,000 lines. */
const MAX_UNPACKED = 256 * 1024 * 1024;

export const damagedWorkbook = (): FileStopped => new FileStopped({ code: "spreadsheet_file", name: "xlsx" });

export type ZipParts = {
  has: (name: string) => boolean;
  /** The text of a part, unpacked as it is read; it ends with an error where it is longer than the directory told. */
  text: (name: string) => AsyncGenerator<string>;
};

/** Reads the directory of an archive, and refuses by it what would unpack to too much, before anything is unpacked. */
export async function zipParts(bytes: Buffer): Promise<ZipParts> {
  const options = { lazyEntries: true, validateEntrySizes: true, strictFileNames: true };
  const zip = await orDamaged(fromBufferPromise(bytes, options));
  if (zip.entryCount > MAX_PARTS) throw new FileStopped({ code: "spreadsheet_too_large" });
  const parts = new Map<string, Entry>();
  let unpacked = 0;
  for await (const entry of unlessDamaged(zip.eachEntry())) {
    unpacked += entry.uncompressedSize;
    if (unpacked > MAX_UNPACKED) throw new FileStopped({ code: "unpacks_too_large" });
    if (parts.has(entry.fileName) || entry.isEncrypted()) throw damagedWorkbook();
    parts.set(entry.fileName, entry);
  }
  return { has: (name) => parts.has(name), text: (name) => textOf(zip, parts.get(name)) };
}

async function* textOf(zip: ZipFile, entry: Entry | undefined): AsyncGenerator<string> {
  if (!entry) throw damagedWorkbook();
  const stream = await orDamaged(zip.openReadStreamPromise(entry));
  stream.setEncoding("utf8");
  yield* unlessDamaged<string>(stream);
}

/** The archive's reader and the unpacking have errors of their own, all of them for a file that is damaged. */
async function* unlessDamaged<Piece>(pieces: AsyncIterable<Piece>): AsyncGenerator<Piece> {
  try {
    yield* pieces;
  } catch {
    throw damagedWorkbook();
  }
}

const orDamaged = <Value>(opened: Promise<Value>): Promise<Value> =>
  opened.catch(() => {
    throw damagedWorkbook();
  });
