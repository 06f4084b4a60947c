"use client";

import { Check, CircleAlert, CircleDot } from "lucide-react";
import { useTimeZone, useTranslations } from "next-intl";
import { formatClock } from "@/lib/i18n/format";
import { Spinner } from "./spinner";

export type SaveState =
  | { kind: "clean" }
  | { kind: "dirty" }
  | { kind: "saving" }
  | { kind: "saved"; at?: Date }
  | { kind: "failed"; why?: string };

/** How the saving of a form stands, in words and announced. */
export function SaveStatus({ state }: { state: SaveState }) {
  const t = useTranslations("common");
  const timeZone = useTimeZone() ?? "UTC";
  return (
    <p role="status" className="flex min-h-5 items-center gap-1.5 text-muted text-small">
      {state.kind === "dirty" && (
        <>
          <CircleDot aria-hidden size={14} className="text-tone-attention-icon" />
          {t("unsaved")}
        </>
      )}
      {state.kind === "saving" && (
        <>
          <Spinner size={14} />
          {t("saving")}
        </>
      )}
      {state.kind === "saved" && (
        <>
          <Check aria-hidden size={14} className="text-tone-success-icon" />
          {state.at ? t("savedAt", { time: formatClock(state.at, timeZone) }) : t("saved")}
        </>
      )}
      {state.kind === "failed" && (
        <span className="flex items-center gap-1.5 text-danger">
          <CircleAlert aria-hidden size={14} />
          {state.why ?? t("saveFailed")}
        </span>
      )}
    </p>
  );
}
