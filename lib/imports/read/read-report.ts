import { openBytes } from "./byte-source";
import { readHeader } from "./columns";
import { decodeText, detectEncoding, type Encoding, hasUtf16Mark } from "./encoding";
import { refuseBinary, refuseOtherText } from "./file-kind";
import { flatLines, flatRows } from "./flat-rows";
import { watchLines } from "./line-watch";
import type { FileRefusal, ReadResult } from "./report-row";
import { isXml, refuseOtherXml } from "./xml-head";
import { xmlRows } from "./xml-rows";

type Input = {
  name: string;
  bytes: AsyncIterable<Uint8Array>;
  /** The channel's: every amount is read with it, but a label's cost with the currency beside it. */
  currency: string;
};

/**
 * Recognises a returns report and reads it row by row, holding one piece of 256 KiB at a time. A file that is not
 * one is refused whole; a bad row is an event of its own. The caller must read `rows` or call its `return()`.
 */
export async function readReport({ name, bytes, currency }: Input): Promise<ReadResult> {
  const source = await openBytes(bytes);
  const result = await recognise(source, { file: name, currency });
  if (!result.ok) await source.chunks.return(undefined);
  return result;
}

async function recognise(
  source: Awaited<ReturnType<typeof openBytes>>,
  context: { file: string; currency: string },
): Promise<ReadResult> {
  const { head, fault } = source;
  if (head.length === 0) return refused({ code: fault() ? "broken_gzip" : "empty_file" });
  const binary = hasUtf16Mark(head) ? null : await refuseBinary(head);
  if (binary) return refused(binary);
  const detected = detectEncoding(head);
  if (!detected.ok) return refused(detected.refusal);
  const encoding = detected.value;
  const start = await startOf(head, encoding);
  const other = refuseOtherText(start);
  if (other) return refused(other);

  const text = decodeText(source.chunks, encoding);
  const shown = encoding ?? "utf-8";
  if (isXml(start)) {
    const otherXml = refuseOtherXml(start);
    if (otherXml) return refused(fault() ? { code: "broken_gzip" } : otherXml);
    const rows = xmlRows(text, context, fault);
    return { ok: true, format: "amazon_xml", encoding: shown, header: [], unknownColumns: [], rows };
  }
  const watched = watchLines(text, fault);
  const lines = flatLines(watched.text);
  const first = await lines.next();
  if (first.done) return refused({ code: "not_text" });
  const header = readHeader(first.value.cells);
  if (!header.ok) {
    await lines.return(undefined);
    return refused(fault() ? { code: "broken_gzip" } : header.refusal);
  }
  const { names, unknownColumns } = header.value;
  const rows = flatRows(lines, header.value, context, watched);
  return { ok: true, format: "amazon_flat", encoding: shown, header: names, unknownColumns, rows };
}

const refused = (refusal: FileRefusal): ReadResult => ({ ok: false, refusal });

async function startOf(head: Buffer, encoding: Encoding | null): Promise<string> {
  let start = "";
  const one = (async function* () {
    yield head;
  })();
  for await (const piece of decodeText(one, encoding)) start += piece;
  return start;
}
