import { db } from "@/db";
import { guardRead } from "@/lib/guard";
import { isId } from "@/lib/ids";
import { readPrintQuery } from "@/lib/labels/print-query";
import { renderLabels } from "@/lib/labels/render-labels";
import { answering } from "@/lib/refused-response";
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
