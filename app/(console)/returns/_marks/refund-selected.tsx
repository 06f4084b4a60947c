"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { lazily } from "@/components/ui/lazily";
import type { Selection } from "@/lib/returns/shared/selection";
import { useSelection } from "../_components/selection-context";

const RefundMany = lazily(() => import("../_dialogs/refund-many").then((module) => module.RefundMany));

/** Refunds what is selected as the terms suggest; what was refunded leaves the selection. */
export function RefundSelected() {
  const t = useTranslations("returns.bulk");
  const { count, clear, toRequest } = useSelection();
  const [chosen, setChosen] = useState<{ selection: Selection; count: number } | null>(null);
  return (
    <>
      <Button
        size="sm"
        variant="primary"
        className="whitespace-nowrap max-md:flex-auto"
        isDisabled={count === null}
        onClick={() => setChosen({ selection: toRequest(), count: count ?? 0 })}
      >
        {t("refund", { count: count ?? 0 })}
      </Button>
      {chosen && (
        <RefundMany
          {...chosen}
          onClose={(isDone) => {
            setChosen(null);
            if (isDone) clear();
          }}
        />
      )}
    </>
  );
}
