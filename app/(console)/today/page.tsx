import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { db } from "@/db";
import { withSeller } from "@/db/tenant";
import { findClaimsDay } from "@/lib/claims/claims-day";
import type { SellerCtx } from "@/lib/platform/needs";
import { page } from "@/lib/platform/page";
import { listOpenRefunds } from "@/lib/refunds/open-refunds";
import { findDayAside, listTeamDay, listToday } from "@/lib/returns/today";
import { DayClocks } from "./_components/day-clocks";
import { DayData } from "./_components/day-data";
import { DayHead } from "./_components/day-head";
import { DayList } from "./_components/day-list";
import { TeamDay } from "./_components/team-day";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("today"))("title") };
}

/** What a day of work is, by what leaving it costs; each line opens the list of its returns. */
async function TodayPage({ session: { seller, user } }: SellerCtx) {
  const now = new Date();
  const [lines, refunds, claims, team, aside] = await withSeller(db, seller.id, (tx) =>
    Promise.all([
      listToday(tx, seller.id, now),
      listOpenRefunds(tx, seller.id),
      findClaimsDay(tx, seller.id),
      listTeamDay(tx, seller.id, now),
      findDayAside(tx, seller.id, now),
    ]),
  );
  return (
    <div className="max-w-[76rem]">
      <DayHead lines={lines} now={now} />
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_18rem]">
        <div className="flex min-w-0 flex-col gap-3">
          <DayClocks aside={aside} now={now} />
          <DayList lines={lines} refunds={refunds} claims={claims} now={now} />
        </div>
        <div className="flex flex-col divide-y divide-line text-small *:py-3.5 *:first:pt-0">
          <TeamDay team={team} userId={user.id} />
          <DayData channels={aside.channels} lastImport={aside.lastImport} now={now} />
        </div>
      </div>
    </div>
  );
}

export default page({ needs: "returns:decide", show: TodayPage });
