import { and, asc, eq } from "drizzle-orm";
import type { Db } from "@/db/client";
import { events, orderLines, returnLines, returns } from "@/db/schema";
import { withSeller } from "@/db/tenant";
import { moveReturns } from "../../returns/move-returns";
import { checkFiles, importFiles } from "./import-files";
import { fileOf, NOW } from "./made-up-file";
import { type MadeUpCells, madeUpReport } from "./made-up-report";

type Counts = [fresh: number, changed: number, unchanged: number, refused: number];

/** One mirrored channel as the tests of imports see it. */
export function aShop(db: Db, seller: { sellerId: string; owner: { id: string; name: string } }, channelId: string) {
  const { sellerId } = seller;
  const actor = { kind: "person" as const, id: seller.owner.id, name: seller.owner.name };
  const inputOf = (...contents: string[]) => ({
    sellerId,
    channelId,
    files: contents.map((content, index) =>
      fileOf(content, `report-${index}.txt`, new Date(NOW.getTime() - 1000 + index)),
    ),
    actor,
    now: NOW,
  });
  /** The dry run and then the run; they always have to say the same. */
  async function run(...contents: string[]): Promise<Counts> {
    const dry = await checkFiles(db, inputOf(...contents));
    const done = await importFiles(db, inputOf(...contents));
    if (!dry.ok || !done.ok) throw new Error(JSON.stringify([dry, done]));
    const counts = ({ newCount, changedCount, unchangedCount, refusedCount }: typeof done.value): Counts => [
      newCount,
      changedCount,
      unchangedCount,
      refusedCount,
    ];
    const [said, did] = [counts({ importId: "", ...dry.value }), counts(done.value)];
    if (String(said) !== String(did)) throw new Error(`the dry run said ${said}, the run did ${did}`);
    return did;
  }
  const listReturns = () => withSeller(db, sellerId, (tx) => tx.select().from(returns).orderBy(asc(returns.number)));
  return {
    sellerId,
    channelId,
    actor,
    inputOf,
    run,
    runRows: (...rows: MadeUpCells[]) => run(madeUpReport(rows)),
    listReturns,
    onlyReturn: async () => {
      const [row, ...others] = await listReturns();
      if (!row || others.length > 0) throw new Error(`${others.length + 1} returns`);
      return row;
    },
    listLines: () =>
      withSeller(db, sellerId, (tx) =>
        tx
          .select({
            quantity: returnLines.quantity,
            reason: returnLines.reason,
            refunded: returnLines.reportedRefundedMinor,
            itemId: orderLines.itemId,
            amountMinor: orderLines.amountMinor,
          })
          .from(returnLines)
          .innerJoin(
            orderLines,
            and(eq(orderLines.sellerId, returnLines.sellerId), eq(orderLines.id, returnLines.orderLineId)),
          )
          .orderBy(asc(returnLines.position), asc(orderLines.itemId)),
      ),
    eventsOf: (returnId: string) =>
      withSeller(db, sellerId, (tx) =>
        tx.select().from(events).where(eq(events.returnId, returnId)).orderBy(asc(events.id)),
      ),
    decide: (id: string, move: "authorize" | "close") =>
      moveReturns(
        { db, sellerId, actor, now: NOW },
        {
          ids: [id],
          request:
            move === "authorize"
              ? { move, address: null, label: { kind: "policy" } }
              : { move, reason: "other", comment: "Sorry." },
        },
      ),
  };
}
