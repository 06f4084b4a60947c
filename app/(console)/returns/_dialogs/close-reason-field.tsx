import { FormRadios } from "@/components/form/form-radios";
import { useCloseReasonName } from "@/components/returns/close-reason-name";
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
