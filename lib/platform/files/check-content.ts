import { fileTypeFromBuffer } from "file-type";

/** What a seller's own label may be, with the ending its name gets. */
export const LABEL_FILE_TYPES = {
  "application/pdf": "pdf",
  "image/png": "png",
  "image/jpeg": "jpg",
} as const;
export type LabelFileType = keyof typeof LABEL_FILE_TYPES;

const isLabelFileType = (mime: string | undefined): mime is LabelFileType =>
  mime !== undefined && Object.hasOwn(LABEL_FILE_TYPES, mime);

/** Longest side of a picture in pixels; what is larger is no label but an attack on whoever opens it. */
const MAX_SIDE = 12_000;

const PNG_END = Buffer.from("0000000049454e44ae426082", "hex");

/** Broken off downloads and files with something hidden behind their end lack a proper end. */
const isWhole: Record<LabelFileType, (bytes: Buffer) => boolean> = {
  "application/pdf": (bytes) =>
    /^%PDF-[12]\.\d/.test(bytes.toString("latin1", 0, 8)) && bytes.subarray(-1024).includes("%%EOF"),
  "image/png": (bytes) =>
    bytes.length > 33 &&
    bytes.toString("latin1", 12, 16) === "IHDR" &&
    Math.max(bytes.readUInt32BE(16), bytes.readUInt32BE(20)) <= MAX_SIDE &&
    bytes.subarray(-PNG_END.length).equals(PNG_END),
  "image/jpeg": (bytes) => {
    let end = bytes.length;
    while (end > 2 && bytes[end - 1] === 0) end -= 1;
    return bytes[end - 2] === 0xff && bytes[end - 1] === 0xd9;
  },
};

export type ContentRefusal = { code: "file_type" } | { code: "file_broken"; mime: LabelFileType };

/** Tells what a file is by its bytes, whatever it is called, and whether it is complete. */
export async function checkContent(bytes: Buffer): Promise<LabelFileType | ContentRefusal> {
  const mime = (await fileTypeFromBuffer(bytes))?.mime;
  if (!isLabelFileType(mime)) return { code: "file_type" };
  return isWhole[mime](bytes) ? mime : { code: "file_broken", mime };
}
