import { Lock } from "lucide-react";
import { useTranslations } from "next-intl";
import { LinkButton } from "@/components/ui/link-button";
import { paths } from "@/lib/i18n/paths";

/** A page that exists, but not for this role. */
export default function Forbidden() {
  const t = useTranslations("errors");
  return (
    <div className="flex flex-col items-center px-6 py-16 text-center">
      <Lock aria-hidden size={28} strokeWidth={1.5} className="mb-3 text-subtle" />
      <h1 tabIndex={-1} className="text-h1 heading">
        {t("forbiddenTitle")}
      </h1>
      <p className="mt-1 max-w-prose text-muted">{t("forbiddenBody")}</p>
      <LinkButton href={paths.home} variant="primary" className="mt-5">
        {t("toStart")}
      </LinkButton>
    </div>
  );
}
