import { Eye } from "lucide-react";
import { useTranslations } from "next-intl";

/** An eye in the row of a return that colleagues have open, as they had when the list was drawn. */
export function LookedAt({ names }: { names: readonly string[] }) {
  const t = useTranslations("presence");
  if (names.length === 0) return null;
  const text = t("eye", { names: names.join(t("comma")) });
  return (
    <span title={text} className="ms-1.5 inline-block align-[-0.125em] text-muted">
      <Eye aria-hidden size={14} />
      <span className="sr-only">{text}</span>
    </span>
  );
}
