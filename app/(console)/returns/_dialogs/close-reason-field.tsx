import { useTranslations } from "next-intl";
import { useFormContext } from "react-hook-form";
import { Radio, RadioGroup } from "@/components/ui/radio-group";
import { CLOSE_REASONS, type CloseReasonCode } from "@/lib/policy/close-reasons";

type CloseReasonFieldProps = { error: string | undefined; onChoose: (reason: CloseReasonCode) => void };

/** The internal reason of a closing; what the buyer reads stands apart from it. */
export function CloseReasonField({ error, onChoose }: CloseReasonFieldProps) {
  const t = useTranslations("close");
  const reasons = useTranslations("closeReasons");
  const { register } = useFormContext<{ reason: CloseReasonCode }>();
  return (
    <RadioGroup legend={t("reason")} error={error} className="mb-5">
      {CLOSE_REASONS.map(({ code }, index) => (
        <Radio
          key={code}
          {...register("reason", {
            // One listener serves all radios of a name, so the event says which.
            onChange: ({ target }: { target: { value: CloseReasonCode } }) => onChoose(target.value),
          })}
          value={code}
          label={reasons(`${code}.label`)}
          {...(index === 0 ? { "data-focus-first": true } : {})}
        />
      ))}
    </RadioGroup>
  );
}
