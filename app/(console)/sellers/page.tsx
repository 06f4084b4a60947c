import { getTranslations } from "next-intl/server";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { db } from "@/db";
import type { SessionCtx } from "@/lib/platform/needs";
import { page } from "@/lib/platform/page";
import { listSellersOf } from "@/lib/team/people";
import { SellerChoice } from "./_components/seller-choice";

export async function generateMetadata() {
  return { title: (await getTranslations("account.sellers"))("title") };
}

/** The sellers one belongs to; for platform support all of them. */
async function SellersPage({ session: { user, seller, sellers } }: SessionCtx) {
  const ownIds = sellers.map(({ id }) => id);
  const [t, visit, choices] = await Promise.all([
    getTranslations("account.sellers"),
    getTranslations("account.visit"),
    listSellersOf(db, user.id),
  ]);
  return (
    <div className="max-w-2xl">
      <PageHeader title={t("title")} summary={user.isSupport ? visit("intro") : t("intro")} />
      {choices.length === 0 ? (
        <EmptyState title={t("empty")}>{t("emptyHint")}</EmptyState>
      ) : (
        <SellerChoice sellers={choices} currentId={seller?.id ?? null} ownIds={user.isSupport ? ownIds : null} />
      )}
    </div>
  );
}

export default page({ needs: "session", show: SellersPage });
