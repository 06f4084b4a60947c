import { getTranslations } from "next-intl/server";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { db } from "@/db";
import { withSeller } from "@/db/tenant";
import type { SessionCtx } from "@/lib/platform/needs";
import { page } from "@/lib/platform/page";
import { findShopDay, type ShopDay } from "@/lib/returns/today";
import { listSellersOf } from "@/lib/team/people";
import { SellerChoice } from "./_components/seller-choice";

export async function generateMetadata() {
  return { title: (await getTranslations("account.sellers"))("title") };
}

/** Shops whose figures platform support reads; beyond them it has the names. */
const SHOPS_COUNTED = 100;
const AT_ONCE = 4;

/** How every shop stands, a few at a time: each is read within itself, and tells numbers alone. */
async function shopDays(shops: readonly { id: string }[]): Promise<Record<string, ShopDay>> {
  const now = new Date();
  const days: Record<string, ShopDay> = {};
  for (let from = 0; from < shops.length; from += AT_ONCE)
    await Promise.all(
      shops.slice(from, from + AT_ONCE).map(async ({ id }) => {
        days[id] = await withSeller(db, id, (tx) => findShopDay(tx, id, now));
      }),
    );
  return days;
}

/** The sellers one belongs to; for platform support all of them. */
async function SellersPage({ session: { user, seller, sellers } }: SessionCtx) {
  const ownIds = sellers.map(({ id }) => id);
  const [t, visit, choices] = await Promise.all([
    getTranslations("account.sellers"),
    getTranslations("account.visit"),
    listSellersOf(db, user.id),
  ]);
  const days = user.isSupport ? await shopDays(choices.slice(0, SHOPS_COUNTED)) : null;
  return (
    <div className="max-w-3xl">
      <PageHeader title={t("title")} summary={user.isSupport ? visit("intro") : t("intro")} />
      {choices.length === 0 ? (
        <EmptyState title={t("empty")}>{t("emptyHint")}</EmptyState>
      ) : (
        <SellerChoice
          sellers={choices}
          days={days}
          currentId={seller?.id ?? null}
          ownIds={user.isSupport ? ownIds : null}
        />
      )}
    </div>
  );
}

export default page({ needs: "session", show: SellersPage });
