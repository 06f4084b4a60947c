import { ChevronRight, PenLine } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { paths } from "@/lib/i18n/paths";
import { languageName, languagesWith } from "@/lib/kernel/buyer-languages";
import { LOCALES } from "@/lib/kernel/locale";
import type { WrittenTemplate } from "@/lib/messages/template-rows";
import type { MergedReason } from "@/lib/policy/judging/own-reasons";
import { TEMPLATE_SLUGS, type TemplateKind } from "@/lib/policy/messages/message";
import { templateReasons } from "@/lib/policy/messages/template-texts";
import { useReasonName } from "../use-reason-name";

type KindCardProps = {
  kind: TemplateKind;
  own: readonly WrittenTemplate[];
  closeReasons: readonly MergedReason[];
};

/** The texts of one kind, each leading to its editor, with how far the seller has written their own. */
export function KindCard({ kind, own, closeReasons }: KindCardProps) {
  const t = useTranslations("templates");
  const nameOf = useReasonName(closeReasons);
  const reader = useLocale();
  const codes = closeReasons.map(({ code }) => code);
  const slug = TEMPLATE_SLUGS[kind];
  return (
    <Card title={t(`kind.${slug}.title`)} isFlush>
      <p className="border-line border-b px-4 py-2.5 text-muted text-small">{t(`kind.${slug}.body`)}</p>
      <ul>
        {templateReasons(kind, codes).map((reason) => {
          const written = languagesWith(own.map(({ locale }) => locale)).filter((locale) =>
            own.some((text) => text.locale === locale && text.reason === reason),
          );
          return (
            <li key={reason} className="border-line border-b last:border-b-0">
              <Link
                href={paths.template(slug, reason || undefined)}
                className="flex min-h-11 items-center gap-3 px-4 py-2 -outline-offset-2 hover:bg-sunken"
              >
                <span className="flex min-w-0 flex-1 flex-wrap items-center gap-x-3 gap-y-1">
                  <span className="min-w-0 flex-1 basis-48">{nameOf(kind, reason)}</span>
                  {written.length === 0 ? (
                    <span className="text-small text-subtle">{t("list.default")}</span>
                  ) : (
                    <Badge
                      tone={LOCALES.every((locale) => written.includes(locale)) ? "success" : "attention"}
                      icon={PenLine}
                    >
                      {t("list.own", { languages: written.map((tag) => languageName(tag, reader)).join(" · ") })}
                    </Badge>
                  )}
                </span>
                <ChevronRight aria-hidden size={18} className="shrink-0 text-subtle" />
              </Link>
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
