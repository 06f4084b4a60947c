import { isAscii, isUtf8 } from "node:buffer";
import chardet from "chardet";
import iconv from "iconv-lite";
import { ok, type Result, refuse } from "@/lib/kernel/result";

export type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "windows-1252" | "gb18030";

/**
 * The encoding of a sample of a file, refused by name when it is one we do not read.
 * A sample of plain ASCII is null: the bytes that tell may still come.
 */
export function detectEncoding(
  sample: Buffer,
): Result<Encoding | null, { code: "unsupported_encoding"; name: string }> {
  if (sample.subarray(0, 3).equals(Buffer.from([0xef, 0xbb, 0xbf]))) return ok("utf-8");
  const utf16 = utf16Of(sample);
  if (utf16) return ok(utf16);
  const text = wholeCharacters(sample);
  if (isAscii(sample)) return ok(null);
  if (isUtf8(text) || isMostlyUtf8(text)) return ok("utf-8");
  const [best] = chardet.analyse(text);
  const isSure = best !== undefined && best.confidence >= 50;
  if (isSure && ["Shift_JIS", "EUC-JP", "EUC-KR", "Big5", "ISO-2022-JP"].includes(best.name)) {
    return refuse({ code: "unsupported_encoding", name: best.name });
  }
  if ((isSure && best.name === "GB18030") || isChinese(text)) return ok("gb18030");
  // No western word has five accented letters in a row; Cyrillic, Greek and the like are nothing else.
  if (/[\xc0-\xff]{5}/.test(text.toString("latin1"))) return refuse({ code: "unsupported_encoding", name: "unknown" });
  return ok("windows-1252");
}

/** The decoded pieces of a file. One that begins as ASCII is decided at its first other byte, with 256 KiB to look at. */
export async function* decodeText(chunks: AsyncGenerator<Buffer>, encoding: Encoding | null): AsyncGenerator<string> {
  let decoder = encoding && iconv.getDecoder(encoding);
  for await (let chunk of chunks) {
    if (!decoder) {
      if (isAscii(chunk)) {
        yield chunk.toString("latin1");
        continue;
      }
      const next = await chunks.next();
      if (!next.done) chunk = Buffer.concat([chunk, next.value]);
      const detected = detectEncoding(chunk);
      decoder = iconv.getDecoder((detected.ok && detected.value) || "utf-8");
    }
    yield decoder.write(chunk);
  }
  yield decoder?.end() ?? "";
}

/** A cut in the middle of a character must not count as damage; no multi-byte character ends in a byte below "0". */
function wholeCharacters(sample: Buffer): Buffer {
  let end = sample.length;
  while (end > 0 && (sample[end - 1] ?? 0) >= 0x30) end--;
  return end > 0 ? sample.subarray(0, end) : sample;
}

/** As spreadsheets save "Unicode text": told by its mark, or by which of two bytes is nearly always none. */
export function utf16Of(sample: Buffer): "utf-16le" | "utf-16be" | null {
  const mark = sample.subarray(0, 2).toString("latin1");
  if (mark === "\xff\xfe") return "utf-16le";
  if (mark === "\xfe\xff") return "utf-16be";
  const start = sample.subarray(0, 1024);
  const zeros = (from: number) => start.filter((byte, at) => at % 2 === from && byte === 0).length;
  const [even, odd] = [zeros(0), zeros(1)];
  if (even + odd < start.length / 5 || start.length < 4) return null;
  return odd > 10 * even ? "utf-16le" : even > 10 * odd ? "utf-16be" : null;
}

function isMostlyUtf8(text: Buffer): boolean {
  const decoded = text.toString("utf8");
  const broken = decoded.match(/\ufffd/g)?.length ?? 0;
  const good = decoded.match(/[^\0-\x7f\ufffd]/gu)?.length ?? 0;
  return good >= 4 * broken;
}

/** Valid GB18030 whose pairs are mostly the common characters and punctuation; "Größe" is valid too, but is none. */
function isChinese(text: Buffer): boolean {
  if (iconv.decode(text, "gb18030").includes("\ufffd")) return false;
  let pairs = 0;
  let common = 0;
  for (let at = 0; at < text.length; at++) {
    const lead = text[at] ?? 0;
    if (lead < 0x80) continue;
    const second = text[++at] ?? 0;
    pairs++;
    if (second >= 0xa1 && ((lead >= 0xa1 && lead <= 0xa3) || (lead >= 0xb0 && lead <= 0xd7))) common++;
    if (second < 0x40) at += 2;
  }
  return common >= pairs * 0.6;
}
