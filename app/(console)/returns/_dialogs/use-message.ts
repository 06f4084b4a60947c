"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { fetchAnswer } from "@/components/fetch-answer";
import { ownWords } from "@/components/form/form-problems";
import { judged } from "@/components/form/use-form";
import { useTyped } from "@/components/form/use-typed";
import { newId } from "@/lib/kernel/ids";
import { type MessageForm, messageProblems } from "@/lib/returns/message-form";
import type { MessageOptions } from "@/lib/returns/message-options";
import { messageBuyer } from "../actions";
import { useDecided } from "./use-decided";

/** A message to the buyer of a return, in a dialog or on the page: what it begins with, and how it is sent. */
export function useMessage(returnId: string, startReason: string | undefined, onSent: () => void) {
  const t = useTranslations("message");
  // One for this message: sent again after a lost answer, it is the same one.
  const [key] = useState(newId);
  const decided = useDecided();
  const query = useQuery({
    queryKey: ["message", returnId],
    queryFn: ({ signal }) => fetchAnswer<MessageOptions>(`/api/returns/${returnId}/message`, { signal }),
  });
  const options = begunWith(startReason, query.data);
  const typed = useTyped(startOf(returnId, key, options));
  const name = options ? `R-${options.number}` : "";
  const sending = {
    action: messageBuyer,
    read: () => judged(typed.values, messageProblems),
    onDone: ({ eventId }: { eventId: string }) => {
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
      onSent();
    },
  };
  const naming = {
    labels: { subject: t("subject"), text: t("text") },
    wordsOf: ownWords(useTranslations("message.errors")),
  };
  return { query, options, typed, name, sending, naming, isOpen: options !== undefined && options.refusal === null };
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
