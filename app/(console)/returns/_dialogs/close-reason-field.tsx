import { useLocale, useTranslations } from "next-intl";
import { FormRadios } from "@/components/form/form-radios";
import { useCloseReasonName } from "@/components/returns/close-reason-name";
import { languageName } from "@/lib/kernel/buyer-languages";
import type { CloseChoice } from "@/lib/returns/close-templates";

type CloseReasonFieldProps = {
  reasons: readonly CloseChoice[];
  chosen: string;
  onChoose: (reason: string) => void;
  name?: string;
};

/** The internal reason of a closing; what the buyer reads stands apart from it. */
export function CloseReasonField({ reasons, chosen, onChoose, name = "reason" }: CloseReasonFieldProps) {
  const reasonName = useCloseReasonName();
  return (
    <FormRadios
      name={name}
      value={chosen === "" ? null : chosen}
      onChoose={onChoose}
      className="mb-5"
      choices={reasons.map(({ code, labels }) => ({ value: code, label: reasonName(code, labels) }))}
    />
  );
}

/** What is to be said where the text that was inserted is not in the language that the buyer reads; null elsewhere. */
export function useOtherLanguage(): (read: string, written: string | undefined) => string | null {
  const t = useTranslations("close");
  const reader = useLocale();
  return (read, written) =>
    written === undefined || languageName(read, reader) === languageName(written, reader)
      ? null
      : t("otherLanguage", { language: languageName(read, reader), written: languageName(written, reader) });
}
