import { useLocale, useTranslations } from "next-intl";
import { type ReactNode, useRef } from "react";
import { useFormContext, useWatch } from "react-hook-form";
import { Banner } from "@/components/ui/banner";
import { CountedTextarea } from "@/components/ui/counted-textarea";
import { ErrorSummary } from "@/components/ui/error-summary";
import type { LeftOut } from "@/lib/bulk/preflight";
import { languageName } from "@/lib/kernel/buyer-languages";
import { COMMENT_AT_MOST, NOTE_AT_MOST } from "@/lib/policy/limits";
import type { CloseManyForm } from "@/lib/returns/close-form";
import { CloseReasonField } from "./close-reason-field";
import { RefundSums } from "./refund-sums";
import { useCloseErrors } from "./use-close-errors";
import { useOtherLanguage } from "./use-other-language";
import type { BulkOptions } from "./use-preflight";
import type { Problems } from "./use-problems";

const VARIABLES = "{buyerName}, {itemName}, {orderNumber}, {shopName}";

type CloseManyFieldsProps = SharedFieldsProps & { problems: Problems; children: ReactNode };

type SharedFieldsProps = {
  options: BulkOptions;
  /** With the reason that carries a refund, or without one. */
  onRefund: (reason: string | undefined) => void;
  onLeaveOut: (some: readonly LeftOut[]) => void;
};

/** One reason for all, and a comment in each language that the selected buyers read. */
export function CloseManyFields({ problems, children, ...shared }: CloseManyFieldsProps) {
  return (
    <>
      <ErrorSummary key={problems.attempt} errors={problems.list} />
      {children}
      {shared.options.ready.count > 0 && <SharedFields {...shared} />}
    </>
  );
}

function SharedFields({ options, onRefund, onLeaveOut }: SharedFieldsProps) {
  const t = useTranslations("bulk");
  const close = useTranslations("close");
  const errorText = useCloseErrors();
  const otherLanguage = useOtherLanguage();
  const { register, control, formState, getValues, setValue } = useFormContext<CloseManyForm>();
  const { errors, isSubmitted } = formState;
  const [code, comments, note] = useWatch({ control, name: ["reason", "comments", "note"] });
  const inserted = useRef<Record<string, string>>({});
  const reader = useLocale();
  const template = (language: string, chosen: string) => options.templates[language]?.[chosen];
  const reason = options.closeReasons.find((choice) => choice.code === code) ?? null;

  const choose = (chosen: string) => {
    const carriesRefund = options.closeReasons.find((choice) => choice.code === chosen)?.carriesRefund ?? false;
    onRefund(carriesRefund ? chosen : undefined);
    for (const { language } of options.languages) {
      const written = getValues(`comments.${language}`) ?? "";
      if (written !== "" && written !== inserted.current[language]) continue;
      const text = template(language, chosen)?.text ?? "";
      inserted.current[language] = text;
      setValue(`comments.${language}`, text, { shouldDirty: true, shouldValidate: isSubmitted });
    }
  };

  return (
    <>
      {options.inPolicy > 0 && (
        <Banner tone="warning" className="mb-5">
          {t("inPolicy", { count: options.inPolicy })}
        </Banner>
      )}
      {options.unaddressed > 0 && (
        <Banner tone="attention" className="mb-5">
          {t("unaddressed", { count: options.unaddressed })}
        </Banner>
      )}
      <CloseReasonField
        reasons={options.closeReasons}
        error={errors.reason && errorText("reason", "required")}
        onChoose={choose}
      />
      {reason?.carriesRefund && (
        <RefundSums sums={options.refunds} beyondLimit={options.beyondLimit} onLeaveOut={onLeaveOut} />
      )}
      {options.languages.map(({ language, count }) => (
        <CountedTextarea
          key={language}
          {...register(`comments.${language}`, { value: "" })}
          rows={7}
          lang={language}
          label={t("comments", { language: languageName(language, reader), count })}
          hint={
            <>
              {t("variables", { variables: VARIABLES })} {otherLanguage(language, template(language, code)?.language)}
            </>
          }
          error={
            errors.comments?.[language] &&
            errorText(`comments.${language}`, errors.comments[language].message ?? "required")
          }
          limit={COMMENT_AT_MOST}
          count={(comments[language] ?? "").length}
          isRequired={reason?.needsComment ?? true}
          isOptional={reason !== null && !reason.needsComment}
        />
      ))}
      <CountedTextarea
        {...register("note")}
        rows={2}
        label={close("note")}
        hint={close("noteHint")}
        error={errors.note && errorText("note", "too_long")}
        limit={NOTE_AT_MOST}
        count={note.length}
        isOptional
      />
    </>
  );
}
