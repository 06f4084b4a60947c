"use client";

import { useTranslations } from "next-intl";
import { ErrorState } from "./ui/error-state";
import { useRetryPage } from "./use-retry-page";

/** Instead of a page while the database cannot be reached: nothing is empty, it is only out of reach. */
export function DatabaseDownView() {
  const t = useTranslations("errors");
  const retry = useRetryPage();
  return (
    <main id="main">
      <ErrorState title={<h1>{t("databaseTitle")}</h1>} onRetry={retry}>
        {t("databaseBody")}
      </ErrorState>
    </main>
  );
}
