import { db } from "@/db";
import { withSeller } from "@/db/tenant";
import { findChannelSettings } from "@/lib/channels/channel-settings";
import { paths } from "@/lib/i18n/paths";
import { todayIn } from "@/lib/kernel/calendar";
import { type TermsChange, toldChanges } from "@/lib/policy/terms/rows";
import { inForce } from "@/lib/policy/terms/versions";
import {
  findChannelTerms,
  listRunningVersions,
  listVersionsByNumber,
  VERSION_LIST,
  VERSIONS,
  WORK_LIST,
} from "@/lib/terms/terms-rows";

const MOST = 2_147_483_647;

type Raw = Record<string, string | string[] | undefined>;

/** A version's number, as an address names one of two to compare. */
const numberIn = (value: Raw[string]): number | null => {
  const number = typeof value === "string" && /^[1-9]\d{0,9}$/.test(value) ? Number(value) : null;
  return number !== null && number <= MOST ? number : null;
};

const OF_WORK = { of: "work" };

/** What the page of a channel's versions shows; null when the channel is not the seller's. */
export async function loadVersions(sellerId: string, channelId: string, raw: Raw, now: Date) {
  const [from, to] = [numberIn(raw.from), numberIn(raw.to)];
  const view = VERSIONS.read(raw);
  const ofChannel = { sellerId, channelId };
  return withSeller(db, sellerId, async (tx) => {
    const written = await findChannelSettings(tx, sellerId, channelId);
    const channel = await findChannelTerms(tx, sellerId, channelId);
    if (!written || !channel) return null;
    if (raw.of === OF_WORK.of) {
      const found = await WORK_LIST.page(tx, ofChannel, view);
      const links = VERSIONS.links(paths.channelVersions(channelId), view, found, OF_WORK);
      return { of: "work" as const, channel, written, rows: found.rows, links };
    }
    const today = todayIn(now, channel.timeZone);
    const found = await VERSION_LIST.page(tx, ofChannel, view);
    const running = await listRunningVersions(tx, sellerId, channelId, today);
    const asked = from === null || to === null ? [] : await listVersionsByNumber(tx, sellerId, channelId, [from, to]);
    return {
      of: "terms" as const,
      channel,
      written,
      today,
      current: inForce(running, today).version,
      versions: found.rows,
      links: VERSIONS.links(paths.channelVersions(channelId), view, found),
      compared: comparedOf(asked, from, to),
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
export type LoadedVersions = NonNullable<Awaited<ReturnType<typeof loadVersions>>>;
