import { db } from "@/db";
import { addressesCsv } from "@/lib/channels/addresses-csv";
import type { SettingsList } from "@/lib/i18n/paths";
import { csvResponse } from "@/lib/platform/csv-response";
import { exportResponse, guardExport } from "@/lib/platform/export";
import { guardRead } from "@/lib/platform/guard";
import { answering, refusedResponse } from "@/lib/platform/refused-response";
import { reasonsCsv } from "@/lib/reasons/reasons-csv";
import { teamCsv } from "@/lib/team/team-csv";

const LISTS: Record<SettingsList, (sellerId: string) => AsyncGenerator<string>> = {
  team: (sellerId) => teamCsv(db, sellerId),
  reasons: (sellerId) => reasonsCsv(db, sellerId),
  addresses: (sellerId) => addressesCsv(db, sellerId),
};
const isList = (name: string): name is SettingsList => Object.hasOwn(LISTS, name);

/** A list of the settings as a file, all of it. */
export const GET = (_request: Request, { params }: { params: Promise<{ list: string }> }): Promise<Response> =>
  answering("settings.csv", async () => {
    const { list } = await params;
    const guarded = await (list === "team" ? guardExport("settings:read") : guardRead("settings:read"));
    if (!guarded.ok) return refusedResponse(guarded.refusal);
    if (!isList(list)) return refusedResponse({ code: "not_found" });
    const csv = LISTS[list](guarded.value.seller.id);
    const fileName = `${list}.csv`;
    return list === "team"
      ? exportResponse(csv, { session: guarded.value, what: list, fileName })
      : csvResponse(csv, fileName);
  });
