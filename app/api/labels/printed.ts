import { getTranslations } from "next-intl/server";
import { refusalSentence } from "@/components/refusal-words";
import { type Refusal, refuse } from "@/lib/kernel/result";
import type { renderLabels } from "@/lib/labels/render-labels";
import { type Answered, NOT_FOUND, shownFile } from "@/lib/platform/route-answer";
import { TaskEnded } from "@/lib/platform/threads/task-thread";

/** A refusal in a tab of its own. */
export const sentence = async (refusal: Refusal): Promise<string> =>
  refusalSentence(await getTranslations("refusal"), refusal);

/** What is drawn as one PDF, or why there is nothing in it. */
export async function printed(drawing: ReturnType<typeof renderLabels>): Promise<Answered> {
  const drawn = await drawing.catch((error: unknown) => {
    if (error instanceof TaskEnded) return null;
    throw error;
  });
  if (!drawn) return refuse({ code: "drawing_ended" });
  const { pdf, rmas, why } = drawn;
  if (rmas.length === 0) return why === "not_found" ? NOT_FOUND : refuse({ code: "label_not_ready", why });
  if (pdf.length === 0) return refuse({ code: "label_not_drawn", count: rmas.length });
  const name = rmas.length === 1 ? (rmas[0] ?? "") : `labels-${rmas.length}`;
  return shownFile("application/pdf", `${name}.pdf`, pdf);
}
