import { db } from "@/db";
import { isId } from "@/lib/kernel/ids";
import { renderLabels } from "@/lib/labels/render-labels";
import { guardPosted, guardRead } from "@/lib/platform/guard";
import { parsedJson, readForm } from "@/lib/platform/read-body";
import { answering } from "@/lib/platform/refused-response";
import { readPrintQuery } from "@/lib/policy/labels/print-query";
import { DRAWN_AT_ONCE } from "@/lib/policy/labels/sizes";
import { selectPrinted } from "@/lib/printing/check-labels";
import { SORTS } from "@/lib/returns/shared/filter";
import { selectionSchema } from "@/lib/returns/shared/selection";
import { printed, printRefused } from "./pdf-response";

/** Labels and slips of the returns named in the address, in that order. */
export const GET = (request: Request): Promise<Response> =>
  answering("labels", async () => {
    const guarded = await guardRead("returns:read");
    if (!guarded.ok) return printRefused(request, guarded.refusal);
    const { searchParams } = new URL(request.url);
    const ids = [...new Set((searchParams.get("ids") ?? "").split(","))];
    if (ids.length > DRAWN_AT_ONCE) return printRefused(request, { code: "too_many_labels", limit: DRAWN_AT_ONCE });
    const query = readPrintQuery(searchParams);
    if (!query || !ids.every(isId)) return printRefused(request, { code: "invalid" });
    return printed(request, renderLabels(db, guarded.value.seller.id, ids, query));
  });

/** The same for a selection: a form sends it into a new tab, because a selection does not fit an address. */
export const POST = (request: Request): Promise<Response> =>
  answering("labels", async () => {
    const guarded = await guardPosted("returns:read");
    if (!guarded.ok) return printRefused(request, guarded.refusal);
    const sellerId = guarded.value.seller.id;
    const sent = await readForm(request);
    if (!sent.ok) return printRefused(request, sent.refusal);
    const form = sent.value;
    const selection = selectionSchema.safeParse(parsedJson(form?.get("selection")));
    const query = form && readPrintQuery(form.entries());
    if (!selection.success || !query) return printRefused(request, { code: "invalid" });
    const sort = SORTS.find((known) => known === form.get("sort")) ?? null;
    const selected = await selectPrinted(db, sellerId, selection.data, { sort, atMost: DRAWN_AT_ONCE });
    if (!selected.ok) return printRefused(request, selected.refusal);
    return printed(request, renderLabels(db, sellerId, selected.value, query));
  });
