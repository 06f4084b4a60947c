import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { db } from "@/db";
import { withSeller } from "@/db/tenant";
import type { SellerCtx } from "@/lib/platform/needs";
import { page } from "@/lib/platform/page";
import { listTeamDay, listToday } from "@/lib/returns/today";
import { DayHead } from "./_components/day-head";
import { DayList } from "./_components/day-list";
import { TeamDay } from "./_components/team-day";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("today"))("title") };
}

/** What a day of work is, by what leaving it costs; each line opens the list of its returns. */
async function TodayPage({ session: { seller, user } }: SellerCtx) {
  const now = new Date();
  const [lines, team] = await withSeller(db, seller.id, (tx) =>
    Promise.all([listToday(tx, seller.id, now), listTeamDay(tx, seller.id, now)]),
  );
  return (
    <div className="max-w-[76rem]">
      <DayHead lines={lines} now={now} />
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_18rem]">
        <DayList lines={lines} />
        <TeamDay team={team} userId={user.id} />
      </div>
    </div>
  );
}

export default page({ needs: "returns:decide", show: TodayPage });
