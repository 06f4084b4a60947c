"use client";

import { useTranslations } from "next-intl";
import { FormDialog } from "@/components/form/form-dialog";
import { ownWords } from "@/components/form/form-problems";
import { judged } from "@/components/form/use-form";
import { useTyped } from "@/components/form/use-typed";
import { REACH } from "@/lib/policy/reach";
import { type CloseForm, closeProblems } from "@/lib/returns/close-form";
import type { DecisionOptions } from "@/lib/returns/decision-options";
import { OpenedBy } from "../_presence/opened-by";
import { closeReturn } from "../actions";
import { CloseFields, closingFor } from "./close-fields";
import { CloseRefused } from "./close-refused";
import type { OneProps } from "./dialog-target";
import { LoadFailure } from "./load-failure";
import { useLoadedOptions } from "./load-options";
import { LoadingBody } from "./loading-body";
import { ReturnSummary } from "./return-summary";
import { useDecided } from "./use-decided";

const EMPTY = { reason: "", comment: "", note: "", needsComment: true };

/** What a closing begins with: nothing, or the reason that it was opened for, with its template. */
const closeStart = (returnId: string, reason?: string, options?: DecisionOptions): CloseForm => ({
  returnId,
  ...EMPTY,
  ...(options?.closeReasons.some(({ code }) => code === reason) && reason ? closingFor(options, reason, EMPTY) : {}),
});

/** *Close request*: one request, with a reason, comments to the buyer and an internal note (S2-06). */
export function CloseOne({ returnId, startReason, focus, onClose, onInstead }: OneProps) {
  const t = useTranslations("close");
  const leaving = useTranslations("leaving");
  const loading = useTranslations("authorize");
  const decided = useDecided();
  const query = useLoadedOptions(returnId);
  const options = query.data;
  const { values, set } = useTyped(closeStart(returnId, startReason, options));
  const refused = options?.refusals.close ?? null;
  const isOpen = options !== undefined && refused === null;
  const number = options ? `R-${options.number}` : "";
  // A template that was only looked at is nothing to lose.
  const { reason, comment, note } = values;
  const isWritten = note !== "" || (comment !== "" && comment !== options?.closeTemplates[reason]?.text);

  const done = ({ eventId }: { eventId: string }) => {
    if (!options) return;
    const { mode, marketplace } = options.channel;
    decided({
      returnId,
      eventId,
      name: number,
      title: t("done", { number }),
      description: REACH[mode].mustBeTold ? loading("doneMirrored", { marketplace }) : loading("doneManaged"),
      undoSeconds: options.undoSeconds,
    });
    focus.markDone();
    onClose(true);
  };
  return (
    <FormDialog
      action={closeReturn}
      read={() => judged(values, closeProblems)}
      onDone={done}
      labels={{ reason: t("reason"), comment: t("comment"), note: t("note") }}
      wordsOf={ownWords(useTranslations("close.errors"))}
      title={t("title", { number })}
      submit={t("submit")}
      isReady={isOpen}
      status={query.isPending ? loading("loading") : isOpen ? thenText(t, options) : undefined}
      running={t("running")}
      leaving={isOpen && isWritten ? leaving("decision") : undefined}
      finalFocus={focus.finalFocus}
      onClose={() => onClose(false)}
    >
      <OpenedBy returnId={returnId} doing="closing" />
      {query.isPending && <LoadingBody />}
      {query.isError && <LoadFailure error={query.error} onRetry={() => void query.refetch()} />}
      {options && <ReturnSummary options={options} />}
      {refused && <CloseRefused refusal={refused} onAuthorizeInstead={() => onInstead("authorize")} />}
      {isOpen && (
        <CloseFields options={options} values={values} onChange={set} onMessageInstead={() => onInstead("message")} />
      )}
    </FormDialog>
  );
}

type Words = ReturnType<typeof useTranslations<"close">>;

const thenText = (t: Words, { channel, undoSeconds: seconds }: DecisionOptions): string =>
  t(`then.${channel.mode}`, { seconds, marketplace: channel.marketplace });
