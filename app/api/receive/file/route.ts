import { z } from "zod";
import { TABLE_BYTES } from "@/lib/imports/table-of-file";
import { uploadReceipts } from "@/lib/imports/upload-receipts";
import { route } from "@/lib/platform/route";
import { jsonOf } from "@/lib/platform/route-answer";
import { bytesBody } from "@/lib/platform/route-body";

/** Takes a list of what another warehouse unpacked as the body itself, and answers what became of it. */
export const POST = route({
  name: "receive.file",
  needs: "parcels:receive",
  writes: true,
  query: z.object({ name: z.string().trim().default("") }),
  body: bytesBody(TABLE_BYTES),
  run: async (ctx, { query: { name }, body: file }) => jsonOf(await uploadReceipts(ctx, { file, fileName: name })),
});
