import { Readable } from "node:stream";

/** CSV text as a download, sent while it is read. */
export const csvResponse = (csv: AsyncIterable<string>, fileName: string): Response =>
  new Response(Readable.toWeb(Readable.from(csv, { objectMode: false })) as ReadableStream, {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="${fileName}"`,
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
    },
  });
