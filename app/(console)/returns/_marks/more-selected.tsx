"use client";

import { Ellipsis, MessageSquare } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { IconButton } from "@/components/ui/icon-button";
import { lazily } from "@/components/ui/lazily";
import { Menu } from "@/components/ui/menu";
import type { Selection } from "@/lib/returns/shared/selection";
import { useSelection } from "../_components/selection-context";
import { useMarkActs } from "./use-mark-acts";

const DecisionDialog = lazily(() => import("../_dialogs/decision-dialog").then((module) => module.DecisionDialog));

/** What is done with what is selected less often: message, snooze, tags, a note. What was used leaves the selection. */
export function MoreSelected() {
  const t = useTranslations("messageMany");
  const common = useTranslations("common");
  const { count, clear, toRequest } = useSelection();
  const [writing, setWriting] = useState<{ selection: Selection; count: number } | null>(null);
  const marks = useMarkActs({
    marked: () => ({ selection: toRequest(), count: count ?? 0, name: null }),
    one: null,
    mayNote: true,
    mayDecide: true,
    onDone: clear,
  });
  const message = {
    key: "message",
    label: t("action"),
    icon: <MessageSquare aria-hidden size={16} />,
    onSelect: () => setWriting({ selection: toRequest(), count: count ?? 0 }),
  };
  return (
    <>
      <Menu
        trigger={
          <IconButton
            label={common("more")}
            icon={<Ellipsis aria-hidden size={18} />}
            size="sm"
            variant="secondary"
            isDisabled={count === null}
          />
        }
        sections={[{ key: "more", entries: [message, ...marks.entries] }]}
      />
      {marks.dialog}
      {writing && (
        <DecisionDialog
          start="message"
          target={{ kind: "many", act: "message", ...writing }}
          onClose={(outcome) => {
            setWriting(null);
            if (outcome === "done") clear();
          }}
        />
      )}
    </>
  );
}
