"use client";

import { AlarmClock, AlarmClockOff, StickyNote, Tag } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { useRefusalWords } from "@/components/refusal-words";
import { lazily } from "@/components/ui/lazily";
import type { MenuEntry } from "@/components/ui/menu";
import { notify } from "@/components/ui/notify";
import { useAction } from "@/components/use-action";
import type { SnoozeRefusal } from "@/lib/policy/machines/return/snooze";
import { snoozeReturns } from "../actions";
import { type Marked, saidOf } from "./marked";

const NoteDialog = lazily(() => import("./note-dialog").then((module) => module.NoteDialog));
const SnoozeDialog = lazily(() => import("./snooze-dialog").then((module) => module.SnoozeDialog));
const TagDialog = lazily(() => import("./tag-dialog").then((module) => module.TagDialog));

type MarkActs = {
  /** Asked when one of them is chosen. */
  marked: () => Marked;
  /** Of one return what it bears and whether it is away; null of many. */
  one: { tags: readonly string[]; isSnoozed: boolean; snoozeRefusal: SnoozeRefusal | null } | null;
  mayNote: boolean;
  mayDecide: boolean;
  onDone: () => void;
};

type Entry = MenuEntry & { label: string; icon: ReactNode; onSelect: () => void };

/** What can be marked on returns, for a menu, and the dialog of what was chosen. */
export function useMarkActs({ marked, one, mayNote, mayDecide, onDone }: MarkActs) {
  const t = useTranslations("marks.acts");
  const words = useRefusalWords();
  const [open, setOpen] = useState<{ act: "note" | "snooze" | "tags"; marked: Marked } | null>(null);
  const { wake } = useWake();
  const entry = (key: "note" | "snooze" | "tags", icon: ReactNode): Entry => ({
    key,
    label: t(key),
    icon,
    onSelect: () => setOpen({ act: key, marked: marked() }),
  });
  const refusal = one?.snoozeRefusal;
  const whyNot = refusal ? { isDisabled: true, hint: words(refusal) } : {};
  const entries: Entry[] = [
    ...(mayDecide ? [{ ...entry("snooze", <AlarmClock aria-hidden size={16} />), ...whyNot }] : []),
    ...(mayDecide && (one === null || one.isSnoozed)
      ? [
          {
            key: "wake",
            label: t("wake"),
            icon: <AlarmClockOff aria-hidden size={16} />,
            onSelect: () => void wake(marked()).then((isDone) => isDone && onDone()),
          },
        ]
      : []),
    ...(mayNote ? [entry("tags", <Tag aria-hidden size={16} />)] : []),
    // One return has its notes on the page.
    ...(mayNote && one === null ? [entry("note", <StickyNote aria-hidden size={16} />)] : []),
  ];
  const close = (isDone: boolean) => {
    setOpen(null);
    if (isDone) onDone();
  };
  const dialog = open && (
    <>
      {open.act === "note" && <NoteDialog marked={open.marked} onClose={close} />}
      {open.act === "snooze" && <SnoozeDialog marked={open.marked} onClose={close} />}
      {open.act === "tags" && <TagDialog marked={open.marked} own={one?.tags ?? null} onClose={close} />}
    </>
  );
  return { entries, dialog };
}

/** Brings returns back before their time. */
export function useWake() {
  const t = useTranslations("marks.wake");
  const words = useRefusalWords();
  const { run, isRunning } = useAction(snoozeReturns);
  const wake = async (marked: Marked): Promise<boolean> => {
    const answer = await run({ selection: marked.selection, until: null });
    if (!answer.ok) notify({ title: words(answer.refusal), tone: "warning" });
    else notify({ title: t("done", { ...saidOf(marked), count: answer.value.count }), tone: "success" });
    return answer.ok;
  };
  return { wake, isRunning };
}
