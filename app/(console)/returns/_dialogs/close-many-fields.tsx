import { useTranslations } from "next-intl";
import { FormCounted } from "@/components/form/form-problems";
import { Banner } from "@/components/ui/banner";
import type { LeftOut } from "@/lib/bulk/preflight";
import { COMMENT_AT_MOST, NOTE_AT_MOST } from "@/lib/policy/limits";
import type { CloseManyForm } from "@/lib/returns/close-form";
import { CloseReasonField, useOtherLanguage } from "./close-reason-field";
import { RefundSums } from "./refund-sums";
import type { BulkOptions } from "./use-preflight";

const VARIABLES = "{buyerName}, {itemName}, {orderNumber}, {shopName}";

type CloseManyFieldsProps = {
  options: BulkOptions;
  values: CloseManyForm;
  onChange: (some: Partial<CloseManyForm>) => void;
  onLeaveOut: (some: readonly LeftOut[]) => void;
};

/** One reason for all, and a comment in each language that the selected buyers read. */
export function CloseManyFields({ options, values, onChange, onLeaveOut }: CloseManyFieldsProps) {
  const t = useTranslations("bulk");
  const close = useTranslations("close");
  const otherLanguage = useOtherLanguage();
  const { reason: code, comments, note } = values;
  const template = (language: string, chosen: string) => options.templates[language]?.[chosen];
  const reason = options.closeReasons.find((choice) => choice.code === code) ?? null;

  const choose = (chosen: string) => {
    const texts = options.languages.map(({ language }): [string, string] => {
      const written = comments[language] ?? "";
      const isOwn = written !== "" && written !== template(language, code)?.text;
      return [language, isOwn ? written : (template(language, chosen)?.text ?? "")];
    });
    const needsComment = options.closeReasons.find((choice) => choice.code === chosen)?.needsComment ?? true;
    onChange({ reason: chosen, needsComment, comments: { ...comments, ...Object.fromEntries(texts) } });
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
      <CloseReasonField reasons={options.closeReasons} chosen={code} onChoose={choose} />
      {reason?.carriesRefund && (
        <RefundSums sums={options.refunds} beyondLimit={options.beyondLimit} onLeaveOut={onLeaveOut} />
      )}
      {options.languages.map(({ language }) => (
        <FormCounted
          key={language}
          name={`comments.${language}`}
          rows={7}
          lang={language}
          hint={
            <>
              {t("variables", { variables: VARIABLES })} {otherLanguage(language, template(language, code)?.language)}
            </>
          }
          limit={COMMENT_AT_MOST}
          count={(comments[language] ?? "").length}
          value={comments[language] ?? ""}
          onChange={(event) => onChange({ comments: { ...comments, [language]: event.target.value } })}
          isRequired={reason?.needsComment ?? true}
          isOptional={reason !== null && !reason.needsComment}
        />
      ))}
      <FormCounted
        name="note"
        rows={2}
        hint={close("noteHint")}
        limit={NOTE_AT_MOST}
        count={note.length}
        value={note}
        onChange={(event) => onChange({ note: event.target.value })}
        isOptional
      />
    </>
  );
}
