import { parse } from "csv-parse/sync";
import { expect, it } from "vitest";
import type { RowRefusal } from "./read/words/report-row";
import { refusedCsv } from "./refused-csv";

async function csvOf(refusals: RowRefusal[]): Promise<string> {
  let text = "";
  const rows = refusals.map((refusal) => ({ file: "report.txt", refusal }));
  for await (const piece of refusedCsv(rows, ({ code }) => `reason of ${code}`)) text += piece;
  return text;
}

const bad: RowRefusal = { line: 4, column: "Label cost", code: "not_a_number", value: "1,5x", raw: '=1+1\t"x"\t行' };

it("writes refused rows with a byte order mark, a stable header and nothing a spreadsheet would run", async () => {
  const text = await csvOf([bad, { ...bad, line: 5, column: null }]);
  expect(text.startsWith('\ufeff"file","line","column","code","reason","raw"\r\n')).toBe(true);
  expect(parse(text, { bom: true, columns: true })).toEqual([
    {
      file: "report.txt",
      line: "4",
      column: "Label cost",
      code: "not_a_number",
      reason: "reason of not_a_number",
      raw: `'${bad.raw}`,
    },
    {
      file: "report.txt",
      line: "5",
      column: "",
      code: "not_a_number",
      reason: "reason of not_a_number",
      raw: `'${bad.raw}`,
    },
  ]);
});

it("writes the header alone when nothing was refused", async () => {
  expect(await csvOf([])).toBe('\ufeff"file","line","column","code","reason","raw"\r\n');
});
