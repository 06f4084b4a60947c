import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { db } from "@/db";
import { withSeller } from "@/db/tenant";
import type { SellerCtx } from "@/lib/platform/needs";
import { page } from "@/lib/platform/page";
import { readBench } from "@/lib/receiving/read-bench";
import { Station } from "./_station/station";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("receive"))("title") };
}

type ReceivePageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** The bench: what arrives is scanned, unpacked, graded and put away. `?scan=` is a first scan, as another page links it. */
async function ReceivePage({ sellerId, session, now }: SellerCtx, { searchParams }: ReceivePageProps) {
  const [{ scan }, bench] = await Promise.all([
    searchParams,
    withSeller(db, sellerId, (tx) => readBench(tx, sellerId, now)),
  ]);
  return (
    <Station
      who={{ sellerId, userId: session.user.id }}
      initial={bench}
      scan={typeof scan === "string" ? scan : null}
    />
  );
}

export default page({ needs: "parcels:receive", show: ReceivePage });
