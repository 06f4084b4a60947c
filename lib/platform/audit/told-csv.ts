import type { Ctx } from "../ctx";
import { type Taken, tellExport } from "./tell-export";

type Taking = Omit<Taken, "count">;

/** CSV that the shop's audit tells of. The last piece leaves only when it has; what is cut off is told as far as it got. */
export async function* toldCsv(
  ctx: Omit<Ctx, "now">,
  csv: AsyncIterable<string>,
  taking: Taking,
): AsyncGenerator<string> {
  const counter = recordCounter();
  let last: string | null = null;
  let isTold = false;
  const tell = async () => {
    isTold = true;
    await tellExport({ ...ctx, now: new Date() }, { ...taking, count: counter.rows() });
  };
  try {
    for await (const part of csv) {
      if (last !== null) yield last;
      last = part;
      counter.take(part);
    }
    await tell();
    if (last !== null) yield last;
  } finally {
    if (!isTold) await tell();
  }
}

/** Counts what csvOf writes: a record ends with a line break outside of quotation marks; the first is the header. */
function recordCounter() {
  let records = 0;
  let isQuoted = false;
  return {
    take: (text: string) => {
      for (const letter of text) {
        if (letter === '"') isQuoted = !isQuoted;
        else if (letter === "\n" && !isQuoted) records++;
      }
    },
    rows: () => Math.max(0, records - 1),
  };
}
