import { db } from "@/db";
import { findChannelSettings } from "@/db/queries/channel-settings";
import {
  findChannelTerms,
  listOperations,
  listRunningVersions,
  listVersions,
  listVersionsByNumber,
} from "@/db/queries/terms";
import { withSeller } from "@/db/tenant";
import { keyPage } from "@/lib/key-page";
import { todayIn } from "@/lib/policy/calendar";
import { diffOperation } from "@/lib/policy/diff-operation";
import { diffTerms, type TermsChange } from "@/lib/policy/diff-terms";
import { inForce } from "@/lib/policy/versions";
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
  return { from, to, changes: a && b ? diffTerms(a.terms, b.terms) : null };
}
