import { fileTypeFromBuffer } from "file-type";
import sharp from "sharp";
import { answerTasks } from "@/lib/platform/threads/answer-tasks";

const PIXELS_AT_MOST = 50_000_000;
const PICTURES = ["image/jpeg", "image/png", "image/webp"];

// Everything that could be read is shut but these three.
sharp.block({ operation: ["VipsForeignLoad"] });
sharp.unblock({ operation: ["VipsForeignLoadJpeg", "VipsForeignLoadPng", "VipsForeignLoadWebp"] });

export type Redraw = { bytes: Uint8Array; longestSide: number };

/** A picture drawn anew as JPEG: upright, no larger than asked, without where and with what it was taken. */
answerTasks(async ({ bytes, longestSide }: Redraw): Promise<Uint8Array | null> => {
  const type = await fileTypeFromBuffer(bytes);
  if (!type || !PICTURES.includes(type.mime)) return null;
  const size = { width: longestSide, height: longestSide, fit: "inside", withoutEnlargement: true } as const;
  try {
    return await sharp(bytes, { limitInputPixels: PIXELS_AT_MOST, failOn: "error", pages: 1 })
      .timeout({ seconds: 10 })
      .rotate()
      .resize(size)
      .jpeg({ quality: 82 })
      .toBuffer();
  } catch {
    return null;
  }
});
