"use client";

import { useTranslations } from "next-intl";
import { paths } from "@/lib/i18n/paths";
import { ErrorState } from "./ui/error-state";
import { LinkButton } from "./ui/link-button";
import { useRetryPage } from "./use-retry-page";

type ErrorViewProps = { error: Error & { digest?: string }; reset: () => void };

/** A page that failed: what happened in words, the reference for support, and the ways out. */
export function ErrorView({ error, reset }: ErrorViewProps) {
  const t = useTranslations("errors");
  const retry = useRetryPage(reset);
  return (
    <ErrorState
      title={<h1>{t("title")}</h1>}
      reference={error.digest}
      onRetry={retry}
      actions={<LinkButton href={paths.returns()}>{t("toReturns")}</LinkButton>}
    >
      {t("body")}
    </ErrorState>
  );
}
