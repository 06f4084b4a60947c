"use client";

import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { ownWords } from "@/components/form/form-problems";
import { judged, useForm } from "@/components/form/use-form";
import { useTyped } from "@/components/form/use-typed";
import { languageName } from "@/lib/kernel/buyer-languages";
import { newId } from "@/lib/kernel/ids";
import { type CloseManyForm, closeManyProblems } from "@/lib/returns/close-form";
import { closeReturns } from "../actions";
import type { ManyProps } from "./authorize-many";
import { BulkDialog } from "./bulk-dialog";
import { CloseManyFields } from "./close-many-fields";
import { PreviewGroups } from "./preview-groups";
import { isAboveLimit } from "./refund-sums";
import { thenLine } from "./then-line";
import { type BulkOptions, usePreflight } from "./use-preflight";

/** *Close request* for a selection: the same reason for all, each buyer told in their own language. */
export function CloseMany({ selection: given, count, focus, onClose }: ManyProps) {
  const t = useTranslations("bulk");
  const [chosen] = useState(given);
  const [key] = useState(newId);
  const [bulkAct, setBulkAct] = useState<{ bulkActId: string; total: number } | null>(null);
  const { values, set } = useTyped<CloseManyForm>({
    key,
    selection: chosen,
    reason: "",
    needsComment: true,
    languages: [],
    comments: {},
    note: "",
  });
  // Of a reason that carries a refund the sums are asked; the other reasons change nothing about the plan.
  const [refunding, setRefunding] = useState<string>();
  const plan = usePreflight(chosen, { move: "close", reason: refunding });
  const options = plan.query.data;
  const languages = options?.languages.map(({ language }) => language) ?? [];
  const form = useForm({
    action: closeReturns,
    read: () => judged({ ...values, languages, selection: plan.selection }, closeManyProblems),
    onDone: setBulkAct,
  });
  const isOver = options?.refunds.some(isAboveLimit) ?? false;
  const ready = options?.ready.count ?? null;
  const change = (some: Partial<CloseManyForm>) => {
    set(some);
    if (some.reason === undefined) return;
    const isRefunding = options?.closeReasons.some(({ code, carriesRefund }) => code === some.reason && carriesRefund);
    setRefunding(isRefunding ? some.reason : undefined);
  };
  return (
    <BulkDialog
      words={{
        title: t("closeTitle", { count }),
        submit: t("closeSubmit", { count: ready ?? 0 }),
        ...useCloseWords(options),
      }}
      count={count}
      ready={ready}
      form={form}
      bulkAct={bulkAct}
      plan={plan}
      focus={focus}
      blocked={isOver ? t("refunds.blocked") : undefined}
      then={options && thenLine(t, options.ready.channels, { seconds: options.undoSeconds, isFinal: true })}
      onClose={onClose}
    >
      {options && (
        <>
          <PreviewGroups
            options={options}
            isClosing
            leftOut={plan.leftOut}
            onLeaveOut={plan.leaveOut}
            onPutBack={plan.putBack}
            choice={null}
          />
          {options.ready.count > 0 && (
            <CloseManyFields options={options} values={values} onChange={change} onLeaveOut={plan.leaveOut} />
          )}
        </>
      )}
    </BulkDialog>
  );
}

/** What its fields are called, a comment by its language, and what is said of a wrong one. */
function useCloseWords(options: BulkOptions | undefined) {
  const t = useTranslations("bulk");
  const close = useTranslations("close");
  const own = ownWords(useTranslations("close.errors"));
  const reader = useLocale();
  const comments = (options?.languages ?? []).map(({ language, count }): [string, string] => [
    `comments.${language}`,
    t("comments", { language: languageName(language, reader), count }),
  ]);
  return {
    labels: { reason: close("reason"), note: close("note"), ...Object.fromEntries(comments) },
    wordsOf: (name: string, code: string) => {
      const [, language] = name.split("comments.");
      if (language === undefined) return own(name, code);
      return code === "too_long"
        ? own("comment", code)
        : t("errors.comments", { language: languageName(language, reader) });
    },
  };
}
