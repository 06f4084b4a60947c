import { constants, crc32, deflateRawSync } from "node:zlib";

/** A part that is packed already, and what the directory says of it. */
export type ZipPart = { packed: Buffer; unpackedSize: number; isEncrypted?: boolean };

type Parts = readonly (readonly [name: string, part: string | ZipPart])[];

/** A ZIP archive of texts, which are stored as they are, and of parts that are packed already. */
export const madeUpZip = (parts: Readonly<Record<string, string | ZipPart>>): Buffer => zipOf(Object.entries(parts));

/** The same, where a name may come twice. */
export function zipOf(parts: Parts): Buffer {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const [name, part] of parts) {
    const isText = typeof part === "string";
    const data = isText ? Buffer.from(part) : part.packed;
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(!isText && part.isEncrypted ? 1 : 0, 2);
    common.writeUInt16LE(isText ? 0 : 8, 4);
    common.writeUInt32LE(crc32(data), 10);
    common.writeUInt32LE(data.length, 14);
    common.writeUInt32LE(isText ? data.length : part.unpackedSize, 18);
    common.writeUInt16LE(name.length, 22);
    local.push(Buffer.from("PK\x03\x04"), common, Buffer.from(name), data);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    central.push(Buffer.from("PK\x01\x02\x14\x00"), common, tail, Buffer.from(name));
    offset += 30 + name.length + data.length;
  }
  const size = Buffer.concat(central).length;
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06", 0, "latin1");
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...local, ...central, end]);
}

/** A block of a megabyte packed once and repeated: what would take long to pack is there at once. */
export function packedOften(block: Buffer, times: number, around: { before?: string; after?: string } = {}): Buffer {
  const piece = (data: Buffer) => deflateRawSync(data, { finishFlush: constants.Z_FULL_FLUSH });
  const repeated = piece(block);
  return Buffer.concat([
    piece(Buffer.from(around.before ?? "")),
    ...Array.from({ length: times }, () => repeated),
    deflateRawSync(Buffer.from(around.after ?? "")),
  ]);
}
