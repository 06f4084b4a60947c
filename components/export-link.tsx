import { Download } from "lucide-react";
import { useTranslations } from "next-intl";
import { LinkButton } from "./ui/link-button";

/** Downloads a list as CSV. */
export function ExportLink({ href }: { href: string }) {
  const t = useTranslations("export");
  return (
    <LinkButton href={href} prefetch={false} icon={<Download aria-hidden size={16} />}>
      {t("action")}
    </LinkButton>
  );
}
