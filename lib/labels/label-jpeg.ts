import { readFile } from "node:fs/promises";
import type { Db } from "@/db/client";
import { withSeller } from "@/db/tenant";
import { filePath } from "@/lib/platform/files/store-file";
import { draw } from "./draw";
import { listLabelSubjects } from "./label-subjects";
import { renderLabels } from "./render-labels";

/** What a marketplace takes that takes pictures only. */
const JPEG_BYTES_AT_MOST = 2_000_000;

type Asked = { sellerId: string; returnId: string; dataDir: string };

/** The label of a return as a picture: the seller's upload, or the one that is drawn here; null where there is neither. */
export async function labelJpeg(db: Db, { sellerId, returnId, dataDir }: Asked): Promise<Uint8Array | null> {
  const [subject] = await withSeller(db, sellerId, (tx) => listLabelSubjects(tx, sellerId, [returnId]));
  if (!subject) return null;
  const file =
    subject.labelKind === "own" && subject.labelFileId
      ? await readFile(filePath(dataDir, sellerId, subject.labelFileId))
      : (await renderLabels({ db, sellerId }, { returnIds: [returnId], parts: ["label"] }, dataDir)).pdf;
  return file.length === 0 ? null : draw({ kind: "jpeg", file, atMostBytes: JPEG_BYTES_AT_MOST });
}
