"use client";

import { CircleAlert, RotateCw } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "./button";
import { CopyButton } from "./copy-button";

type ErrorStateProps = {
  title: ReactNode;
  /** What failed, what still works. */
  children?: ReactNode;
  /** What a person quotes to support. */
  reference?: string | undefined;
  onRetry?: () => void;
  /** Further ways out. */
  actions?: ReactNode;
};

export function ErrorState({ title, children, reference, onRetry, actions }: ErrorStateProps) {
  const t = useTranslations("common");
  return (
    <div role="alert" className="flex flex-col items-center px-6 py-12 text-center">
      <CircleAlert aria-hidden size={28} strokeWidth={1.5} className="mb-3 text-tone-critical-icon" />
      <div className="heading text-h2">{title}</div>
      {children && <div className="mt-1 max-w-prose text-muted">{children}</div>}
      {(onRetry || actions) && (
        <div className="mt-4 flex flex-wrap justify-center gap-2">
          {onRetry && (
            <Button variant="primary" icon={<RotateCw aria-hidden size={16} />} onClick={onRetry}>
              {t("retry")}
            </Button>
          )}
          {actions}
        </div>
      )}
      {reference && (
        <p className="mt-4 flex items-center gap-1 text-small text-subtle">
          <span className="identifier">{t("reference", { id: reference })}</span>
          <CopyButton text={reference} what={t("reference", { id: reference })} />
        </p>
      )}
    </div>
  );
}
