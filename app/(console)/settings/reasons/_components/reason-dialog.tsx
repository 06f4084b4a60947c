"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { FormDialog } from "@/components/form/form-dialog";
import { FormField } from "@/components/form/form-problems";
import { Input } from "@/components/ui/input";
import { notify } from "@/components/ui/notify";
import { ok } from "@/lib/kernel/result";
import type { ReasonKind, ShownReason } from "@/lib/policy/judging/own-reasons";
import { seenReason } from "@/lib/reasons/seen-reason";
import { addReason, saveReason } from "../actions";
import { ReasonChoices } from "./reason-choices";

type ReasonDialogProps = { kind: ReasonKind; reason: ShownReason | null; onClose: () => void };

const NEW = {
  labels: { en: "", "zh-CN": "" },
  isBuyerVisible: true,
  fault: null,
  needsPhoto: false,
  needsComment: true,
  carriesRefund: false,
};

/** A reason's words and what follows from it; of one of ours, what a closing asks for and carries stays. */
export function ReasonDialog({ kind, reason, onClose }: ReasonDialogProps) {
  const t = useTranslations("reasons");
  const common = useTranslations("common");
  const [code, setCode] = useState("");
  const [draft, setDraft] = useState(() => {
    const { labels, isBuyerVisible, fault, needsPhoto, needsComment, carriesRefund } = reason ?? NEW;
    return { labels, isBuyerVisible, fault, needsPhoto, needsComment, carriesRefund };
  });
  const setLabel = (locale: "en" | "zh-CN", text: string) =>
    setDraft((before) => ({ ...before, labels: { ...before.labels, [locale]: text } }));
  return (
    <FormDialog
      action={(typed: { sellerId: string | null; input: { code: string } & typeof draft }) =>
        reason
          ? saveReason({ ...typed, input: { kind, seen: seenReason(reason), ...typed.input } })
          : addReason({ ...typed, input: { kind, ...typed.input } })
      }
      read={() => ok({ code: reason?.code ?? code.trim(), ...draft })}
      onDone={() => {
        notify({ title: t(reason ? "saved" : "added"), tone: "success" });
        onClose();
      }}
      labels={{ "labels.en": t("labelEn"), "labels.zh-CN": t("labelZh"), code: t("code") }}
      onClose={onClose}
      title={t(reason ? "editTitle" : `newTitle.${kind}`)}
      description={t(reason ? "editBody" : "newBody")}
      submit={common("save")}
    >
      <div className="flex flex-col gap-4">
        <FormField name="labels.en">
          <Input
            value={draft.labels.en}
            maxLength={80}
            lang="en"
            onChange={(event) => setLabel("en", event.target.value)}
          />
        </FormField>
        <FormField name="labels.zh-CN">
          <Input
            value={draft.labels["zh-CN"]}
            maxLength={80}
            lang="zh-CN"
            onChange={(event) => setLabel("zh-CN", event.target.value)}
          />
        </FormField>
        {!reason && (
          <FormField name="code" hint={t(`codeHint.${kind}`)} isOptional>
            <Input
              value={code}
              maxLength={40}
              autoComplete="off"
              spellCheck={false}
              onChange={(event) => setCode(event.target.value)}
            />
          </FormField>
        )}
        <ReasonChoices
          kind={kind}
          isBuiltIn={reason?.isBuiltIn ?? false}
          value={draft}
          onChange={(change) => setDraft((before) => ({ ...before, ...change }))}
        />
      </div>
    </FormDialog>
  );
}
