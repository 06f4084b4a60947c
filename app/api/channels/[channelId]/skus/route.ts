import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { withSeller } from "@/db/tenant";
import { findChannelSettings } from "@/lib/channels/channel-settings";
import { idSchema } from "@/lib/kernel/schemas";
import { route } from "@/lib/platform/route";
import { csv, jsonOf, NOT_FOUND } from "@/lib/platform/route-answer";
import { bytesBody } from "@/lib/platform/route-body";
import { refusedSkuCsv } from "@/lib/skus/sku-csv";
import { SKU_FILE_BYTES } from "@/lib/skus/sku-file";
import { SKU_RULE_LIST, SKU_RULES } from "@/lib/skus/sku-rules";
import { refusedSkuRows, uploadSkuRules } from "@/lib/skus/upload-sku-rules";

const params = z.object({ channelId: idSchema });

/** All rules for single SKUs of a channel, as a file that can be uploaded again. */
export const GET = route({
  name: "channels.skus",
  needs: "settings:read",
  params,
  run: async ({ db, sellerId }, { params: { channelId } }) => {
    const channel = await withSeller(db, sellerId, (tx) => findChannelSettings(tx, sellerId, channelId));
    if (!channel) return NOT_FOUND;
    return csv(SKU_RULE_LIST.csv({ db, sellerId, channelId }, SKU_RULES.usual()), `skus-${channel.code}.csv`);
  },
});

const NAME_AT_MOST = 200;

/**
 * Takes a SKU file as the body itself, and what it is called (`?name=`). With `?answer=refused` nothing is written: the
 * rows that would be refused come back as a file with what is wrong with each.
 */
export const POST = route({
  name: "channels.skus.upload",
  needs: "settings:write",
  writes: true,
  params,
  query: z.object({
    name: z.string().trim().default(""),
    answer: z.literal("refused").optional().catch(undefined),
  }),
  body: bytesBody(SKU_FILE_BYTES),
  run: async (ctx, { params: { channelId }, query, body: file }) => {
    if (query.answer !== "refused") {
      const fileName = query.name.slice(0, NAME_AT_MOST) || null;
      return jsonOf(await uploadSkuRules(ctx, { channelId, file, fileName }));
    }
    const refused = await refusedSkuRows(ctx, { channelId, file });
    if (!refused.ok) return refused;
    const t = await getTranslations("skus.rowProblems");
    return csv(
      refusedSkuCsv(refused.value, (problem) => t(problem)),
      "refused-skus.csv",
    );
  },
});
