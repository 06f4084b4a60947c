import { getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/ui/page-header";
import { db } from "@/db";
import { withSeller } from "@/db/tenant";
import { listWrittenTemplates } from "@/lib/messages/template-rows";
import type { SellerCtx } from "@/lib/platform/needs";
import { page } from "@/lib/platform/page";
import { openReasons } from "@/lib/policy/judging/own-reasons";
import { TEMPLATE_KINDS } from "@/lib/policy/messages/message";
import { listReasons } from "@/lib/reasons/reasons";
import { SettingsFrame } from "../_components/settings-frame";
import { KindCard } from "./_components/kind-card";

export async function generateMetadata() {
  return { title: (await getTranslations("templates"))("title") };
}

/** Every text to buyers, by kind, reason and language, and which of them are the seller's own. */
async function TemplatesPage({ session: { seller, permissions } }: SellerCtx) {
  const [t, [own, rows]] = await Promise.all([
    getTranslations("templates"),
    withSeller(db, seller.id, (tx) =>
      Promise.all([listWrittenTemplates(tx, seller.id), listReasons(tx, seller.id, "close")]),
    ),
  ]);
  return (
    <>
      <PageHeader title={t("title")} summary={t("summary")} />
      <SettingsFrame section="templates" isReadOnly={!permissions.includes("settings:write")}>
        <div className="flex flex-col gap-4">
          {TEMPLATE_KINDS.map((kind) => (
            <KindCard
              key={kind}
              kind={kind}
              own={own.filter((text) => text.kind === kind)}
              closeReasons={openReasons(rows, "close")}
            />
          ))}
        </div>
      </SettingsFrame>
    </>
  );
}

export default page({ needs: "settings:read", show: TemplatesPage });
