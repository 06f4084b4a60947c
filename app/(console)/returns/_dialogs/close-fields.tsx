import { useLocale, useTranslations } from "next-intl";
import { useEffect, useEffectEvent, useRef } from "react";
import { useFormContext, useWatch } from "react-hook-form";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { CountedTextarea } from "@/components/ui/counted-textarea";
import { languageName } from "@/lib/kernel/buyer-languages";
import { COMMENT_AT_MOST, NOTE_AT_MOST } from "@/lib/policy/limits";
import type { CloseForm } from "@/lib/returns/close-form";
import type { DecisionOptions } from "@/lib/returns/decision-options";
import { CloseReasonField } from "./close-reason-field";
import { useCloseErrors } from "./use-close-errors";
import { useOtherLanguage } from "./use-other-language";

type CloseFieldsProps = {
  options: DecisionOptions;
  /** Chosen from the start, with its template. */
  startReason?: string | undefined;
  onMessageInstead: () => void;
};

/** Reason, comments and note of one closing. Choosing a reason inserts its template, unless something else is written. */
export function CloseFields({ options, startReason, onMessageInstead }: CloseFieldsProps) {
  const t = useTranslations("close");
  const message = useTranslations("message");
  const errorText = useCloseErrors();
  const otherLanguage = useOtherLanguage();
  const reader = useLocale();
  const { register, control, formState, getValues, setValue } = useFormContext<CloseForm>();
  const { errors } = formState;
  const [code, comment, note] = useWatch({ control, name: ["reason", "comment", "note"] });
  const inserted = useRef("");
  const reason = options.closeReasons.find((choice) => choice.code === code) ?? null;

  const insert = (chosen: string) => {
    const template = options.closeTemplates[chosen]?.text ?? "";
    inserted.current = template;
    setValue("comment", template, { shouldDirty: true, shouldValidate: formState.isSubmitted });
  };
  const choose = (chosen: string) => {
    const written = getValues("comment");
    if (written === "" || written === inserted.current) insert(chosen);
  };

  const begin = useEffectEvent((chosen: string) => {
    const offered = options.closeReasons.find((choice) => choice.code === chosen);
    if (!offered) return;
    setValue("reason", chosen);
    setValue("needsComment", offered.needsComment);
    choose(chosen);
  });
  useEffect(() => {
    if (startReason) begin(startReason);
  }, [startReason]);

  return (
    <>
      {options.evaluation.verdict === "in_policy" && (
        <Banner
          tone="warning"
          role="status"
          title={t("inPolicy.title")}
          actions={
            <Button size="sm" onClick={onMessageInstead}>
              {message("first")}
            </Button>
          }
          className="mb-5"
        >
          {t("inPolicy.body")}
        </Banner>
      )}
      {options.isKept && (
        <Banner tone="attention" title={message("noAddress.keptTitle")} className="mb-5">
          {message("noAddress.kept")}
        </Banner>
      )}
      <CloseReasonField
        reasons={options.closeReasons}
        error={errors.reason && errorText("reason", "required")}
        onChoose={choose}
      />
      {reason?.carriesRefund && (
        <Banner tone="info" role="status" className="mb-5">
          {t("refund")}
        </Banner>
      )}
      <CountedTextarea
        {...register("comment")}
        rows={7}
        label={t("comment")}
        hint={
          <>
            {otherLanguage(options.language, options.closeTemplates[code]?.language) ??
              t("commentHint", { language: languageName(options.language, reader) })}{" "}
            {reason && !reason.needsComment && t("optionalHint")}
          </>
        }
        lang={options.language}
        error={errors.comment && errorText("comment", errors.comment.message ?? "required")}
        limit={COMMENT_AT_MOST}
        count={comment.length}
        isRequired={reason?.needsComment ?? true}
        isOptional={reason !== null && !reason.needsComment}
      />
      {code && comment !== options.closeTemplates[code]?.text && (
        <Button size="sm" variant="ghost" className="-mt-4 mb-4" onClick={() => insert(code)}>
          {t("useTemplate")}
        </Button>
      )}
      <CountedTextarea
        {...register("note")}
        rows={2}
        label={t("note")}
        hint={t("noteHint")}
        error={errors.note && errorText("note", "too_long")}
        limit={NOTE_AT_MOST}
        count={note.length}
        isOptional
      />
      <p className="text-muted text-small">{t("nothingNeeded")}</p>
    </>
  );
}
