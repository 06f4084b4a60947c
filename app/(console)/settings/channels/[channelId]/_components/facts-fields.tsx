"use client";

import { useTranslations } from "next-intl";
import { StoreFields } from "@/components/channels/store-fields";
import { Link } from "@/components/ui/link";
import { paths } from "@/lib/i18n/paths";
import type { SectionProps } from "./section-props";

/** What the store is, as it can still be changed. */
export function FactsFields({ channel, choices, draft, set }: SectionProps) {
  const t = useTranslations("settings.facts");
  const { facts } = draft;
  return (
    <StoreFields
      prefix="facts."
      facts={facts}
      choices={choices}
      isAmazon={channel.marketplace === "amazon"}
      hasOrders={channel.hasOrders}
      onChange={(change) => set({ facts: { ...facts, ...change } })}
    >
      <p className="mt-1 text-small">
        <Link href={paths.addresses} className="prose-link">
          {t("addresses")}
        </Link>
      </p>
    </StoreFields>
  );
}
