import { useTranslations } from "next-intl";
import type { Marketplace } from "@/components/returns/marketplace";
import type { HandoverSort } from "@/lib/handovers/shared/handover-list";
import { type HandedOver, stepsFor } from "@/lib/policy/machines/return/marketplace-steps";
import type { HandoverEntry } from "../read-handovers";

type HowToProps = {
  marketplace: Marketplace;
  move: HandedOver;
  sort: HandoverSort;
  entries: readonly HandoverEntry[];
};

/** What to press on the marketplace, in its own words, and how far its addresses are to be trusted. */
export function HowTo({ marketplace, move, sort, entries }: HowToProps) {
  const t = useTranslations("handover");
  const isUndocumented = entries.some(({ pages }) => pages.some((page) => page.isUndocumented));
  return (
    <div className="mb-2.5 max-w-prose text-small">
      <ol className="ms-4.5 list-decimal">
        {stepsFor(marketplace, move).map((step) => (
          <li key={step}>{t(`steps.${step}`, { sort })}</li>
        ))}
      </ol>
      {isUndocumented && <p className="mt-1 text-subtle">{t("pages.undocumented", { marketplace })}</p>}
    </div>
  );
}
