import { posix } from "node:path";
import { readXml } from "./read-xml";
import type { ZipParts } from "./zip-parts";

type Relation = { id: string; kind: string; target: string };

/** What a part of a workbook refers to; where the others lie is told by this, and by no name of theirs. */
async function relationsOf(parts: ZipParts, part: string): Promise<Relation[]> {
  const { dir, base } = posix.parse(part);
  const place = posix.join(dir, "_rels", `${base}.rels`);
  const found: Relation[] = [];
  if (!parts.has(place)) return found;
  const pieces = readXml(parts.text(place), {
    open: (name, { Id = "", Type = "", Target = "" }) => {
      if (name !== "Relationship") return;
      const target = Target.startsWith("/") ? Target.slice(1) : posix.join(dir, Target);
      found.push({ id: Id, kind: posix.basename(Type), target });
    },
  });
  for await (const _ of pieces);
  return found;
}

export type Outline = {
  sheets: { name: string; part: string }[];
  is1904: boolean;
  strings: string | null;
  styles: string | null;
};

/** The sheets of a workbook in their order, and where its texts and formats lie. */
export async function outlineOf(parts: ZipParts): Promise<Outline> {
  const start = (await relationsOf(parts, "")).find(({ kind }) => kind === "officeDocument");
  const workbook = start?.target ?? "xl/workbook.xml";
  const relations = await relationsOf(parts, workbook);
  const partOf = (kind: string) => relations.find((one) => one.kind === kind)?.target ?? null;
  const sheets: Outline["sheets"] = [];
  let is1904 = false;
  const pieces = readXml(parts.text(workbook), {
    open: (name, attributes) => {
      if (name === "workbookPr") is1904 = ["1", "true", "on"].includes(attributes.date1904 ?? "");
      if (name !== "sheet") return;
      const [, id] = Object.entries(attributes).find(([key]) => /(^|:)id$/.test(key)) ?? [];
      const relation = relations.find((one) => one.id === id);
      // A sheet that is a chart has no cells.
      if (relation?.kind === "worksheet") sheets.push({ name: attributes.name ?? "", part: relation.target });
    },
  });
  for await (const _ of pieces);
  return { sheets, is1904, strings: partOf("sharedStrings"), styles: partOf("styles") };
}
