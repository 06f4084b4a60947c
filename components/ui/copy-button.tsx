"use client";

import { Check, Copy } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { IconButton } from "./icon-button";
import { useAnnounce } from "./live-region";

type CopyButtonProps = {
  text: string;
  /** What is copied, for the name of the button: "order 114-…". */
  what: string;
};

export function CopyButton({ text, what }: CopyButtonProps) {
  const t = useTranslations("common");
  const announce = useAnnounce();
  const [isCopied, setCopied] = useState(false);
  useEffect(() => {
    if (!isCopied) return;
    const timer = setTimeout(() => setCopied(false), 2000);
    return () => clearTimeout(timer);
  }, [isCopied]);
  const copy = async () => {
    await navigator.clipboard.writeText(text);
    setCopied(true);
    announce(t("copied"));
  };
  return (
    <IconButton
      size="sm"
      label={isCopied ? t("copied") : t("copy", { what })}
      icon={isCopied ? <Check aria-hidden size={15} /> : <Copy aria-hidden size={15} />}
      onClick={() => void copy()}
    />
  );
}
