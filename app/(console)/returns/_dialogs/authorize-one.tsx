"use client";

import { useTranslations } from "next-intl";
import { FormDialog } from "@/components/form/form-dialog";
import { judged } from "@/components/form/use-form";
import { useTyped } from "@/components/form/use-typed";
import { useRefusalWords } from "@/components/refusal-words";
import { Banner } from "@/components/ui/banner";
import type { ActionAnswer, ActionRefusal } from "@/lib/kernel/action-answer";
import { verdictOfKept } from "@/lib/policy/machines/return/closed-rest";
import { REACH } from "@/lib/policy/reach";
import { type AuthorizeForm, authorizeProblems } from "@/lib/returns/authorize-form";
import type { DecisionOptions } from "@/lib/returns/decision-options";
import { OpenedBy } from "../_presence/opened-by";
import { authorizeReturn } from "../actions";
import { AuthorizeFields } from "./authorize-fields";
import { authorizeStart } from "./authorize-start";
import type { OneProps } from "./dialog-target";
import { LoadFailure } from "./load-failure";
import { useLoadedOptions } from "./load-options";
import { LoadingBody } from "./loading-body";
import { useAuthorizeWords } from "./use-authorize-words";
import { useDecided } from "./use-decided";

/** A choice that was only looked at is nothing to lose. */
const CHOICES: ReadonlySet<keyof AuthorizeForm> = new Set(["rmaChoice", "addressId", "label"]);

/** *Authorize return*: what will be done with one request, each point of it to be changed. */
export function AuthorizeOne({ returnId, focus, onClose, onInstead }: OneProps) {
  const t = useTranslations("authorize");
  const leaving = useTranslations("leaving");
  const words = useRefusalWords();
  const decided = useDecided();
  const query = useLoadedOptions(returnId);
  const options = query.data;
  const typed = useTyped(authorizeStart(returnId, options));
  const isOverridden = options && verdictOfKept(options, typed.values.rest?.units ?? []) !== "in_policy";
  const form = { ...typed, values: { ...typed.values, mustOverride: isOverridden ?? false } };
  const closed = options?.refusals.authorize ?? null;
  const isOpen = options !== undefined && closed === null;
  const number = options ? `R-${options.number}` : "";
  const isWritten = isOpen && form.changed.some((name) => !CHOICES.has(name));

  const read = (): ActionAnswer<AuthorizeForm> => withRma(judged(form.values, authorizeProblems), form.values.rma);
  const done = ({ eventId }: { eventId: string }) => {
    if (!options) return;
    const { mode, marketplace } = options.channel;
    decided({
      returnId,
      eventId,
      name: number,
      title: t("done", { number }),
      description: REACH[mode].mustBeTold ? t("doneMirrored", { marketplace }) : t("doneManaged"),
      undoSeconds: options.undoSeconds,
    });
    focus.markDone();
    onClose(true);
  };
  return (
    <FormDialog
      action={authorizeReturn}
      read={read}
      onDone={done}
      namedAs={ofRma}
      {...useAuthorizeWords(form.values.newAddress, t("override.note"))}
      title={t("title", { number })}
      submit={t("submit")}
      isReady={isOpen}
      status={query.isPending ? t("loading") : isOpen ? thenText(t, options) : undefined}
      running={t("running")}
      leaving={isWritten ? leaving("decision") : undefined}
      finalFocus={focus.finalFocus}
      onClose={() => onClose(false)}
    >
      <OpenedBy returnId={returnId} doing="authorizing" />
      {query.isPending && <LoadingBody />}
      {query.isError && <LoadFailure error={query.error} onRetry={() => void query.refetch()} />}
      {closed && (
        <Banner tone="critical" role="alert">
          {words(closed)}
        </Banner>
      )}
      {isOpen && <AuthorizeFields options={options} form={form} onInstead={onInstead} />}
    </FormDialog>
  );
}

const withRma = <Input,>(answer: ActionAnswer<Input>, rma: string): ActionAnswer<Input> =>
  answer.ok ? answer : { ok: false, refusal: { ...answer.refusal, rma } };

/** A refused number is said at its field. */
const ofRma = (refusal: ActionRefusal): ActionRefusal =>
  refusal.code.startsWith("rma_") ? { ...refusal, fields: { rma: [refusal.code] } } : refusal;

type Words = ReturnType<typeof useTranslations<"authorize">>;

/** What will happen, honestly: nothing is sent at once, and on a mirrored channel nothing at all (P-19). */
const thenText = (t: Words, { channel, undoSeconds }: DecisionOptions): string =>
  t(`then.${channel.mode}`, { seconds: undoSeconds, marketplace: channel.marketplace });
