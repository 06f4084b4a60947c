import { createReadStream } from "node:fs";
import { Readable } from "node:stream";
import { z } from "zod";
import { paths } from "@/lib/i18n/paths";
import { renderLabels } from "@/lib/labels/render-labels";
import { env } from "@/lib/platform/env";
import { filePath } from "@/lib/platform/files/store-file";
import { route } from "@/lib/platform/route";
import { redirected, savedFile } from "@/lib/platform/route-answer";
import { formBody } from "@/lib/platform/route-body";
import { PRINT_PARTS, type PrintPart } from "@/lib/policy/labels/sizes";
import { fetchLabel } from "@/lib/portal/fetch-label";
import { findBuyerReturn } from "@/lib/portal/find-buyer-return";
import { isOurs, labelOf } from "@/lib/portal/standing-of";
import { printed, sentence } from "../../../../../api/labels/printed";

const asked = z.object({ part: z.enum(PRINT_PARTS).optional() });
const named = z.object({ portal: z.string(), number: z.string() });

/** Takes the label, which is what the clocks count from; what only looks at addresses asks by GET and takes nothing. */
export const POST = route({
  name: "portal.label.fetch",
  needs: { buyer: "return" },
  params: named,
  body: formBody(asked),
  sentence,
  run: async (ctx, { body: { part } }) => {
    const fetched = await fetchLabel(ctx, { returnId: ctx.returnId });
    const { portal, number } = ctx;
    return redirected(fetched.ok ? paths.portalLabel(portal, number, part) : paths.portalReturn(portal, number));
  },
});

/** The label that was taken: the seller's own file, or what is drawn here with its slip. */
export const GET = route({
  name: "portal.label",
  needs: { buyer: "return" },
  params: named,
  query: asked,
  sentence,
  run: async ({ db, sellerId, returnId, portal, number }, { query: { part } }) => {
    const found = await findBuyerReturn(db, { sellerId, returnId });
    const label = found && labelOf(found);
    if (!found?.labelFetchedAt || !isOurs(label)) return redirected(paths.portalReturn(portal, number));
    const { labelFile } = found;
    if (label === "uploaded" && part !== "slip" && labelFile) {
      const bytes = createReadStream(filePath(env.DATA_DIR, sellerId, labelFile.id));
      const stream = Readable.toWeb(bytes) as ReadableStream<Uint8Array>;
      return savedFile(labelFile.mime, labelFile.name, stream, labelFile.size);
    }
    const parts: readonly PrintPart[] = part ? [part] : PRINT_PARTS;
    return printed(renderLabels({ db, sellerId }, { returnIds: [returnId], parts }, env.DATA_DIR));
  },
});
