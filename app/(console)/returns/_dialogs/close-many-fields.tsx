import { useTranslations } from "next-intl";
import { type ReactNode, useRef } from "react";
import { useFormContext, useWatch } from "react-hook-form";
import { Banner } from "@/components/ui/banner";
import { CountedTextarea } from "@/components/ui/counted-textarea";
import { ErrorSummary } from "@/components/ui/error-summary";
import type { Locale } from "@/lib/i18n/locale";
import type { CloseManyForm } from "@/lib/returns/close-form";
import { COMMENT_AT_MOST, NOTE_AT_MOST } from "@/lib/returns/limits";
import type { LeftOut } from "@/lib/returns/preflight";
import { CloseReasonField } from "./close-reason-field";
import { RefundSums } from "./refund-sums";
import { useCloseErrors } from "./use-close-errors";
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
  const { register, control, formState, getValues, setValue } = useFormContext<CloseManyForm>();
  const { errors, isSubmitted } = formState;
  const [code, comments, note] = useWatch({ control, name: ["reason", "comments", "note"] });
  const inserted = useRef<Partial<Record<Locale, string>>>({});
  const reason = options.closeReasons.find((choice) => choice.code === code) ?? null;

  const choose = (chosen: string) => {
    const carriesRefund = options.closeReasons.find((choice) => choice.code === chosen)?.carriesRefund ?? false;
    onRefund(carriesRefund ? chosen : undefined);
    for (const { locale } of options.languages) {
      const written = getValues(`comments.${locale}`);
      if (written !== "" && written !== inserted.current[locale]) continue;
      const template = options.templates[locale][chosen] ?? "";
      inserted.current[locale] = template;
      setValue(`comments.${locale}`, template, { shouldDirty: true, shouldValidate: isSubmitted });
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
      {options.languages.map(({ locale, count }) => (
        <CountedTextarea
          key={locale}
          {...register(`comments.${locale}`)}
          rows={7}
          lang={locale}
          label={t("comments", { language: locale === "zh-CN" ? "zh" : "en", count })}
          hint={t("variables", { variables: VARIABLES })}
          error={
            errors.comments?.[locale] && errorText(`comments.${locale}`, errors.comments[locale].message ?? "required")
          }
          limit={COMMENT_AT_MOST}
          count={comments[locale].length}
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
