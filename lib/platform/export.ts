import "server-only";
import { db } from "@/db";
import type { ActionRefusal } from "@/lib/kernel/action-answer";
import { type Result, refuse } from "@/lib/kernel/result";
import type { Export } from "@/lib/policy/events/exports";
import type { Permission } from "@/lib/policy/permissions";
import { tellExport } from "./audit/tell-export";
import { csvResponse } from "./csv-response";
import { guardRead } from "./guard";
import type { SellerSession } from "./session";

/** The guard of a file with people's data: whoever may read it still has to be one who may take it away. */
export async function guardExport(needs: Permission): Promise<Result<SellerSession, ActionRefusal>> {
  const guarded = await guardRead(needs);
  if (!guarded.ok || guarded.value.permissions.includes("data:export")) return guarded;
  return refuse({ code: "forbidden", needs: "data:export" });
}

type Taking = { session: SellerSession; what: Export; filter?: string; fileName: string };

/** CSV as a download that the shop's audit tells of, with as many rows as left. */
export const exportResponse = (csv: AsyncIterable<string>, { fileName, ...taking }: Taking): Response =>
  csvResponse(told(csv, taking), fileName);

/** The last piece leaves only when the audit has it; what is cut off before is told as far as it got. */
async function* told(csv: AsyncIterable<string>, taking: Omit<Taking, "fileName">): AsyncGenerator<string> {
  const counter = recordCounter();
  let last: string | null = null;
  let isTold = false;
  const tell = async () => {
    isTold = true;
    const { session, what, filter = "" } = taking;
    const by = { sellerId: session.seller.id, userId: session.user.id };
    await tellExport(db, { ...by, what, filter, count: counter.rows(), now: new Date() });
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
