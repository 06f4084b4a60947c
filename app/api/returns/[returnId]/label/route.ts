import { db } from "@/db";
import { isId } from "@/lib/kernel/ids";
import { renderLabels } from "@/lib/labels/render-labels";
import { guardRead } from "@/lib/platform/guard";
import { answering } from "@/lib/platform/refused-response";
import { readPrintQuery } from "@/lib/policy/labels/print-query";
import { printed, printRefused } from "../../../labels/pdf-response";

type Context = { params: Promise<{ returnId: string }> };

/** Label and slip of one return, or one of them, as a PDF to print. */
export const GET = (request: Request, { params }: Context): Promise<Response> =>
  answering("returns.label", async () => {
    const guarded = await guardRead("returns:read");
    if (!guarded.ok) return printRefused(request, guarded.refusal);
    const { returnId } = await params;
    if (!isId(returnId)) return printRefused(request, { code: "not_found" });
    const query = readPrintQuery(new URL(request.url).searchParams);
    if (!query) return printRefused(request, { code: "invalid" });
    return printed(request, renderLabels(db, guarded.value.seller.id, [returnId], query));
  });
