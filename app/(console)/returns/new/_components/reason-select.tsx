"use client";

import { useReasonName } from "@/components/returns/reason-name";
import { Select } from "@/components/ui/select";
import { KNOWN_REASONS } from "@/lib/policy/reasons";

/** Every reason that has words, under the name it is sent by. */
export function ReasonSelect({ name }: { name: string }) {
  const reasonName = useReasonName();
  return (
    <Select name={name} defaultValue="no_longer_needed">
      {KNOWN_REASONS.map((reason) => (
        <option key={reason} value={reason}>
          {reasonName(reason)}
        </option>
      ))}
    </Select>
  );
}
