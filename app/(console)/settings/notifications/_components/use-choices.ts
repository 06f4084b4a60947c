"use client";

import { useState } from "react";
import type { MemberChoices } from "@/lib/messages/notification-preferences";
import { TEAM_EVENTS, type TeamEvent } from "@/lib/policy/messages/message";
import { hears } from "@/lib/policy/messages/preferences";

export type Member = MemberChoices;

/** What was changed of the members' choices and is not saved yet; what is set back counts as not changed. */
export function useChoices(members: readonly Member[]) {
  const [changed, setChanged] = useState<Readonly<Record<string, boolean>>>({});
  const saved = ({ role, chosen }: Member, event: TeamEvent) => hears(role, event, chosen[event]);
  const keyOf = ({ id }: Member, event: TeamEvent) => `${id} ${event}`;
  return {
    isOn: (member: Member, event: TeamEvent) => changed[keyOf(member, event)] ?? saved(member, event),
    set: (member: Member, event: TeamEvent, isOn: boolean) =>
      setChanged((before) => {
        const { [keyOf(member, event)]: _, ...rest } = before;
        return isOn === saved(member, event) ? rest : { ...rest, [keyOf(member, event)]: isOn };
      }),
    clear: () => setChanged({}),
    list: members.flatMap((member) =>
      TEAM_EVENTS.flatMap((event) => {
        const isOn = changed[keyOf(member, event)];
        return isOn === undefined ? [] : [{ userId: member.id, event, isOn }];
      }),
    ),
  };
}

export type Choices = ReturnType<typeof useChoices>;
