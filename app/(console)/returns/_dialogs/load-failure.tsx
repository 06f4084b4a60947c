import { useTranslations } from "next-intl";
import { refusalIn } from "@/components/fetch-answer";
import { useRefusalWords } from "@/components/refusal-words";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";

/** What a dialog needs could not be loaded; nothing else of it is shown. */
export function LoadFailure({ error, onRetry }: { error: Error; onRetry: () => void }) {
  const t = useTranslations("authorize");
  const common = useTranslations("common");
  const words = useRefusalWords();
  return (
    <Banner
      tone="critical"
      role="alert"
      title={t("failed")}
      actions={
        <Button size="sm" onClick={onRetry}>
          {common("retry")}
        </Button>
      }
    >
      {words(refusalIn(error))}
    </Banner>
  );
}
