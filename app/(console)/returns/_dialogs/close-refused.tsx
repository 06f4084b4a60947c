import { useTranslations } from "next-intl";
import { useRefusalWords } from "@/components/refusal-words";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import type { MoveRefusal } from "@/lib/policy/machines/return/move";

type CloseRefusedProps = { refusal: MoveRefusal; onAuthorizeInstead: () => void };

/** Why a request cannot be closed, and the way out where there is one (S2-02). */
export function CloseRefused({ refusal, onAuthorizeInstead }: CloseRefusedProps) {
  const t = useTranslations("close.refused");
  const words = useRefusalWords();
  return (
    <Banner
      tone="critical"
      role="alert"
      title={t("title")}
      actions={
        refusal.code === "prepaid_eligible" && (
          <Button size="sm" variant="primary" onClick={onAuthorizeInstead}>
            {t("authorizeInstead")}
          </Button>
        )
      }
    >
      {words(refusal)}
    </Banner>
  );
}
