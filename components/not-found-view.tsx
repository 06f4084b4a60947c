import { SearchX } from "lucide-react";
import { useTranslations } from "next-intl";
import { paths } from "@/lib/i18n/paths";
import { LinkButton } from "./ui/link-button";

/** The page of what does not exist, or belongs to somebody else: the same words for both. */
export function NotFoundView() {
  const t = useTranslations("errors");
  return (
    <div className="flex flex-col items-center px-6 py-16 text-center">
      <SearchX aria-hidden size={28} strokeWidth={1.5} className="mb-3 text-subtle" />
      <h1 tabIndex={-1} className="text-h1 heading">
        {t("notFoundTitle")}
      </h1>
      <p className="mt-1 max-w-prose text-muted">{t("notFoundBody")}</p>
      <div className="mt-5 flex flex-wrap justify-center gap-2">
        <LinkButton href={paths.returns()} variant="primary">
          {t("toReturns")}
        </LinkButton>
        <LinkButton href={paths.home}>{t("toStart")}</LinkButton>
      </div>
    </div>
  );
}
