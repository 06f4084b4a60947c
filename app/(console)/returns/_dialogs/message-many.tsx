"use client";

import { useQuery } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { fetchAnswer } from "@/components/fetch-answer";
import { FormDialog } from "@/components/form/form-dialog";
import { judged } from "@/components/form/use-form";
import { useTyped } from "@/components/form/use-typed";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { notify } from "@/components/ui/notify";
import { languageName } from "@/lib/kernel/buyer-languages";
import { newId } from "@/lib/kernel/ids";
import type { MessageManyOptions, Unwritten } from "@/lib/returns/message-buyers";
import { type MessageManyForm, messageManyProblems } from "@/lib/returns/message-form";
import { rememberAct } from "../../_undo/acts";
import { noticeOf, useUndo } from "../../_undo/use-undo";
import { messageBuyers } from "../actions";
import type { ManyProps } from "./authorize-many";
import { LoadFailure } from "./load-failure";
import { LoadingBody } from "./loading-body";
import { MessageManyFields, UnwrittenList } from "./message-many-fields";

/** *Message the buyers*: one text in each language that they read, filled for each of them, then who was not reached. */
export function MessageMany({ selection: given, count, focus, onClose }: ManyProps) {
  const t = useTranslations("messageMany");
  const message = useTranslations("message");
  const common = useTranslations("common");
  const leaving = useTranslations("leaving");
  const reader = useLocale();
  const [selection] = useState(given);
  // One for this act: sent again after a lost answer, it is the same one.
  const [key] = useState(newId);
  const [unwritten, setUnwritten] = useState<readonly Unwritten[] | null>(null);
  const told = useTold();
  const query = useQuery({
    queryKey: ["messages", selection],
    queryFn: ({ signal }) =>
      fetchAnswer<MessageManyOptions>("/api/returns/messages", {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ selection }),
        signal,
      }),
  });
  const options = query.data;
  const { values, set, changed } = useTyped<Pick<MessageManyForm, "texts">>({ texts: beginning(options) });
  const isOpen = options !== undefined && options.count > 0;
  const close = (isDone: boolean) => {
    if (isDone) focus.markDone();
    onClose(isDone);
  };
  if (unwritten)
    return (
      <Dialog
        isOpen
        onClose={() => close(true)}
        finalFocus={focus.finalFocus}
        title={t("outcome", { count: options?.count ?? 0 })}
        footer={
          <Button variant="primary" onClick={() => close(true)}>
            {common("close")}
          </Button>
        }
      >
        <UnwrittenList unwritten={unwritten} />
      </Dialog>
    );
  const labels = Object.fromEntries(
    (options?.languages ?? []).flatMap(({ language }) => {
      const name = languageName(language, reader);
      return [
        [`texts.${language}.subject`, t("subject", { language: name })],
        [`texts.${language}.text`, t("text", { language: name })],
      ];
    }),
  );
  return (
    <FormDialog
      action={messageBuyers}
      read={() => judged({ key, selection, ...values }, messageManyProblems)}
      onDone={(done) => {
        told(done, options?.undoSeconds ?? 0);
        if (done.unwritten.length === 0) close(true);
        else setUnwritten(done.unwritten);
      }}
      labels={labels}
      title={t("title", { count })}
      submit={t("submit", { count: options?.count ?? 0 })}
      cancel={common(isOpen ? "cancel" : "close")}
      isReady={isOpen}
      size="lg"
      status={
        query.isPending
          ? t("checking", { count })
          : isOpen
            ? message("then", { seconds: options.undoSeconds })
            : undefined
      }
      running={message("running")}
      leaving={isOpen && changed.length > 0 ? leaving("message") : undefined}
      finalFocus={focus.finalFocus}
      onClose={() => close(false)}
    >
      {query.isPending && <LoadingBody />}
      {query.isError && <LoadFailure error={query.error} onRetry={() => void query.refetch()} />}
      {options && (
        <>
          {options.unwritten.length > 0 && <UnwrittenList unwritten={options.unwritten} />}
          {isOpen && <MessageManyFields options={options} values={values} onChange={set} />}
        </>
      )}
    </FormDialog>
  );
}

const beginning = (options: MessageManyOptions | undefined): MessageManyForm["texts"] =>
  Object.fromEntries(
    (options?.languages ?? []).map(({ language, texts }) => [
      language,
      { subject: texts[0]?.subject ?? "", text: texts[0]?.text ?? "" },
    ]),
  );

/** Tells that it was written, with Undo for as long as all of it can be taken back. */
function useTold() {
  const t = useTranslations("messageMany");
  const undo = useTranslations("undo");
  const { takeBack } = useUndo();
  return ({ sent, batchId, at }: { sent: number; batchId: string; at: Date }, seconds: number) => {
    const act = { batchId, at: at.toISOString(), isMessage: true };
    rememberAct(act);
    const until = Date.now() + seconds * 1000;
    notify({
      id: noticeOf(act),
      title: t("done", { count: sent }),
      tone: "success",
      ...(seconds > 0 && {
        action: { label: undo("action"), onPress: () => takeBack(act), until },
        lastsMs: seconds * 1000,
      }),
    });
  };
}
