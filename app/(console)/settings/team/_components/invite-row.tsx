"use client";

import { Link2, RotateCw, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useRefusalWords } from "@/components/refusal-words";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Menu } from "@/components/ui/menu";
import { notify } from "@/components/ui/notify";
import { useNow } from "@/components/ui/now";
import { Time } from "@/components/ui/time";
import { useAction } from "@/components/use-action";
import { isLocale, LOCALE_NAMES } from "@/lib/kernel/locale";
import type { listOpenInvites } from "@/lib/team/offered-invites";
import { copyInviteLink, resendInvite, revokeInvite } from "../actions";
import { LinkDialog, type PersonalLink } from "./link-dialog";
import { RowMenuButton } from "./row-menu-button";

type InviteRowProps = {
  invite: Awaited<ReturnType<typeof listOpenInvites>>[number];
  mayWrite: boolean;
  hasServer: boolean;
};

/** Somebody who was asked to join and has not yet. */
export function InviteRow({ invite, mayWrite, hasServer }: InviteRowProps) {
  const { id: inviteId, email, role, locale, inviterName, createdAt, expiresAt } = invite;
  const t = useTranslations("team");
  const roles = useTranslations("roles");
  const words = useRefusalWords();
  const now = useNow();
  const resend = useAction(resendInvite);
  const revoke = useAction(revokeInvite);
  const copy = useAction(copyInviteLink);
  const [link, setLink] = useState<PersonalLink | null>(null);
  const isExpired = expiresAt <= now;

  const sendAgain = async () => {
    const answer = await resend.run({ inviteId });
    if (answer.ok) notify({ title: t(hasServer ? "invited" : "renewed", { email }), tone: "success" });
    else notify({ title: words(answer.refusal), tone: "critical" });
  };
  const takeBack = async () => {
    const answer = await revoke.run({ inviteId });
    if (answer.ok) notify({ title: t("revoked", { email }), tone: "success" });
    else notify({ title: words(answer.refusal), tone: "critical" });
  };
  const showLink = async () => {
    const answer = await copy.run({ inviteId });
    if (answer.ok) setLink({ kind: "invite", email, link: answer.value.link });
    else notify({ title: words(answer.refusal), tone: "critical" });
  };
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-2 border-line border-b px-4 py-2.5 last:border-b-0">
      <div className="min-w-0 flex-1 basis-52">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <span className="break-all font-semibold" dir="auto">
            {email}
          </span>
          <Badge tone="neutral">{roles(role)}</Badge>
          {isExpired && <Badge tone="warning">{t("expired")}</Badge>}
        </p>
        <p className="text-muted text-small">
          {t.rich(isExpired ? "inviteFactsOver" : "inviteFacts", {
            name: inviterName,
            language: LOCALE_NAMES[isLocale(locale ?? undefined) ? (locale as "en") : "en"].full,
            at: () => <Time at={createdAt} style="ago" />,
            until: () => <Time at={expiresAt} style="absolute" />,
          })}
        </p>
      </div>
      {mayWrite && (
        <div className="flex items-center gap-1">
          {isExpired ? (
            <Button size="sm" isLoading={resend.isRunning} onClick={() => void sendAgain()}>
              {t(hasServer ? "resend" : "renew")}
            </Button>
          ) : (
            <Button
              size="sm"
              icon={<Link2 aria-hidden size={15} />}
              isLoading={copy.isRunning}
              onClick={() => void showLink()}
            >
              {t("copyLink")}
            </Button>
          )}
          <Menu
            trigger={<RowMenuButton name={email} isLoading={revoke.isRunning} />}
            sections={[
              {
                key: "acts",
                entries: [
                  {
                    key: "resend",
                    label: t(hasServer ? "resend" : "renew"),
                    hint: t("resendHint"),
                    icon: <RotateCw aria-hidden size={16} />,
                    onSelect: () => void sendAgain(),
                  },
                  {
                    key: "revoke",
                    label: t("revoke"),
                    hint: t("revokeHint"),
                    icon: <Trash2 aria-hidden size={16} />,
                    isDanger: true,
                    onSelect: () => void takeBack(),
                  },
                ],
              },
            ]}
          />
        </div>
      )}
      <LinkDialog shown={link} onClose={() => setLink(null)} />
    </li>
  );
}
