import { db } from "@/db";
import { csvResponse } from "@/lib/csv-response";
import { guardRead } from "@/lib/guard";
import { forwarderCsv } from "@/lib/orders/forwarder-csv";
import { answering, refusedResponse } from "@/lib/refused-response";

/** What is to be asked of the forwarder, or what is on its way, as a file. */
export const GET = (request: Request): Promise<Response> =>
  answering("forwarder.csv", async () => {
    const guarded = await guardRead("returns:read");
    if (!guarded.ok) return refusedResponse(guarded.refusal);
    const isOnItsWay = new URL(request.url).searchParams.get("show") === "on_its_way";
    const outbound = isOnItsWay ? "on_its_way" : "not_handed_over";
    return csvResponse(forwarderCsv(db, guarded.value.seller.id, outbound), `forwarder-${outbound}.csv`);
  });
