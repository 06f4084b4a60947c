"use client";

import { useTranslations } from "next-intl";
import { useId } from "react";
import { Checkbox } from "@/components/ui/checkbox";
import { TEAM_EVENTS } from "@/lib/policy/messages/message";
import { canHear } from "@/lib/policy/messages/preferences";
import type { Choices, Member } from "./use-choices";

/** What each colleague is told: members down, events across; on a phone one member below the other. */
export function TeamMatrix({ members, choices }: { members: readonly Member[]; choices: Choices }) {
  const t = useTranslations("notifications");
  const roles = useTranslations("roles");
  const tableId = useId();
  const isAnyClosed = members.some(({ role }) => TEAM_EVENTS.some((event) => !canHear(role, event)));
  return (
    <>
      <table className="w-full max-lg:block">
        <caption className="sr-only">{t("team.caption")}</caption>
        <thead className="max-lg:sr-only">
          <tr className="border-line border-b text-small text-subtle">
            <th scope="col" className="px-4 py-2 text-start font-medium">
              {t("team.member")}
            </th>
            {TEAM_EVENTS.map((event) => (
              <th
                key={event}
                id={`${tableId}-${event}`}
                scope="col"
                className="px-1 py-2 text-center font-medium last:pe-4"
              >
                {t(`event.${event}.short`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="max-lg:block">
          {members.map((member) => (
            <tr
              key={member.id}
              className="border-line border-b last:border-b-0 max-lg:grid max-lg:grid-cols-2 max-lg:gap-x-4 max-lg:px-4 max-lg:py-3"
            >
              <th scope="row" className="px-4 py-2 text-start font-medium max-lg:col-span-2 max-lg:px-0 max-lg:pt-0">
                <span id={`${tableId}-${member.id}`} dir="auto" className="block break-words">
                  {member.name}
                </span>
                <span className="block font-normal text-small text-subtle">{roles(member.role)}</span>
              </th>
              {TEAM_EVENTS.map((event) => (
                <td key={event} className="px-1 py-2 text-center last:pe-4 max-lg:px-0 max-lg:py-1 max-lg:text-start">
                  <Checkbox
                    label={<span className="lg:sr-only">{t(`event.${event}.short`)}</span>}
                    aria-labelledby={`${tableId}-${member.id} ${tableId}-${event}`}
                    checked={choices.isOn(member, event)}
                    disabled={!canHear(member.role, event)}
                    aria-describedby={canHear(member.role, event) ? undefined : `${tableId}-closed`}
                    onChange={({ target }) => choices.set(member, event, target.checked)}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {isAnyClosed && (
        <p id={`${tableId}-closed`} className="border-line border-t px-4 py-2.5 text-small text-subtle">
          {t("team.cannot")}
        </p>
      )}
    </>
  );
}
