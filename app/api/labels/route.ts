import { z } from "zod";
import { refuse } from "@/lib/kernel/result";
import { idSchema } from "@/lib/kernel/schemas";
import { renderLabels } from "@/lib/labels/render-labels";
import { route } from "@/lib/platform/route";
import { formBody, jsonField } from "@/lib/platform/route-body";
import { printQuerySchema } from "@/lib/policy/labels/print-query";
import { DRAWN_AT_ONCE } from "@/lib/policy/labels/sizes";
import { selectPrinted } from "@/lib/printing/check-labels";
import { SORTS } from "@/lib/returns/shared/filter";
import { selectionSchema } from "@/lib/returns/shared/selection";
import { printed, sentence } from "./printed";

const idsIn = (text: string): string[] => [...new Set(text.split(","))];

/** Labels and slips of the returns named in the address, in that order. */
export const GET = route({
  name: "labels",
  needs: "returns:read",
  query: z.object({ ids: z.string().transform(idsIn) }).and(printQuerySchema),
  sentence,
  run: (ctx, { query: { ids, ...query } }) => {
    if (ids.length > DRAWN_AT_ONCE) return refuse({ code: "too_many_labels", limit: DRAWN_AT_ONCE });
    if (!z.array(idSchema).safeParse(ids).success) return refuse({ code: "invalid" });
    return printed(renderLabels(ctx, { ...query, returnIds: ids }));
  },
});

/** The same for a selection: a form sends it into a new tab, because a selection does not fit an address. */
export const POST = route({
  name: "labels.selected",
  needs: "returns:read",
  body: formBody(
    z
      .object({ selection: jsonField(selectionSchema), sort: z.enum(SORTS).nullable().catch(null) })
      .and(printQuerySchema),
  ),
  sentence,
  run: async (ctx, { body: { selection, sort, ...query } }) => {
    const selected = await selectPrinted(ctx, { selection, sort, atMost: DRAWN_AT_ONCE });
    return selected.ok ? printed(renderLabels(ctx, { ...query, returnIds: selected.value })) : selected;
  },
});
