import { LABEL_FILE_TYPES, type LabelFileType } from "./check-content";

// Control characters, direction marks that disguise an ending, and what separates folders.
const UNSAFE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}<>:"/\\|?*]/gu;

/** The name a file is shown and saved under: no path, no tricks, at most 100 characters, and the ending of its content. */
export function safeFileName(name: string, mime: LabelFileType): string {
  const ending = LABEL_FILE_TYPES[mime];
  const stem = name
    .normalize("NFC")
    .split(/[/\\]/)
    .at(-1)
    ?.replace(UNSAFE, "")
    .replace(/\.(pdf|png|jpe?g)$/i, "")
    .replace(/^[.\s]+|[.\s]+$/g, "");
  return `${[...(stem ?? "")].slice(0, 100).join("") || "label"}.${ending}`;
}

/** The header that makes a browser save a file under a name in any script (RFC 6266). */
export const attachment = (name: string): string => disposition("attachment", name);

/** The header that makes a browser show a file, and save it under this name if it is asked to. */
export const shownAs = (name: string): string => disposition("inline", name);

function disposition(kind: "attachment" | "inline", name: string): string {
  const ascii = name.replace(/[^\x20-\x7e]|["\\%]/g, "_");
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16)}`,
  );
  return `${kind}; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}
