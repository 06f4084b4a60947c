"use client";

import { Inbox } from "lucide-react";
import { useTranslations } from "next-intl";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { paths } from "@/lib/i18n/paths";
import { emptyFilter, type ReturnFilter } from "@/lib/returns/shared/filter";
import { listHref } from "@/lib/returns/shared/list-view";

type ListEmptyProps = {
  filter: ReturnFilter;
  activeCount: number;
  hasAny: boolean;
  canImport: boolean;
  /** A later page whose returns have all moved on. */
  isPast: boolean;
};

/** Why there are no rows: nothing ever came in, the filters leave nothing, or the work is done. */
export function ListEmpty({ filter, activeCount, hasAny, canImport, isPast }: ListEmptyProps) {
  const t = useTranslations("returns.empty");
  const { tab, q } = filter;
  if (!hasAny) {
    return (
      <EmptyState
        icon={Inbox}
        title={t("first.title")}
        action={
          canImport && (
            <LinkButton href={paths.import} variant="primary">
              {t("first.action")}
            </LinkButton>
          )
        }
      >
        {t("first.body")}
      </EmptyState>
    );
  }
  if (isPast) {
    return (
      <EmptyState
        title={t("past.title")}
        action={
          <LinkButton href={listHref(filter)} variant="primary">
            {t("past.action")}
          </LinkButton>
        }
      />
    );
  }
  if (activeCount > 0) {
    return (
      <EmptyState
        title={t("filtered.title", { count: activeCount })}
        action={
          <>
            <LinkButton href={listHref({ ...emptyFilter(tab), sort: filter.sort })} variant="primary">
              {t("filtered.clear")}
            </LinkButton>
            {q && tab !== "all" && (
              <LinkButton href={listHref({ ...emptyFilter("all"), q })}>{t("filtered.all")}</LinkButton>
            )}
          </>
        }
      >
        {t("filtered.body")}
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon={Inbox}
      title={t(`done.${tab}`)}
      action={
        tab === "authorization_required" && (
          <LinkButton href={listHref(emptyFilter("awaiting_return"))}>{t("toAwaiting")}</LinkButton>
        )
      }
    />
  );
}
