"use client";

import { useTranslations } from "next-intl";
import { FormDialog } from "@/components/form/form-dialog";
import { shownText } from "@/lib/kernel/shown-text";
import { OpenedBy } from "../_presence/opened-by";
import type { OneProps } from "./dialog-target";
import { LoadFailure } from "./load-failure";
import { LoadingBody } from "./loading-body";
import { MessageFields } from "./message-fields";
import { NothingSent } from "./nothing-sent";
import { useMessage } from "./use-message";

/** *Message the buyer*: sent from here on a managed channel, and a text to copy where the marketplace carries it. */
export function MessageOne({ returnId, startReason, focus, onClose }: Omit<OneProps, "onInstead">) {
  const t = useTranslations("message");
  const common = useTranslations("common");
  const leaving = useTranslations("leaving");
  const loading = useTranslations("authorize");
  const { query, options, typed, name, sending, naming, isOpen } = useMessage(returnId, startReason, () =>
    onClose(false),
  );
  return (
    <FormDialog
      {...sending}
      {...naming}
      title={options ? t("title", { number: name }) : t("titleShort")}
      description={
        options && t("about", { item: shownText(options.itemName ?? loading("untitled")), order: options.orderNumber })
      }
      submit={t("submit")}
      cancel={common(isOpen ? "cancel" : "close")}
      isReady={isOpen}
      status={
        query.isPending ? loading("loading") : isOpen ? t("then", { seconds: options?.undoSeconds ?? 0 }) : undefined
      }
      running={t("running")}
      leaving={isOpen && typed.changed.length > 0 ? leaving("message") : undefined}
      finalFocus={focus.finalFocus}
      onClose={() => onClose(false)}
    >
      <OpenedBy returnId={returnId} doing="writing" />
      {query.isPending && <LoadingBody />}
      {query.isError && <LoadFailure error={query.error} onRetry={() => void query.refetch()} />}
      {options && (
        <>
          <NothingSent options={options} />
          <MessageFields options={options} values={typed.values} onChange={typed.set} />
        </>
      )}
    </FormDialog>
  );
}
