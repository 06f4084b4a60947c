"use client";

import { Ellipsis, Pencil, Power, Send, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useRefusalWords } from "@/components/refusal-words";
import { MessageStateBadge } from "@/components/returns/message-state";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { Link } from "@/components/ui/link";
import { Menu } from "@/components/ui/menu";
import { notify } from "@/components/ui/notify";
import { useAction } from "@/components/use-action";
import { paths } from "@/lib/i18n/paths";
import { LOCALE_NAMES } from "@/lib/kernel/locale";
import type { RobotRow } from "@/lib/messages/robots";
import { TEAM_EVENTS } from "@/lib/policy/messages/message";
import { changeRobot, testRobot } from "../actions";
import { EditRobot } from "./edit-robot";
import { RetireRobot } from "./retire-robot";

/** One robot: where it is, what it tells, how its last message fared, and what can be done with it. */
export function RobotItem({ robot, mayChange }: { robot: RobotRow; mayChange: boolean }) {
  const t = useTranslations("robots");
  const events = useTranslations("notifications.event");
  const refusalText = useRefusalWords();
  const test = useAction(testRobot);
  const change = useAction(changeRobot);
  const [open, setOpen] = useState<"edit" | "retire" | null>(null);
  const { id: robotId, name, kind, urlEnd, hasSecret, locale, isOn, last } = robot;
  const sendTest = async () => {
    const answer = await test.run({ robotId });
    if (!answer.ok) {
      return notify({ title: t("testFailed", { name }), description: refusalText(answer.refusal), tone: "critical" });
    }
    notify({ title: t("testDone", { name }), tone: "success" });
  };
  const turn = async () => {
    const answer = await change.run({ robotId, name, locale, events: [...robot.events], isOn: !isOn });
    if (!answer.ok) return notify({ title: refusalText(answer.refusal), tone: "critical" });
    notify({ title: t(isOn ? "switchedOff" : "switchedOn", { name }), tone: "success" });
  };
  return (
    <li className="flex flex-wrap items-start gap-x-4 gap-y-2 border-line border-b px-4 py-3 last:border-b-0">
      <div className="min-w-0 flex-1 basis-64">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <span dir="auto" className="break-words font-semibold">
            {name}
          </span>
          <Badge tone="neutral">{t(`kind.${kind}`)}</Badge>
          {!isOn && <Badge tone="attention">{t("off")}</Badge>}
        </p>
        <p className="text-muted text-small">
          {t("tells", {
            events: TEAM_EVENTS.filter((event) => robot.events.includes(event))
              .map((event) => events(`${event}.short`))
              .join(" · "),
          })}
        </p>
        <p className="text-small text-subtle">
          {t("ends", { end: `…${urlEnd}` })}
          {hasSecret && ` · ${t("signed")}`} · {LOCALE_NAMES[locale].full}
        </p>
        <p className="mt-1 flex flex-wrap items-center gap-x-2 gap-y-1 text-small text-subtle">
          {last ? (
            <>
              <Link href={paths.message(last.id)} className="prose-link">
                {t("last")}
              </Link>
              <MessageStateBadge state={last.state} />
              {last.error && <span className="break-words text-danger">{t("said", { error: last.error })}</span>}
            </>
          ) : (
            t("never")
          )}
        </p>
      </div>
      {mayChange && (
        <div className="flex items-center gap-1.5">
          <Button
            size="sm"
            icon={<Send aria-hidden size={16} />}
            isLoading={test.isRunning}
            onClick={() => void sendTest()}
          >
            {t("test")}
          </Button>
          <Menu
            trigger={<IconButton size="sm" label={t("more", { name })} icon={<Ellipsis aria-hidden size={18} />} />}
            sections={[
              {
                key: "all",
                entries: [
                  {
                    key: "edit",
                    label: t("edit"),
                    icon: <Pencil aria-hidden size={16} />,
                    onSelect: () => setOpen("edit"),
                  },
                  {
                    key: "switch",
                    label: t(isOn ? "switchOff" : "switchOn"),
                    icon: <Power aria-hidden size={16} />,
                    onSelect: () => void turn(),
                  },
                  {
                    key: "retire",
                    label: t("retire"),
                    icon: <Trash2 aria-hidden size={16} />,
                    isDanger: true,
                    onSelect: () => setOpen("retire"),
                  },
                ],
              },
            ]}
          />
        </div>
      )}
      {open === "edit" && <EditRobot robot={robot} onClose={() => setOpen(null)} />}
      {open === "retire" && <RetireRobot robotId={robotId} name={name} onClose={() => setOpen(null)} />}
    </li>
  );
}
