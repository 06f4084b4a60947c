import { gunzip } from "./gunzip";
import type { FileEndCode } from "./words/report-row";

const CHUNK = 256 * 1024;

/** The unpacked bytes of a file: the beginning to look at, then all of it once; `fault()` is known at the end. */
export type ByteSource = {
  head: Buffer;
  chunks: AsyncGenerator<Buffer>;
  fault: () => FileEndCode | null;
};

/** Opens a file, plain or gzip (told by its first two bytes), in pieces of 256 KiB whatever the pieces it came in. */
export async function openBytes(bytes: AsyncIterable<Uint8Array>): Promise<ByteSource> {
  let fault: FileEndCode | null = null;
  const packed = inChunks(bytes, 2);
  const first = await packed.next();
  const whole = rejoin(first.done ? null : first.value, packed);
  const isGzip = !first.done && first.value[0] === 0x1f && first.value[1] === 0x8b;
  const plain = isGzip
    ? gunzip(whole, (code) => {
        fault = code;
      })
    : whole;
  const chunks = inChunks(plain, CHUNK);
  const head = await chunks.next();
  return {
    head: head.done ? Buffer.alloc(0) : head.value,
    chunks: rejoin(head.done ? null : head.value, chunks),
    fault: () => fault,
  };
}

async function* inChunks(bytes: AsyncIterable<Uint8Array>, size: number): AsyncGenerator<Buffer> {
  let parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of bytes) {
    parts.push(part);
    length += part.length;
    if (length < size) continue;
    yield Buffer.concat(parts, length);
    parts = [];
    length = 0;
  }
  if (length > 0) yield Buffer.concat(parts, length);
}

async function* rejoin(first: Buffer | null, rest: AsyncGenerator<Buffer>): AsyncGenerator<Buffer> {
  try {
    if (first) yield first;
    yield* rest;
  } finally {
    await rest.return(undefined);
  }
}
