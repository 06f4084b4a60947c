"use client";

import { ChevronRight, Store } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useRefusalWords } from "@/components/refusal-words";
import { Badge } from "@/components/ui/badge";
import { Banner } from "@/components/ui/banner";
import { Card } from "@/components/ui/card";
import { useAction } from "@/components/use-action";
import { paths } from "@/lib/i18n/paths";
import { openSeller } from "../actions";
import { VisitDialog } from "./visit-dialog";

type Seller = { id: string; name: string };
type SellerChoiceProps = {
  sellers: Seller[];
  currentId: string | null;
  /** For platform support: the sellers it belongs to. Any other it enters for a reason. Null: a member, who sees only their own. */
  ownIds: readonly string[] | null;
};

export function SellerChoice({ sellers, currentId, ownIds }: SellerChoiceProps) {
  const t = useTranslations("account.sellers");
  const refusalText = useRefusalWords();
  const { run, isRunning } = useAction(openSeller);
  const [problem, setProblem] = useState<string | null>(null);
  const [visited, setVisited] = useState<Seller | null>(null);

  async function open(sellerId: string, reason?: string): Promise<void> {
    const answer = await run({ sellerId, ...(reason === undefined ? {} : { reason }) });
    // A whole new page: nothing of the seller before may stay on the screen or in a cache.
    if (answer.ok) window.location.assign(paths.home);
    else setProblem(refusalText(answer.refusal));
  }
  const choose = (seller: Seller) => {
    setProblem(null);
    if (ownIds === null || ownIds.includes(seller.id)) void open(seller.id);
    else setVisited(seller);
  };
  return (
    <>
      {problem && !visited && (
        <Banner tone="critical" role="alert" className="mb-4">
          {problem}
        </Banner>
      )}
      <Card isFlush>
        <ul className="divide-y divide-line" aria-busy={isRunning}>
          {sellers.map(({ id, name }) => (
            <li key={id}>
              <button
                type="button"
                aria-label={t("open", { name })}
                onClick={() => choose({ id, name })}
                className="flex min-h-12 w-full items-center gap-3 px-4 text-start hover:bg-sunken focus-visible:-outline-offset-2"
              >
                <Store aria-hidden size={18} strokeWidth={1.5} className="shrink-0 text-subtle" />
                <span className="min-w-0 flex-1 truncate font-medium">{name}</span>
                {id === currentId && <Badge tone="info">{t("current")}</Badge>}
                <ChevronRight aria-hidden size={16} className="shrink-0 text-subtle rtl:rotate-180" />
              </button>
            </li>
          ))}
        </ul>
      </Card>
      <VisitDialog
        key={visited?.id ?? "none"}
        seller={visited}
        problem={problem}
        isEntering={isRunning}
        onEnter={(reason) => visited && void open(visited.id, reason)}
        onClose={() => {
          setProblem(null);
          setVisited(null);
        }}
      />
    </>
  );
}
