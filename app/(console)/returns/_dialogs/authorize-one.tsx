"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useMemo, useRef } from "react";
import { FormProvider, useForm } from "react-hook-form";
import { fetchAnswer } from "@/components/fetch-answer";
import { useRefusalWords } from "@/components/refusal-words";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { askBefore } from "@/components/ui/leave-guard";
import { useLeaveGuard } from "@/components/ui/use-leave-guard";
import { useAction } from "@/components/use-action";
import { REACH } from "@/lib/policy/reach";
import { type AuthorizeForm, authorizeProblems, NO_ADDRESS } from "@/lib/returns/authorize-form";
import type { DecisionOptions } from "@/lib/returns/decision-options";
import { OpenedBy } from "../_presence/opened-by";
import { authorizeReturn } from "../actions";
import { AuthorizeFields } from "./authorize-fields";
import { LoadFailure } from "./load-failure";
import type { LoadedOptions } from "./loaded-options";
import { LoadingBody } from "./loading-body";
import { resolveWith } from "./resolve-with";
import { ReturnSummary } from "./return-summary";
import { useAuthorizeErrors } from "./use-authorize-errors";
import { useDecided } from "./use-decided";
import type { FinalFocus } from "./use-final-focus";
import { useFocusFirst, useSubmitKey } from "./use-form-keys";
import { useProblems } from "./use-problems";

const startOf = (returnId: string, options?: LoadedOptions): AuthorizeForm => ({
  returnId,
  mustOverride: options !== undefined && options.evaluation.verdict !== "in_policy",
  overrideNote: "",
  rmaChoice: options?.asksOwnRma && options.channel.programme !== "free_return" ? "own" : "generated",
  rma: "",
  addressId: addressOf(options),
  newAddress: { ...NO_ADDRESS, country: options?.channel.country ?? "" },
  label: "policy",
  labelFileId: null,
  labelCurrency: options?.currency ?? "USD",
  labelCost: "",
  labelCarrier: "",
  labelTracking: "",
  instructions: options?.instructions ?? "",
});

function addressOf(options?: LoadedOptions): string {
  if (!options || options.channel.programme === "free_return") return "default";
  return options.ruledAddress?.id ?? options.channel.defaultAddressId ?? options.addresses[0]?.id ?? "new";
}

type AuthorizeOneProps = {
  returnId: string;
  focus: FinalFocus;
  onClose: (isDone: boolean) => void;
  /** With the reason that the closing starts with. */
  onCloseInstead: (reason?: string) => void;
  /** S2-11: writes to the buyer what the way back costs, and decides nothing. */
  onTellCost: () => void;
};

/** *Authorize return*: one request, with its RMA, address, label and words to the buyer. */
export function AuthorizeOne({ returnId, focus, onClose, onCloseInstead, onTellCost }: AuthorizeOneProps) {
  const t = useTranslations("authorize");
  const leaving = useTranslations("leaving");
  const common = useTranslations("common");
  const words = useRefusalWords();
  const decided = useDecided();
  const body = useRef<HTMLDivElement>(null);
  const { run, isRunning } = useAction(authorizeReturn);
  const query = useQuery({
    queryKey: ["options", returnId],
    queryFn: ({ signal }) => fetchAnswer<LoadedOptions>(`/api/returns/${returnId}/options`, { signal }),
  });
  const options = query.data;
  const values = useMemo(() => startOf(returnId, options), [returnId, options]);
  const form = useForm<AuthorizeForm>({
    resolver: resolveWith(authorizeProblems),
    values,
    // The summary takes the focus.
    shouldFocusError: false,
  });
  const errorText = useAuthorizeErrors();
  const { problems, ...tell } = useProblems((path, code) => errorText(path, code, form.getValues("rma")));
  const closed = options?.refusals.authorize ?? null;
  const isOpen = options !== undefined && closed === null;
  useLeaveGuard(isOpen && form.formState.isDirty, leaving("decision"));
  useSubmitKey(body);
  useFocusFirst(body, isOpen);

  // A choice that was only looked at is nothing to lose.
  const { rmaChoice: _rma, addressId: _address, label: _label, ...written } = form.formState.dirtyFields;
  const leave = () => (Object.keys(written).length > 0 ? askBefore(() => onClose(false)) : onClose(false));

  const submit = form.handleSubmit(async (typed) => {
    if (isRunning || !options || !isOpen) return;
    tell.clear();
    const answer = await run(typed);
    if (answer.ok) {
      const { mode, marketplace } = options.channel;
      decided({
        returnId,
        eventId: answer.value.eventId,
        name: `R-${options.number}`,
        title: t("done", { number: `R-${options.number}` }),
        description: REACH[mode].mustBeTold ? t("doneMirrored", { marketplace }) : t("doneManaged"),
        undoSeconds: options.undoSeconds,
      });
      focus.markDone();
      onClose(true);
      return;
    }
    const { code } = answer.refusal;
    if (!code.startsWith("rma_")) return tell.showRefusal(answer.refusal);
    form.setError("rma", { type: code, message: code });
    const { error } = form.getFieldState("rma");
    tell.showFields(error ? { rma: error } : {});
  }, tell.showFields);

  return (
    <FormProvider {...form}>
      <Dialog
        isOpen
        onClose={() => !isRunning && leave()}
        title={t("title", { number: options ? `R-${options.number}` : "" })}
        status={isRunning ? t("running") : query.isPending ? t("loading") : isOpen ? thenText(t, options) : undefined}
        onSubmit={(event) => void submit(event)}
        finalFocus={focus.finalFocus}
        footer={
          <>
            <Button onClick={leave} isDisabled={isRunning}>
              {common("cancel")}
            </Button>
            {isOpen && (
              <Button type="submit" variant="primary" isLoading={isRunning}>
                {t("submit")}
              </Button>
            )}
          </>
        }
      >
        <div ref={body}>
          <OpenedBy returnId={returnId} doing="authorizing" />
          {query.isPending && <LoadingBody />}
          {query.isError && <LoadFailure error={query.error} onRetry={() => void query.refetch()} />}
          {options && closed && (
            <Banner tone="critical" role="alert">
              {words(closed)}
            </Banner>
          )}
          {isOpen && (
            <AuthorizeFields
              options={options}
              problems={problems}
              onCloseInstead={onCloseInstead}
              onTellCost={onTellCost}
            >
              <ReturnSummary options={options} />
            </AuthorizeFields>
          )}
        </div>
      </Dialog>
    </FormProvider>
  );
}

type Words = ReturnType<typeof useTranslations<"authorize">>;

/** What will happen, honestly: nothing is sent at once, and on a mirrored channel nothing at all (P-19). */
const thenText = (t: Words, { channel, undoSeconds }: DecisionOptions): string =>
  t(`then.${channel.mode}`, { seconds: undoSeconds, marketplace: channel.marketplace });
