import { SaxesParser } from "saxes";
import { FileStopped } from "../file-stopped";
import { damagedWorkbook } from "./zip-parts";

/** No cell holds more than 32,767 characters; much more without a tag is no cell, and would be held as a whole. */
const MAX_WITHOUT_TAG = 256 * 1024;
const MAX_DEPTH = 64;

type Handlers = {
  open: (name: string, attributes: Readonly<Record<string, string>>) => void;
  text?: (piece: string) => void;
  close?: (name: string) => void;
};

/**
 * Hands over one part of a workbook as tags without their prefixes and pauses after each piece, so that what was made of
 * it can be taken. Refuses what no workbook has and what would fill the memory: a doctype, endless texts, endless nesting.
 */
export async function* readXml(text: AsyncIterable<string>, { open, text: onText, close }: Handlers) {
  const parser = new SaxesParser({ position: false, xmlns: false } as const);
  let fault: FileStopped | null = null;
  let depth = 0;
  let sinceTag = 0;
  const stop = (refusal: FileStopped) => {
    fault ??= refusal;
  };
  parser.on("error", ({ message }) => {
    // A character that XML has no place for spoils its cell, and is told with its line.
    if (!/disallowed character|malformed character entity/.test(message)) stop(damagedWorkbook());
  });
  parser.on("doctype", () => stop(damagedWorkbook()));
  parser.on("opentag", ({ name, attributes }) => {
    sinceTag = 0;
    if (++depth > MAX_DEPTH) stop(damagedWorkbook());
    if (!fault) open(bare(name), attributes);
  });
  parser.on("closetag", ({ name }) => {
    sinceTag = 0;
    depth--;
    if (!fault) close?.(bare(name));
  });
  if (onText) {
    parser.on("text", onText);
    parser.on("cdata", onText);
  }
  for await (const piece of text) {
    parser.write(piece);
    sinceTag += piece.length;
    if (sinceTag > MAX_WITHOUT_TAG) stop(new FileStopped({ code: "cell_too_long" }));
    if (fault) throw fault;
    yield;
  }
  parser.close();
  if (fault) throw fault;
}

const bare = (name: string): string => name.slice(name.indexOf(":") + 1);
