"use client";

import { Copy } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { notify } from "@/components/ui/notify";
import type { ForwarderTab, OutboundTask } from "@/lib/forwarder/forwarder";
import { answersOpenTo, type ForwarderAnswer } from "@/lib/policy/machines/return/forwarder";
import { AnswerButtons } from "../../_forwarder/answer-buttons";
import { AnswerDialog } from "../../_forwarder/answer-dialog";
import { Task } from "./task";

type ForwarderWorkspaceProps = { tab: ForwarderTab; tasks: readonly OutboundTask[]; mayDecide: boolean };
type Asked = { answer: ForwarderAnswer; tasks: readonly OutboundTask[] };

/** The parcels to ask about: their order numbers to paste, and the answers for one or for several. */
export function ForwarderWorkspace({ tab, tasks, mayDecide }: ForwarderWorkspaceProps) {
  const t = useTranslations("forwarder");
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const [asked, setAsked] = useState<Asked | null>(null);
  const selected = tasks.filter(({ id }) => picked.has(id));
  const answers = answersOpenTo(tab === "ask" ? "not_handed_over" : "on_its_way");
  const toggle = (id: string) =>
    setPicked((current) => {
      const next = new Set(current);
      if (!next.delete(id)) next.add(id);
      return next;
    });
  const copied = selected.length > 0 ? selected : tasks;
  const copy = async () => {
    const numbers = [...new Set(copied.map(({ orderNumber }) => orderNumber))];
    await navigator.clipboard.writeText(
      tab === "ask" ? t("copy.text", { orders: numbers.join("\n"), count: numbers.length }) : numbers.join("\n"),
    );
    notify({ id: "copied-orders", title: t("copy.done", { count: numbers.length }), tone: "success" });
  };
  return (
    <section aria-label={t(`tabs.${tab}`)} className="overflow-clip rounded-card border border-line bg-surface">
      <header className="flex flex-wrap items-center gap-x-3 gap-y-2 border-line border-b bg-sunken px-3 py-2">
        {mayDecide && (
          <Checkbox
            label={t("selectAll")}
            checked={selected.length === tasks.length}
            isIndeterminate={selected.length > 0 && selected.length < tasks.length}
            onChange={() =>
              setPicked(selected.length === tasks.length ? new Set() : new Set(tasks.map(({ id }) => id)))
            }
          />
        )}
        <p role="status" className="min-w-0 flex-1 text-muted text-small">
          {selected.length > 0 && t("selected", { count: selected.length })}
        </p>
        {selected.length > 0 && (
          <AnswerButtons
            answers={answers}
            orderNumber={null}
            onAnswer={(answer) => setAsked({ answer, tasks: selected })}
          />
        )}
        <Button size="sm" icon={<Copy aria-hidden size={15} />} onClick={() => void copy()} className="print:hidden">
          {t(tab === "ask" ? "copy.ask" : "copy.numbers", { count: copied.length })}
        </Button>
      </header>
      <ul className="divide-y divide-line">
        {tasks.map((task) => (
          <Task
            key={task.id}
            task={task}
            tab={tab}
            selection={mayDecide ? { isSelected: picked.has(task.id), toggle: () => toggle(task.id) } : null}
            onAnswer={mayDecide ? (answer) => setAsked({ answer, tasks: [task] }) : null}
          />
        ))}
      </ul>
      {asked && (
        <AnswerDialog
          answer={asked.answer}
          returns={asked.tasks}
          onClose={(isDone) => {
            setAsked(null);
            if (isDone) setPicked(new Set());
          }}
        />
      )}
    </section>
  );
}
