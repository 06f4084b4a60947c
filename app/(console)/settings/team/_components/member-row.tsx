"use client";

import { KeyRound, ShieldCheck, SlidersHorizontal, UserRoundX } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { useRefusalWords } from "@/components/refusal-words";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Menu, type MenuEntry } from "@/components/ui/menu";
import { notify } from "@/components/ui/notify";
import { Time } from "@/components/ui/time";
import { useAction } from "@/components/use-action";
import { formatMoney } from "@/lib/kernel/money";
import type { MemberRow as Member } from "@/lib/team/team";
import { reactivateMember, sendReset } from "../actions";
import { DeactivateDialog } from "./deactivate-dialog";
import { LimitsDialog } from "./limits-dialog";
import { LinkDialog, type PersonalLink } from "./link-dialog";
import { RoleDialog } from "./role-dialog";
import { RowMenuButton } from "./row-menu-button";

type MemberRowProps = { member: Member; mayWrite: boolean; hasServer: boolean; ownId: string };
type Opened = "role" | "limits" | "deactivate" | null;

/** Somebody who works or worked for the seller, and what an owner can do about it. */
export function MemberRow({ member, mayWrite, hasServer, ownId }: MemberRowProps) {
  const { userId, name, email, role, deactivatedAt, lastSignInAt } = member;
  const t = useTranslations("team");
  const roles = useTranslations("roles");
  const words = useRefusalWords();
  const reactivate = useAction(reactivateMember);
  const reset = useAction(sendReset);
  const [opened, setOpened] = useState<Opened>(null);
  // Each opening begins anew from what is saved; a page that is drawn again meanwhile takes nothing away.
  const [opening, setOpening] = useState(0);
  const [link, setLink] = useState<PersonalLink | null>(null);
  const isOwn = userId === ownId;
  const open = (dialog: Opened) => {
    setOpening((count) => count + 1);
    setOpened(dialog);
  };
  const close = () => setOpened(null);

  const bringBack = async () => {
    const answer = await reactivate.run({ userId });
    if (answer.ok) notify({ title: t("reactivated", { name }), tone: "success" });
    else notify({ title: words(answer.refusal), tone: "critical" });
  };
  const offerReset = async () => {
    const answer = await reset.run({ userId });
    if (!answer.ok) return notify({ title: words(answer.refusal), tone: "critical" });
    if (answer.value.link) return setLink({ kind: "reset", email, link: answer.value.link });
    notify({ title: t("resetSent", { email }), tone: "success" });
  };
  const entries: MenuEntry[] = [
    {
      key: "role",
      label: t("changeRole"),
      icon: <ShieldCheck aria-hidden size={16} />,
      onSelect: () => open("role"),
    },
    {
      key: "limits",
      label: t("limits"),
      icon: <SlidersHorizontal aria-hidden size={16} />,
      onSelect: () => open("limits"),
    },
    {
      key: "reset",
      label: t(hasServer ? "sendReset" : "makeReset"),
      icon: <KeyRound aria-hidden size={16} />,
      onSelect: () => void offerReset(),
    },
    {
      key: "deactivate",
      label: t("deactivate"),
      icon: <UserRoundX aria-hidden size={16} />,
      isDanger: true,
      onSelect: () => open("deactivate"),
    },
  ];
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-2 border-line border-b px-4 py-2.5 last:border-b-0">
      <div className="min-w-0 flex-1 basis-52">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <span className="font-semibold" dir="auto">
            {name}
          </span>
          <Badge tone={deactivatedAt ? "neutral" : "info"}>{roles(role)}</Badge>
          {isOwn && <span className="text-small text-subtle">{t("you")}</span>}
        </p>
        <p className="break-all text-muted text-small" dir="auto">
          {email}
        </p>
        <p className="text-small text-subtle">
          {deactivatedAt
            ? t.rich("deactivatedAt", { at: () => <Time at={deactivatedAt} style="ago" /> })
            : lastSignInAt
              ? t.rich("lastSignIn", { at: () => <Time at={lastSignInAt} style="ago" /> })
              : t("neverSignedIn")}
          <LimitFacts member={member} />
        </p>
      </div>
      {mayWrite && deactivatedAt && (
        <Button size="sm" isLoading={reactivate.isRunning} onClick={() => void bringBack()}>
          {t("reactivate")}
        </Button>
      )}
      {mayWrite && !deactivatedAt && !isOwn && (
        <>
          <Menu
            trigger={<RowMenuButton name={name} isLoading={reset.isRunning} />}
            sections={[{ key: "acts", entries }]}
          />
          <RoleDialog key={`role-${opening}`} member={member} isOpen={opened === "role"} onClose={close} />
          <LimitsDialog key={`limits-${opening}`} member={member} isOpen={opened === "limits"} onClose={close} />
          <DeactivateDialog
            key={`deactivate-${opening}`}
            member={member}
            isOpen={opened === "deactivate"}
            onClose={close}
          />
          <LinkDialog shown={link} onClose={() => setLink(null)} />
        </>
      )}
    </li>
  );
}

/** What this person may do in one act, where it is less than anybody may. */
function LimitFacts({ member: { bulkLimit, refundLimits, refundDayLimits } }: { member: Member }) {
  const t = useTranslations("team");
  const locale = useLocale();
  const amountsOf = (limits: Member["refundLimits"]) =>
    Object.entries(limits)
      .map(([currency, amountMinor]) => formatMoney({ amountMinor, currency }, locale))
      .join(" / ");
  const [refunds, day] = [amountsOf(refundLimits), amountsOf(refundDayLimits)];
  return (
    <>
      {refunds !== "" && ` · ${t("refundFact", { amounts: refunds })}`}
      {day !== "" && ` · ${t("dayFact", { amounts: day })}`}
      {bulkLimit !== null && ` · ${t("bulkFact", { limit: bulkLimit })}`}
    </>
  );
}
