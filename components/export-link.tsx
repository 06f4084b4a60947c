"use client";

import { Download } from "lucide-react";
import { useTranslations } from "next-intl";
import { createContext, type ReactNode, useContext } from "react";
import { buttonClass } from "./ui/button-class";

const MayExport = createContext(false);

/** Whether whoever looks may take people's data away; the server asks again. */
export const MayExportScope = ({ may, children }: { may: boolean; children: ReactNode }) => (
  <MayExport value={may}>{children}</MayExport>
);

export const useMayExport = (): boolean => useContext(MayExport);

type ExportLinkProps = {
  href: string;
  /** A file with people's data is only offered to whoever may take it away. */
  hasPeople?: boolean;
  children?: ReactNode;
};

/** Downloads a list as CSV. Only ever a download: a refusal shows as a failed one, and the page stays. */
export function ExportLink({ href, hasPeople = true, children }: ExportLinkProps) {
  const t = useTranslations("export");
  const mayExport = useMayExport();
  if (hasPeople && !mayExport) return null;
  return (
    <a href={href} download className={buttonClass("secondary", "md")}>
      <Download aria-hidden size={16} />
      {children ?? t("action")}
    </a>
  );
}
