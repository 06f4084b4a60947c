import { SearchX } from "lucide-react";
import { useTranslations } from "next-intl";
import { LinkButton } from "@/components/ui/link-button";
import { paths } from "@/lib/i18n/paths";

/** The same words for what never existed and for what is another seller's. */
export default function ReturnNotFound() {
  const t = useTranslations("detail.notFound");
  return (
    <div className="flex flex-col items-center px-6 py-16 text-center">
      <SearchX aria-hidden size={28} strokeWidth={1.5} className="mb-3 text-subtle" />
      <h1 tabIndex={-1} className="text-h1 heading">
        {t("title")}
      </h1>
      <p className="mt-1 max-w-prose text-muted">{t("body")}</p>
      <LinkButton href={paths.returns()} variant="primary" className="mt-5">
        {t("toList")}
      </LinkButton>
    </div>
  );
}
