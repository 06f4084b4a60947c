import { useLocale, useTranslations } from "next-intl";
import { FormCounted } from "@/components/form/form-problems";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { languageName } from "@/lib/kernel/buyer-languages";
import { COMMENT_AT_MOST, NOTE_AT_MOST } from "@/lib/policy/limits";
import type { CloseForm } from "@/lib/returns/close-form";
import type { DecisionOptions } from "@/lib/returns/decision-options";
import { CloseReasonField, useOtherLanguage } from "./close-reason-field";

type CloseFieldsProps = {
  options: DecisionOptions;
  values: CloseForm;
  onChange: (some: Partial<CloseForm>) => void;
  onMessageInstead: () => void;
};

/** Reason, comments and note of one closing. */
export function CloseFields({ options, values, onChange, onMessageInstead }: CloseFieldsProps) {
  const t = useTranslations("close");
  const message = useTranslations("message");
  const otherLanguage = useOtherLanguage();
  const reader = useLocale();
  const { reason: code, comment, note } = values;
  const reason = options.closeReasons.find((choice) => choice.code === code) ?? null;
  const template = options.closeTemplates[code];
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
        chosen={code}
        onChoose={(chosen) => onChange(closingFor(options, chosen, values))}
      />
      {reason?.carriesRefund && (
        <Banner tone="info" role="status" className="mb-5">
          {t("refund")}
        </Banner>
      )}
      <FormCounted
        name="comment"
        rows={7}
        hint={
          <>
            {otherLanguage(options.language, template?.language) ??
              t("commentHint", { language: languageName(options.language, reader) })}{" "}
            {reason && !reason.needsComment && t("optionalHint")}
          </>
        }
        lang={options.language}
        limit={COMMENT_AT_MOST}
        count={comment.length}
        value={comment}
        onChange={(event) => onChange({ comment: event.target.value })}
        isRequired={reason?.needsComment ?? true}
        isOptional={reason !== null && !reason.needsComment}
      />
      {code && comment !== template?.text && (
        <Button
          size="sm"
          variant="ghost"
          className="-mt-4 mb-4"
          onClick={() => onChange({ comment: template?.text ?? "" })}
        >
          {t("useTemplate")}
        </Button>
      )}
      <FormCounted
        name="note"
        rows={2}
        hint={t("noteHint")}
        limit={NOTE_AT_MOST}
        count={note.length}
        value={note}
        onChange={(event) => onChange({ note: event.target.value })}
        isOptional
      />
      <p className="text-muted text-small">{t("nothingNeeded")}</p>
    </>
  );
}

/** A reason with its template, unless something else is written than the one of the reason before. */
export function closingFor(
  { closeReasons, closeTemplates }: DecisionOptions,
  chosen: string,
  before: Pick<CloseForm, "reason" | "comment">,
): Pick<CloseForm, "reason" | "needsComment" | "comment"> {
  const isOwn = before.comment !== "" && before.comment !== closeTemplates[before.reason]?.text;
  return {
    reason: chosen,
    needsComment: closeReasons.find(({ code }) => code === chosen)?.needsComment ?? true,
    comment: isOwn ? before.comment : (closeTemplates[chosen]?.text ?? ""),
  };
}
