import { getTranslations } from "next-intl/server";
import { DatabaseDownView } from "@/components/database-down-view";
import { SignedOutCard } from "@/components/signed-out-card";
import { LinkButton } from "@/components/ui/link-button";
import { paths } from "@/lib/i18n/paths";
import type { PublicCtx } from "@/lib/platform/ctx";
import { publicCtx } from "@/lib/platform/ctx";
import { unlessDatabaseDown } from "@/lib/platform/database-down";
import { env } from "@/lib/platform/env";
import { readResetToken } from "@/lib/platform/link-token";
import { page } from "@/lib/platform/page";
import { readReset } from "@/lib/team/reset-password";
import { ResetForm } from "./_components/reset-form";

export async function generateMetadata() {
  return { title: (await getTranslations("reset"))("title") };
}

/** Whoever holds the link of a password reset: chooses a new password, or reads why not and how to get another link. */
async function ResetPage(_: PublicCtx, { params }: PageProps<"/reset/[token]">) {
  const { token } = await params;
  const resetId = readResetToken(env.NEXTAUTH_SECRET, token);
  const reset = resetId ? await unlessDatabaseDown(() => readReset(publicCtx(), { resetId })) : null;
  if (reset === "database_down") return <DatabaseDownView />;
  const t = await getTranslations("reset");
  if (reset?.state !== "open") {
    const state = reset?.state ?? "unknown";
    return (
      <SignedOutCard title={t(`over.${state}.title`)}>
        <p className="mb-4">{t(`over.${state}.body`)}</p>
        <div className="flex flex-col gap-2">
          <LinkButton href={paths.forgotPassword} variant="primary">
            {t("another")}
          </LinkButton>
          <LinkButton href={paths.signIn()}>{t("toSignIn")}</LinkButton>
        </div>
      </SignedOutCard>
    );
  }
  return (
    <SignedOutCard title={t("title")} intro={t("intro", { email: reset.email })}>
      <ResetForm token={token} email={reset.email} />
    </SignedOutCard>
  );
}

export default page({ needs: "public", show: ResetPage });
