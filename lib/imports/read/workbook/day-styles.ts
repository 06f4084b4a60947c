import { readXml } from "./read-xml";

/** Of the formats that every spreadsheet knows by number, those of days and times, the East Asian ones among them. */
const isKnownDay = (format: number): boolean =>
  (format >= 14 && format <= 22) ||
  (format >= 27 && format <= 36) ||
  (format >= 45 && format <= 47) ||
  (format >= 50 && format <= 58);

/** Whether a format shows a number as a day or a time: it has their letters outside of quotes, brackets and escapes. */
export const isDayFormat = (code: string): boolean => {
  const bare = code
    .replace(/"[^"]*"|\\.|_.|\*./g, " ")
    .replace(/\[(h+|m+|s+)\]/gi, "$1")
    .replace(/\[[^\]]*\]/g, "");
  return /[dmyhs]/i.test(bare.replace(/General/gi, "")) && !/[#?]/.test(bare);
};

/** Which styles of a workbook show a number as a day: cells name their style by its place in the list. */
export async function readDayStyles(xml: AsyncIterable<string>): Promise<(style: number) => boolean> {
  const formats = new Map<number, boolean>();
  const styles: number[] = [];
  let isCellStyle = false;
  const pieces = readXml(xml, {
    open: (name, attributes) => {
      if (name === "numFmt") formats.set(Number(attributes.numFmtId), isDayFormat(attributes.formatCode ?? ""));
      if (name === "cellXfs") isCellStyle = true;
      if (name === "xf" && isCellStyle) styles.push(Number(attributes.numFmtId ?? 0));
    },
    close: (name) => {
      if (name === "cellXfs") isCellStyle = false;
    },
  });
  for await (const _ of pieces);
  return (style) => {
    const format = styles[style];
    return format !== undefined && (formats.get(format) ?? isKnownDay(format));
  };
}
