"use client";

import { useReasonName } from "@/components/returns/reason-name";
import { Select } from "@/components/ui/select";
import type { ReasonChoice } from "../load-new-return";

const USUAL = "no_longer_needed";

type ReasonSelectProps = { name: string; reasons: readonly ReasonChoice[]; onChange?: () => void };

/** Every reason that can be chosen, under the code it is sent by. */
export function ReasonSelect({ name, reasons, onChange }: ReasonSelectProps) {
  const reasonName = useReasonName();
  return (
    <Select
      name={name}
      onChange={onChange}
      defaultValue={reasons.some(({ code }) => code === USUAL) ? USUAL : reasons[0]?.code}
    >
      {reasons.map(({ code, labels }) => (
        <option key={code} value={code}>
          {reasonName(code, labels)}
        </option>
      ))}
    </Select>
  );
}
