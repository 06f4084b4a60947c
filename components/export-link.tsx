import { Download } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { buttonClass } from "./ui/button-class";

/** Downloads a list as CSV. Only ever a download: a refusal shows as a failed one, and the page stays. */
export function ExportLink({ href, children }: { href: string; children?: ReactNode }) {
  const t = useTranslations("export");
  return (
    <a href={href} download className={buttonClass("secondary", "md")}>
      <Download aria-hidden size={16} />
      {children ?? t("action")}
    </a>
  );
}
