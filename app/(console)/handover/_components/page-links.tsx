import { ExternalLink } from "lucide-react";
import { useTranslations } from "next-intl";
import type { Marketplace } from "@/components/returns/marketplace";
import type { MarketplacePage } from "@/lib/policy/machines/return/marketplace-pages";

type PageLinksProps = { pages: readonly MarketplacePage[]; orderNumber: string; marketplace: Marketplace };

/** The marketplace's own pages of an order; where none is known, that is said instead of guessing one. */
export function PageLinks({ pages, orderNumber, marketplace }: PageLinksProps) {
  const t = useTranslations("handover.pages");
  if (pages.length === 0) return <p className="mt-1.5 text-small text-subtle">{t("unknown", { marketplace })}</p>;
  return (
    <ul className="mt-1.5 flex flex-wrap gap-x-4 text-small print:hidden">
      {pages.map(({ kind, href }) => (
        <li key={kind}>
          <a
            href={href}
            target="_blank"
            rel="noreferrer"
            className="prose-link inline-flex items-center gap-1 pointer-coarse:min-h-11"
          >
            {t(kind, { marketplace })}
            <span className="sr-only">
              {" "}
              {orderNumber} {t("newTab")}
            </span>
            <ExternalLink aria-hidden size={13} />
          </a>
        </li>
      ))}
    </ul>
  );
}
