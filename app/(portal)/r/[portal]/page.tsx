import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { isPortal } from "@/lib/platform/buyers";
import type { PublicCtx } from "@/lib/platform/ctx";
import { page } from "@/lib/platform/page";
import { AgainForm } from "./_components/again-form";
import { PortalFrame } from "./_components/portal-frame";

type Props = PageProps<"/r/[portal]">;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("portal"))("title") };
}

/** Where a buyer comes without a link, or with one that is over: it is sent to them again. */
async function PortalPage({ db }: PublicCtx, { params, searchParams }: Props) {
  const [{ portal }, { link, sent }] = await Promise.all([params, searchParams]);
  if (!(await isPortal(db, portal))) notFound();
  const t = await getTranslations("portal.again");
  return (
    <PortalFrame portal={portal} shopName={null}>
      <div className="px-4 py-4">
        <h1 className="my-1 text-balance font-semibold text-display">
          {sent === "1" ? t("sent") : link === "over" ? t("over") : t("title")}
        </h1>
        <p className="text-muted">{sent === "1" ? t("sentBody") : t("body")}</p>
      </div>
      {sent !== "1" && <AgainForm portal={portal} />}
    </PortalFrame>
  );
}

export default page({ needs: "public", show: PortalPage });
