"use client";

import { RotateCw } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useRefusalWords } from "@/components/refusal-words";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { useAction } from "@/components/use-action";
import type { ActionRefusal } from "@/lib/kernel/action-answer";
import { checkImport } from "../../actions";

/** Has an import that failed checked once more. */
export function RetryImport({ importId }: { importId: string }) {
  const t = useTranslations("import");
  const refusalText = useRefusalWords();
  const { run, isRunning } = useAction(checkImport);
  const [refusal, setRefusal] = useState<ActionRefusal | null>(null);
  const retry = async () => {
    const answer = await run({ importId });
    setRefusal(answer.ok ? null : answer.refusal);
  };
  return (
    <>
      {refusal && (
        <Banner tone="critical" role="alert">
          {refusalText(refusal)}
        </Banner>
      )}
      <Button
        variant="primary"
        icon={<RotateCw aria-hidden size={16} />}
        isLoading={isRunning}
        onClick={() => void retry()}
      >
        {t("retry")}
      </Button>
    </>
  );
}
