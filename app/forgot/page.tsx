import { getTranslations } from "next-intl/server";
import { SignedOutCard } from "@/components/signed-out-card";
import { Banner } from "@/components/ui/banner";
import { LinkButton } from "@/components/ui/link-button";
import { paths } from "@/lib/i18n/paths";
import { env } from "@/lib/platform/env";
import { page } from "@/lib/platform/page";
import { ForgotForm } from "./_components/forgot-form";

export async function generateMetadata() {
  return { title: (await getTranslations("reset.forgot"))("title") };
}

export const dynamic = "force-dynamic";

/** The way back in for whoever forgot the password. */
async function ForgotPage() {
  const t = await getTranslations("reset.forgot");
  const hasServer = env.SMTP_URL !== undefined;
  return (
    <SignedOutCard title={t("title")} intro={hasServer ? t("intro") : undefined}>
      {hasServer ? (
        <ForgotForm />
      ) : (
        <>
          <Banner tone="neutral" className="mb-4">
            {t("noServer")}
          </Banner>
          <LinkButton href={paths.signIn()} className="w-full">
            {t("back")}
          </LinkButton>
        </>
      )}
    </SignedOutCard>
  );
}

export default page({ needs: "public", show: ForgotPage });
