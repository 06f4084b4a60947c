"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { fetchAnswer } from "@/components/fetch-answer";
import { FormDialog } from "@/components/form/form-dialog";
import { judged } from "@/components/form/judged";
import { ownWords } from "@/components/form/own-words";
import { useTyped } from "@/components/form/use-typed";
import { newId } from "@/lib/kernel/ids";
import { shownText } from "@/lib/kernel/shown-text";
import { type MessageForm, messageProblems } from "@/lib/returns/message-form";
import type { MessageOptions } from "@/lib/returns/message-options";
import { OpenedBy } from "../_presence/opened-by";
import { messageBuyer } from "../actions";
import type { OneProps } from "./dialog-target";
import { LoadFailure } from "./load-failure";
import { LoadingBody } from "./loading-body";
import { MessageFields } from "./message-fields";
import { NothingSent } from "./nothing-sent";
import { useDecided } from "./use-decided";

/** *Message the buyer*: sent from here on a managed channel, and a text to copy where the marketplace carries it. */
export function MessageOne({ returnId, startReason, focus, onClose }: Omit<OneProps, "onInstead">) {
  const t = useTranslations("message");
  const common = useTranslations("common");
  const leaving = useTranslations("leaving");
  const loading = useTranslations("authorize");
  // One for this message: sent again after a lost answer, it is the same one.
  const [key] = useState(newId);
  const decided = useDecided();
  const query = useQuery({
    queryKey: ["message", returnId],
    queryFn: ({ signal }) => fetchAnswer<MessageOptions>(`/api/returns/${returnId}/message`, { signal }),
  });
  const options = begunWith(startReason, query.data);
  const { values, set, changed } = useTyped(startOf(returnId, key, options));
  const isOpen = options !== undefined && options.refusal === null;
  const name = options ? `R-${options.number}` : "";

  const done = ({ eventId }: { eventId: string }) => {
    if (!options) return;
    const seconds = options.undoSeconds;
    decided({
      returnId,
      eventId,
      name,
      title: t("done", { number: name }),
      description: seconds === 0 ? t("doneLeaving") : t("doneWaiting", { seconds }),
      undoSeconds: seconds,
      isMessage: true,
    });
    onClose(false);
  };
  return (
    <FormDialog
      action={messageBuyer}
      read={() => judged(values, messageProblems)}
      onDone={done}
      labels={{ subject: t("subject"), text: t("text") }}
      wordsOf={ownWords(useTranslations("message.errors"))}
      title={options ? t("title", { number: name }) : t("titleShort")}
      description={
        options && t("about", { item: shownText(options.itemName ?? loading("untitled")), order: options.orderNumber })
      }
      submit={t("submit")}
      cancel={common(isOpen ? "cancel" : "close")}
      isReady={isOpen}
      status={query.isPending ? loading("loading") : isOpen ? t("then", { seconds: options.undoSeconds }) : undefined}
      running={t("running")}
      leaving={isOpen && changed.length > 0 ? leaving("message") : undefined}
      finalFocus={focus.finalFocus}
      onClose={() => onClose(false)}
    >
      <OpenedBy returnId={returnId} doing="writing" />
      {query.isPending && <LoadingBody />}
      {query.isError && <LoadFailure error={query.error} onRetry={() => void query.refetch()} />}
      {options && (
        <>
          <NothingSent options={options} />
          <MessageFields options={options} values={values} onChange={set} />
        </>
      )}
    </FormDialog>
  );
}

/** The texts with the one to begin with; what is not offered for this return is not begun with. */
const begunWith = (reason: string | undefined, options?: MessageOptions): MessageOptions | undefined => {
  const wanted = options?.texts.find((text) => text.reason === reason);
  return options && wanted ? { ...options, suggested: wanted.reason } : options;
};

function startOf(returnId: string, key: string, options?: MessageOptions): MessageForm {
  const text = options?.texts.find(({ reason }) => reason === options.suggested);
  return { returnId, key, subject: text?.subject ?? "", text: text?.body ?? "" };
}
