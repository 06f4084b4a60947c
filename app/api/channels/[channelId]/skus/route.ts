import type { NextRequest } from "next/server";
import { getTranslations } from "next-intl/server";
import { db } from "@/db";
import { isId } from "@/lib/kernel/ids";
import { csvResponse } from "@/lib/platform/csv-response";
import { guardWrite } from "@/lib/platform/guard";
import { readBody } from "@/lib/platform/read-body";
import { answering, refusedResponse } from "@/lib/platform/refused-response";
import { refusedSkuCsv, skuRulesCsv } from "@/lib/skus/sku-csv";
import { SKU_FILE_BYTES } from "@/lib/skus/sku-file";
import { refusedSkuRows, uploadSkuRules } from "@/lib/skus/upload-sku-rules";
import { guardChannel } from "../guard-channel";

type Context = { params: Promise<{ channelId: string }> };

/** All rules for single SKUs of a channel, as a file that can be uploaded again. */
export const GET = (_request: NextRequest, { params }: Context): Promise<Response> =>
  answering("channels.skus", async () => {
    const guarded = await guardChannel(params);
    if (!guarded.ok) return refusedResponse(guarded.refusal);
    const { sellerId, channel } = guarded.value;
    return csvResponse(skuRulesCsv(db, sellerId, channel.id), `skus-${channel.code}.csv`);
  });

const NAME_AT_MOST = 200;
const fileNameIn = (asked: URLSearchParams): string | null => asked.get("name")?.trim().slice(0, NAME_AT_MOST) || null;

/**
 * Takes a SKU file as the body itself, for the seller of the page (`?seller=`), and what it
 * is called (`?name=`). With `?answer=refused` nothing is
 * written: the rows that would be refused come back as a file with what is wrong with each.
 */
export const POST = (request: NextRequest, { params }: Context): Promise<Response> =>
  answering("channels.skus", async () => {
    const { searchParams } = request.nextUrl;
    const guarded = await guardWrite("settings:write", searchParams.get("seller"));
    if (!guarded.ok) return refusedResponse(guarded.refusal);
    const { seller, user } = guarded.value;
    const { channelId } = await params;
    if (!isId(channelId)) return refusedResponse({ code: "not_found" });
    const body = await readBody(request, SKU_FILE_BYTES);
    if (!body.ok) return refusedResponse({ code: "file_too_large", limit: SKU_FILE_BYTES });
    const file = body.value;
    const who = { sellerId: seller.id, userId: user.id, now: new Date() };
    if (searchParams.get("answer") !== "refused") {
      const uploaded = await uploadSkuRules(db, who, { channelId, file, fileName: fileNameIn(searchParams) });
      return uploaded.ok ? Response.json(uploaded) : refusedResponse(uploaded.refusal);
    }
    const refused = await refusedSkuRows(db, who, { channelId, file });
    if (!refused.ok) return refusedResponse(refused.refusal);
    const t = await getTranslations("skus.rowProblems");
    return csvResponse(
      refusedSkuCsv(refused.value, (problem) => t(problem)),
      "refused-skus.csv",
    );
  });
