import { getTranslations } from "next-intl/server";
import { refusalSentence } from "@/components/returns/refusal-sentence";
import type { Refusal } from "@/lib/kernel/result";
import type { renderLabels } from "@/lib/labels/render-labels";
import { shownAs } from "@/lib/platform/files/file-name";
import { refusedResponse } from "@/lib/platform/refused-response";
import { TaskEnded } from "@/lib/platform/threads/task-thread";

/** A PDF that the browser shows under a name; it is no page, so it is given no scripts and nobody's frame. */
const pdfResponse = (pdf: Uint8Array, name: string): Response =>
  new Response(new Uint8Array(pdf), {
    headers: {
      "content-type": "application/pdf",
      "content-disposition": shownAs(`${name}.pdf`),
      "content-security-policy": "frame-ancestors 'none'",
      "cache-control": "private, no-store",
    },
  });

/** A refusal in a tab of its own is a sentence; who asks for JSON gets what every handler answers. */
export async function printRefused(request: Request, refusal: Refusal): Promise<Response> {
  const refused = refusedResponse(refusal);
  if (!request.headers.get("accept")?.includes("text/html")) return refused;
  return new Response(refusalSentence(await getTranslations("refusals"), refusal), {
    status: refused.status,
    headers: { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" },
  });
}

/** What is drawn as one PDF, or why there is nothing in it. */
export async function printed(request: Request, drawing: ReturnType<typeof renderLabels>): Promise<Response> {
  const drawn = await drawing.catch((error: unknown) => {
    if (error instanceof TaskEnded) return null;
    throw error;
  });
  if (!drawn) return printRefused(request, { code: "drawing_ended" });
  const { pdf, rmas, why } = drawn;
  if (rmas.length === 0)
    return printRefused(request, why === "not_found" ? { code: "not_found" } : { code: "label_not_ready", why });
  if (pdf.length === 0) return printRefused(request, { code: "label_not_drawn", count: rmas.length });
  return pdfResponse(pdf, rmas.length === 1 ? (rmas[0] ?? "") : `labels-${rmas.length}`);
}
