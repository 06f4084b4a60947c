"use client";

import { useTranslations } from "next-intl";
import { Checkbox } from "@/components/ui/checkbox";
import { TEAM_EVENTS } from "@/lib/policy/messages/message";
import { canHear } from "@/lib/policy/messages/preferences";
import type { Choices, Member } from "./use-choices";

/** What one is told by mail oneself; what the role cannot get says so. */
export function OwnEvents({ own, choices }: { own: Member; choices: Choices }) {
  const t = useTranslations("notifications");
  const roles = useTranslations("roles");
  return (
    <div className="grid gap-x-8 gap-y-3 md:grid-cols-2">
      {TEAM_EVENTS.map((event) => {
        const isOpen = canHear(own.role, event);
        return (
          <Checkbox
            key={event}
            label={t(`event.${event}.name`)}
            hint={isOpen ? t(`event.${event}.hint`) : t("own.cannot", { role: roles(own.role) })}
            checked={choices.isOn(own, event)}
            disabled={!isOpen}
            onChange={({ target }) => choices.set(own, event, target.checked)}
          />
        );
      })}
    </div>
  );
}
