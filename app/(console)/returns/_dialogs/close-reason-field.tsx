import { useTranslations } from "next-intl";
import { useFormContext } from "react-hook-form";
import { useCloseReasonName } from "@/components/returns/close-reason-name";
import { Radio, RadioGroup } from "@/components/ui/radio-group";
import type { CloseChoice } from "@/lib/returns/close-templates";

type CloseReasonFieldProps = {
  reasons: readonly CloseChoice[];
  error: string | undefined;
  onChoose: (reason: string) => void;
};

/** The internal reason of a closing; what the buyer reads stands apart from it. */
export function CloseReasonField({ reasons, error, onChoose }: CloseReasonFieldProps) {
  const t = useTranslations("close");
  const reasonName = useCloseReasonName();
  const { register, setValue } = useFormContext<{ reason: string; needsComment: boolean }>();
  const choose = (chosen: string) => {
    setValue("needsComment", reasons.find(({ code }) => code === chosen)?.needsComment ?? true);
    onChoose(chosen);
  };
  return (
    <RadioGroup legend={t("reason")} error={error} className="mb-5">
      {reasons.map(({ code, labels }, index) => (
        <Radio
          key={code}
          {...register("reason", {
            // One listener serves all radios of a name, so the event says which.
            onChange: ({ target }: { target: { value: string } }) => choose(target.value),
          })}
          value={code}
          label={reasonName(code, labels)}
          {...(index === 0 ? { "data-focus-first": true } : {})}
        />
      ))}
    </RadioGroup>
  );
}
