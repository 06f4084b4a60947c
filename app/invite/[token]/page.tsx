import { getTranslations } from "next-intl/server";
import { DatabaseDownView } from "@/components/database-down-view";
import { SignedOutCard } from "@/components/signed-out-card";
import { RoleSentences } from "@/components/team/role-sentences";
import { LinkButton } from "@/components/ui/link-button";
import { paths } from "@/lib/i18n/paths";
import type { PublicCtx } from "@/lib/platform/ctx";
import { publicCtx } from "@/lib/platform/ctx";
import { unlessDatabaseDown } from "@/lib/platform/database-down";
import { env } from "@/lib/platform/env";
import { readInviteToken } from "@/lib/platform/link-token";
import { page } from "@/lib/platform/page";
import { getSession } from "@/lib/platform/session";
import { readInvite } from "@/lib/team/accept-invite";
import { AcceptForm } from "./_components/accept-form";
import { JoinAs } from "./_components/join-as";

type Props = PageProps<"/invite/[token]">;

export async function generateMetadata() {
  return { title: (await getTranslations("invite"))("title") };
}

async function look(token: string) {
  const ids = readInviteToken(env.NEXTAUTH_SECRET, token);
  const [invite, session] = await Promise.all([ids ? readInvite(publicCtx(), ids) : null, getSession()]);
  return { invite, session, isMailed: ids?.isMailed ?? false };
}

/** Whoever holds the link of an invite: joins with the account they have, or makes one, or reads why neither goes. */
async function InvitePage(_: PublicCtx, { params }: Props) {
  const { token } = await params;
  const found = await unlessDatabaseDown(() => look(token));
  if (found === "database_down") return <DatabaseDownView />;
  const { invite, session, isMailed } = found;
  const [t, roles] = await Promise.all([getTranslations("invite"), getTranslations("roles")]);
  if (invite?.state !== "open") {
    const state = invite?.state ?? "unknown";
    return (
      <SignedOutCard title={t(`over.${state}.title`)}>
        <p className="mb-4">{t(`over.${state}.body`, { name: invite?.inviterName ?? "" })}</p>
        <LinkButton href={paths.signIn()} className="w-full">
          {t("toSignIn")}
        </LinkButton>
      </SignedOutCard>
    );
  }
  const { email, role, sellerName: seller, inviterName: name } = invite;
  return (
    <SignedOutCard title={t("heading", { seller })} intro={t("intro", { name, role: roles(role), email })}>
      <details className="mb-5">
        <summary className="cursor-pointer text-small">{t("mayDo", { role: roles(role) })}</summary>
        <RoleSentences role={role} className="mt-2" />
      </details>
      {session ? (
        <JoinAs token={token} seller={seller} invited={email} signedInAs={session.user.email} />
      ) : invite.account !== null ? (
        <>
          <p className="mb-4">{t("hasAccount", { email })}</p>
          <LinkButton href={paths.signIn(paths.invite(token))} variant="primary" size="lg" className="w-full">
            {t("signInToJoin")}
          </LinkButton>
          {invite.account === "claimed" && isMailed && (
            <details className="mt-5">
              <summary className="cursor-pointer text-small">{t("makeMine")}</summary>
              <p className="my-3 text-small">{t("claimed", { email })}</p>
              <AcceptForm token={token} email={email} doesReplace />
            </details>
          )}
        </>
      ) : (
        <AcceptForm token={token} email={email} />
      )}
    </SignedOutCard>
  );
}

export default page({ needs: "public", show: InvitePage });
