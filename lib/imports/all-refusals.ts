import type { Db } from "@/db/client";
import { withSeller } from "@/db/tenant";
import type { RefusedRow } from "./import-file";
import { listImportRefusals } from "./imports";
import type { RowRefusalCode } from "./read/words/report-row";

const PAGE = 1000;

/** All refused rows of an import, a page at a time: as many as a download asks for, however many there are. */
export async function* allRefusals(db: Db, sellerId: string, importId: string): AsyncGenerator<RefusedRow> {
  for (let after: string | null = null; ; ) {
    const page: Awaited<ReturnType<typeof listImportRefusals>> = await withSeller(db, sellerId, (tx) =>
      listImportRefusals(tx, sellerId, importId, { after, limit: PAGE }),
    );
    for (const { file, line, column, code, value, raw } of page) {
      yield { file, refusal: { line, column, code: code as RowRefusalCode, value, raw } };
    }
    const last = page.at(-1);
    if (!last || page.length < PAGE) return;
    after = last.id;
  }
}
