import { useTranslations } from "next-intl";
import { useState } from "react";
import { Banner } from "@/components/ui/banner";
import type { Doing } from "@/lib/policy/doings";
import { useChanged, useCompany } from "./use-company";
import { useDuration } from "./use-duration";

/**
 * Tells colleagues that this dialog is open, and its reader who opened one before, or was faster. It holds nobody up:
 * the server decides.
 */
export function OpenedBy({ returnId, doing }: { returnId: string; doing: Exclude<Doing, "looking"> }) {
  const t = useTranslations("presence");
  const duration = useDuration();
  const company = useCompany(returnId, doing);
  const [atFirst, setAtFirst] = useState(company);
  if (atFirst === null && company !== null) setAtFirst(company);
  const changed = useChanged(atFirst && company, atFirst?.lastMove?.id ?? null);
  const [first] = company?.colleagues.filter((colleague) => colleague.cameFirst && colleague.doing !== "looking") ?? [];
  if (!changed && !first) return null;
  return (
    <Banner
      tone="attention"
      // Only who it is, is announced: the seconds would be read out again and again.
      title={
        <span role="status">{changed ?? (first && t("meanwhile", { name: first.name, doing: first.doing }))}</span>
      }
      className="mb-5"
    >
      {changed ? t("kept") : first && t("opened", { duration: duration(first.seconds), doing })}
    </Banner>
  );
}
