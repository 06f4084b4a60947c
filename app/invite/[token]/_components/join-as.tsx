"use client";

import { signOut } from "next-auth/react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useRefusalWords } from "@/components/refusal-words";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { LinkButton } from "@/components/ui/link-button";
import { useAction } from "@/components/use-action";
import { paths } from "@/lib/i18n/paths";
import type { ActionRefusal } from "@/lib/kernel/action-answer";
import { joinByInvitation } from "../actions";

type JoinAsProps = { token: string; seller: string; invited: string; signedInAs: string };

/** Joining with the account that is signed in, when it is the invited one; else the way to change it. */
export function JoinAs({ token, seller, invited, signedInAs }: JoinAsProps) {
  const t = useTranslations("invite");
  const refusalText = useRefusalWords();
  const { run, isRunning } = useAction(joinByInvitation);
  const [refusal, setRefusal] = useState<ActionRefusal | null>(null);
  const [isLeaving, setLeaving] = useState(false);
  const join = async () => {
    setRefusal(null);
    const answer = await run({ token });
    if (!answer.ok && answer.refusal.code === "invite_over") return window.location.reload();
    if (!answer.ok) return setRefusal(answer.refusal);
    setLeaving(true);
    window.location.replace(paths.home);
  };
  if (invited !== signedInAs) {
    return (
      <>
        <Banner tone="warning" className="mb-4">
          {t("otherAccount", { invited, signedInAs })}
        </Banner>
        <div className="flex flex-col gap-2">
          <Button variant="primary" onClick={() => void signOut({ callbackUrl: paths.invite(token) })}>
            {t("signOut")}
          </Button>
          <LinkButton href={paths.home}>{t("stay")}</LinkButton>
        </div>
      </>
    );
  }
  const words = refusal?.code === "already_member" ? t("alreadyMember") : refusal ? refusalText(refusal) : null;
  return (
    <>
      <ErrorSummary errors={words ? [{ message: words }] : []} />
      <Button
        variant="primary"
        size="lg"
        className="w-full"
        isLoading={isRunning || isLeaving}
        onClick={() => void join()}
      >
        {t("join", { seller })}
      </Button>
    </>
  );
}
