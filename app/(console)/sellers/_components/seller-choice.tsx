"use client";

import { ChevronRight, Store } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { useRefusalWords } from "@/components/refusal-words";
import { ShortDeadline } from "@/components/returns/short-deadline";
import { Badge } from "@/components/ui/badge";
import { Banner } from "@/components/ui/banner";
import { Card } from "@/components/ui/card";
import { lazily } from "@/components/ui/lazily";
import { useAction } from "@/components/use-action";
import { counted } from "@/lib/i18n/format";
import { paths } from "@/lib/i18n/paths";
import type { ShopDay } from "@/lib/returns/today";
import { openSeller } from "../actions";

const VisitDialog = lazily(() => import("./visit-dialog").then((module) => module.VisitDialog));

type Seller = { id: string; name: string };
type SellerChoiceProps = {
  sellers: Seller[];
  currentId: string | null;
  /** For platform support: the sellers it belongs to. Any other it enters for a reason. Null: a member, who sees only their own. */
  ownIds: readonly string[] | null;
  /** How each shop stands, for platform support alone. */
  days: Readonly<Record<string, ShopDay>> | null;
};

export function SellerChoice({ sellers, currentId, ownIds, days }: SellerChoiceProps) {
  const t = useTranslations("account.sellers");
  const refusalText = useRefusalWords();
  const { run, isRunning } = useAction(openSeller);
  const [problem, setProblem] = useState<string | null>(null);
  const [visited, setVisited] = useState<Seller | null>(null);

  async function open(sellerId: string): Promise<void> {
    const answer = await run({ sellerId });
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
      {problem && (
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
                aria-describedby={days?.[id] ? `day-${id}` : undefined}
                onClick={() => choose({ id, name })}
                className="flex min-h-12 w-full items-center gap-3 px-4 text-start hover:bg-sunken focus-visible:-outline-offset-2"
              >
                <Store aria-hidden size={18} strokeWidth={1.5} className="shrink-0 text-subtle" />
                <span className="min-w-0 flex-1 truncate font-medium">{name}</span>
                {days?.[id] && <Figures id={`day-${id}`} day={days[id]} />}
                {id === currentId && <Badge tone="info">{t("current")}</Badge>}
                <ChevronRight aria-hidden size={16} className="shrink-0 text-subtle rtl:rotate-180" />
              </button>
            </li>
          ))}
        </ul>
      </Card>
      {visited && <VisitDialog key={visited.id} seller={visited} onClose={() => setVisited(null)} />}
    </>
  );
}

/** Numbers and the oldest clock; nothing of a buyer or an item is known before one enters. */
function Figures({ id, day: { overdue, disputed, waiting, oldestDueAt } }: { id: string; day: ShopDay }) {
  const t = useTranslations("account.shops");
  const locale = useLocale();
  const shown = (count: number) => counted(count, locale);
  return (
    <span id={id} className="flex flex-wrap items-center justify-end gap-x-3 text-muted text-small">
      <span className="tabular-nums">
        {t("figures", { overdue: shown(overdue), disputed: shown(disputed), waiting: shown(waiting) })}
      </span>
      {oldestDueAt && <ShortDeadline dueAt={oldestDueAt} party="seller" />}
    </span>
  );
}
