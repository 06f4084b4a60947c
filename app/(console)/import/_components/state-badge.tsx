import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import type { Tone } from "@/components/ui/tone";
import type { ImportRow } from "@/lib/imports/imports";

const TONE: Record<ImportRow["state"], Tone> = {
  uploading: "neutral",
  checking: "info",
  checked: "attention",
  running: "info",
  done: "success",
  failed: "critical",
  undone: "neutral",
};

export function StateBadge({ state }: { state: ImportRow["state"] }) {
  const t = useTranslations("import.state");
  return <Badge tone={TONE[state]}>{t(state)}</Badge>;
}
