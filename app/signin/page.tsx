import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { DatabaseDownView } from "@/components/database-down-view";
import { SignedOutCard } from "@/components/signed-out-card";
import { db } from "@/db";
import { paths } from "@/lib/i18n/paths";
import type { PublicCtx } from "@/lib/platform/ctx";
import { unlessDatabaseDown } from "@/lib/platform/database-down";
import { page } from "@/lib/platform/page";
import { safePath } from "@/lib/platform/safe-path";
import { getSession } from "@/lib/platform/session";
import { hasUsers } from "@/lib/team/people";
import { SignInHere } from "./_components/sign-in-here";

export async function generateMetadata() {
  return { title: (await getTranslations("signIn"))("title") };
}

/** Where the visitor belongs: here, further on, or first to set the product up. */
async function destination(next: string): Promise<string | null> {
  if (await getSession()) return next;
  return (await hasUsers(db)) ? null : paths.setup;
}

async function SignInPage(_: PublicCtx, { searchParams }: PageProps<"/signin">) {
  const next = safePath((await searchParams).next);
  const elsewhere = await unlessDatabaseDown(() => destination(next));
  if (elsewhere === "database_down") return <DatabaseDownView />;
  if (elsewhere !== null) redirect(elsewhere);
  const t = await getTranslations("signIn");
  return (
    <SignedOutCard title={t("title")}>
      <SignInHere next={next} />
    </SignedOutCard>
  );
}

export default page({ needs: "public", show: SignInPage });
