import { db } from "@/db";
import { forwarderCsv } from "@/lib/forwarder/forwarder-csv";
import { exportResponse, guardExport } from "@/lib/platform/export";
import { answering, refusedResponse } from "@/lib/platform/refused-response";

/** What is to be asked of the forwarder, or what is on its way, as a file. */
export const GET = (request: Request): Promise<Response> =>
  answering("forwarder.csv", async () => {
    const guarded = await guardExport("returns:read");
    if (!guarded.ok) return refusedResponse(guarded.refusal);
    const isOnItsWay = new URL(request.url).searchParams.get("show") === "on_its_way";
    const outbound = isOnItsWay ? "on_its_way" : "not_handed_over";
    return exportResponse(forwarderCsv(db, guarded.value.seller.id, outbound), {
      session: guarded.value,
      what: "forwarder",
      filter: outbound,
      fileName: `forwarder-${outbound}.csv`,
    });
  });
