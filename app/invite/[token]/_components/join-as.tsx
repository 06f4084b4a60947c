"use client";

import { signOut } from "next-auth/react";
import { useTranslations } from "next-intl";
import { Form, SubmitButton } from "@/components/form/form";
import { useNativePost } from "@/components/form/use-form";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { LinkButton } from "@/components/ui/link-button";
import { paths } from "@/lib/i18n/paths";
import { textsOf } from "@/lib/kernel/posted";
import { ok } from "@/lib/kernel/result";
import { joinByInvitation, postJoin } from "../actions";

type JoinAsProps = { token: string; seller: string; invited: string; signedInAs: string };

/** Joining with the account that is signed in, when it is the invited one; else the way to change it. */
export function JoinAs({ token, seller, invited, signedInAs }: JoinAsProps) {
  const t = useTranslations("invite");
  const native = useNativePost(postJoin);
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
  return (
    <Form
      action={joinByInvitation}
      native={native}
      read={(form) => ok(textsOf(form, ["token"]))}
      onDone={() => {
        window.location.replace(paths.home);
        // The form stays busy until the new page is there.
        return new Promise(() => undefined);
      }}
      onRefused={({ code }) => {
        if (code === "invite_over") window.location.reload();
        return false;
      }}
      saysOf={({ code }) => (code === "already_member" ? t("alreadyMember") : undefined)}
    >
      <input type="hidden" name="token" value={token} />
      <SubmitButton size="lg" className="w-full">
        {t("join", { seller })}
      </SubmitButton>
    </Form>
  );
}
