"use client";

import { ArrowDown, ArrowUp } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import type { ShownReason } from "@/lib/policy/judging/own-reasons";

type ReasonItemProps = {
  reason: ShownReason;
  /** Where it stands among those that can be chosen; null: retired. */
  place: { isFirst: boolean; isLast: boolean } | null;
  /** Null where the person only reads. */
  acts: { edit: () => void; move: (by: -1 | 1) => void; toggle: () => void } | null;
};

/** One reason: its words in both languages, what follows from it, and its place. */
export function ReasonItem({ reason, place, acts }: ReasonItemProps) {
  const t = useTranslations("reasons");
  const locale = useLocale();
  const { kind, code, labels, isBuiltIn, isBuyerVisible, fault, needsComment, carriesRefund } = reason;
  const name = labels[locale];
  const other = locale === "en" ? labels["zh-CN"] : labels.en;
  const facts = [
    carriesRefund && t("fact.refund"),
    kind === "close" && !needsComment && t("fact.noComment"),
    fault && t("fact.fault", { fault }),
    kind === "close" && !isBuyerVisible && t("fact.hidden"),
  ].filter((fact): fact is string => Boolean(fact));
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-2.5">
      <div className="min-w-0 flex-1 basis-60">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <span className="font-medium">{name}</span>
          {!isBuiltIn && <Badge tone="attention">{t("own")}</Badge>}
        </p>
        <p className="text-small text-subtle">
          <span lang={locale === "en" ? "zh-CN" : "en"}>{other}</span> · <span className="identifier">{code}</span>
        </p>
        {facts.length > 0 && <p className="text-muted text-small">{facts.join(" · ")}</p>}
      </div>
      {acts && (
        <div className="flex flex-wrap items-center gap-1.5">
          {place && (
            <>
              <IconButton
                size="sm"
                label={t("up", { name })}
                icon={<ArrowUp aria-hidden size={15} />}
                isDisabled={place.isFirst}
                onClick={() => acts.move(-1)}
              />
              <IconButton
                size="sm"
                label={t("down", { name })}
                icon={<ArrowDown aria-hidden size={15} />}
                isDisabled={place.isLast}
                onClick={() => acts.move(1)}
              />
              <Button size="sm" aria-label={t("editNamed", { name })} onClick={acts.edit}>
                {t("edit")}
              </Button>
            </>
          )}
          <Button size="sm" aria-label={t(place ? "retireNamed" : "bringBackNamed", { name })} onClick={acts.toggle}>
            {t(place ? "retire" : "bringBack")}
          </Button>
        </div>
      )}
    </li>
  );
}
