import type { Tx } from "@/db/client";
import { withSeller } from "@/db/tenant";
import { lockChannel } from "@/lib/channels/channel-settings";
import { queueRejudge } from "@/lib/channels/queue-rejudge";
import { ok, type Result, refuse } from "@/lib/kernel/result";
import { addSellerEvent } from "@/lib/platform/audit/add-seller-event";
import type { Ctx } from "@/lib/platform/ctx";
import { personId } from "@/lib/policy/actor";
import { plainName } from "@/lib/policy/judging/listed";
import { type PlannedRow, planSkuRows } from "./plan-sku-rows";
import { readSkus } from "./read-skus";
import type { SkuFileRefusal, SkuFileRow, SkuUpload } from "./sku-file";
import { findSkuRules, writeSkuRules } from "./sku-rules";

/** `fileName`: as the person called it, for the audit. */
type Upload = { channelId: string; file: Buffer; fileName?: string | null };
type Refused = SkuFileRefusal | { code: "not_found" };

async function plan(
  tx: Tx,
  sellerId: string,
  channelId: string,
  rows: readonly SkuFileRow[],
): Promise<Result<PlannedRow[], Refused>> {
  if (!(await lockChannel(tx, sellerId, channelId))) return refuse({ code: "not_found" });
  const keys = [...new Set(rows.map(({ cells }) => plainName(cells.sku ?? "")))];
  const known = await findSkuRules(tx, sellerId, channelId, keys);
  return ok(planSkuRows(rows, new Map(known.map((rule) => [rule.skuKey, rule]))));
}

/**
 * Takes the good rows of a file in one statement and answers what became of each; undecided returns are judged again
 * (P-26) when anything changed. The same file again changes nothing.
 */
export async function uploadSkuRules(
  { db, sellerId, actor, now }: Ctx,
  { channelId, file, fileName = null }: Upload,
): Promise<Result<SkuUpload, Refused>> {
  const read = await readSkus(file);
  if (!read.ok) return read;
  return withSeller(db, sellerId, async (tx) => {
    const planned = await plan(tx, sellerId, channelId, read.value);
    if (!planned.ok) return planned;
    const rules = planned.value.flatMap(({ rule }) => rule ?? []);
    await writeSkuRules(tx, sellerId, rules, { channelId, updatedBy: personId(actor), updatedAt: now });
    const counts = { added: 0, changed: 0, unchanged: 0, refused: 0 };
    for (const { result } of planned.value) counts[result] += 1;
    if (rules.length > 0) {
      await queueRejudge(tx, sellerId, channelId);
      const subject = { kind: "channel", id: channelId } as const;
      const data = { file: fileName, counts };
      await addSellerEvent(tx, { sellerId, kind: "sku_rules_imported", actor, now, subject, data });
    }
    return ok({ counts, rows: planned.value.map(({ line, sku, result, problem }) => [line, sku, result, problem]) });
  });
}

/** The rows of a file that would be refused, and nothing written: for a person to correct them. */
export async function refusedSkuRows(
  { db, sellerId }: Ctx,
  { channelId, file }: Upload,
): Promise<Result<PlannedRow[], Refused>> {
  const read = await readSkus(file);
  if (!read.ok) return read;
  const planned = await withSeller(db, sellerId, (tx) => plan(tx, sellerId, channelId, read.value));
  return planned.ok ? ok(planned.value.filter(({ result }) => result === "refused")) : planned;
}
