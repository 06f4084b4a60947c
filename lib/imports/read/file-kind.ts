import { fileTypeFromBuffer } from "file-type";
import type { FileRefusal } from "./words/report-row";

/** Refuses what is no text at all by its first bytes: spreadsheets, archives, PDF, pictures. */
export async function refuseBinary(head: Buffer): Promise<FileRefusal | null> {
  const kind = await fileTypeFromBuffer(head);
  if (!kind || kind.ext === "xml") return null;
  if (kind.ext === "xlsx" || kind.ext === "xlsm" || kind.ext === "ods" || kind.ext === "cfb") {
    return { code: "spreadsheet_file", name: kind.ext };
  }
  if (kind.ext === "zip") return { code: "zip_file" };
  if (kind.ext === "pdf") return { code: "pdf_file" };
  return { code: "not_text", name: kind.ext };
}

/** Refuses text that is no table: an error page saved as a report, a JSON answer. */
export function refuseOtherText(text: string): FileRefusal | null {
  const start = text.trimStart();
  if (start === "") return { code: "empty_file" };
  if (/^(<!doctype html|<html|<head|<body)/i.test(start) || /^<\?xml[^>]*>\s*(<!doctype html|<html)/i.test(start)) {
    return { code: "html_page" };
  }
  if (/^[{[]\s*["{[\]}]/.test(start)) return { code: "json_file" };
  return null;
}
