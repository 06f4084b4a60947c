import { db } from "@/db";
import { withSeller } from "@/db/tenant";
import { findChannelSettings } from "@/lib/channels/channel-settings";
import { todayIn } from "@/lib/kernel/calendar";
import { keyPage } from "@/lib/platform/key-page";
import { diffOperation } from "@/lib/policy/terms/diff-operation";
import { type TermsChange, toldChanges } from "@/lib/policy/terms/rows";
import { inForce } from "@/lib/policy/terms/versions";
import {
  findChannelTerms,
  listOperations,
  listRunningVersions,
  listVersions,
  listVersionsByNumber,
} from "@/lib/terms/terms-rows";
import type { VersionsUrl } from "./search-params";

const PAGE = 20;
const OPERATIONS = 10;

/** What the page of a channel's versions shows; null when the channel is not the seller's. */
export async function loadVersions(sellerId: string, channelId: string, url: VersionsUrl, now: Date) {
  const { from, to, after, before } = url;
  return withSeller(db, sellerId, async (tx) => {
    const written = await findChannelSettings(tx, sellerId, channelId);
    const channel = await findChannelTerms(tx, sellerId, channelId);
    if (!written || !channel) return null;
    const today = todayIn(now, channel.timeZone);
    const found = await listVersions(tx, sellerId, channelId, { after, before, limit: PAGE + 1 });
    const running = await listRunningVersions(tx, sellerId, channelId, today);
    const asked = from === null || to === null ? [] : await listVersionsByNumber(tx, sellerId, channelId, [from, to]);
    const operations = await listOperations(tx, sellerId, channelId, OPERATIONS + 1);
    return {
      channel,
      written,
      today,
      current: inForce(running, today).version,
      page: keyPage(found, { after, before }, PAGE),
      compared: comparedOf(asked, from, to),
      operations: operations.slice(0, OPERATIONS).map(({ operation, ...row }, index) => {
        const earlier = operations[index + 1];
        return { ...row, changed: earlier ? diffOperation(earlier.operation, operation) : [] };
      }),
    };
  });
}

/** Null: nothing to compare was asked for; no changes of null: one of the two is not there. */
function comparedOf(
  versions: Awaited<ReturnType<typeof listVersionsByNumber>>,
  from: number | null,
  to: number | null,
): { from: number; to: number; changes: TermsChange[] | null } | null {
  if (from === null || to === null) return null;
  const [a, b] = [from, to].map((number) => versions.find(({ version }) => version === number));
  return { from, to, changes: a && b ? toldChanges(a.terms, b.terms) : null };
}
