"use client";

import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { moved } from "@/components/channels/rule-order";
import { Button } from "@/components/ui/button";
import { AddressRuleCard } from "./address-rule-card";
import { type AddressRuleRow, nextKey } from "./channel-draft";
import type { SectionProps } from "./section-props";

const AT_MOST = 15;

/** S1-14: parcels that do not go to the default address; the best match wins, and the order parts those that match alike. */
export function AddressRules({ choices, draft, set }: SectionProps) {
  const t = useTranslations("settings.addressRules");
  const rows = draft.addressRules;
  const write = (next: AddressRuleRow[]) => set({ addressRules: next });
  const [first] = choices.addresses;
  return (
    <div className="flex flex-col gap-3">
      <p className="text-muted">{t("intro")}</p>
      {rows.map((row, index) => (
        <AddressRuleCard
          key={row.key}
          row={row}
          index={index}
          count={rows.length}
          currency={draft.facts.currency}
          choices={choices}
          onChange={(change) => write(rows.map((each, at) => (at === index ? { ...each, ...change } : each)))}
          onMove={(way) => write(moved(rows, index, way))}
          onRemove={() => write(rows.filter((_, at) => at !== index))}
        />
      ))}
      {!first && <p className="text-small text-subtle">{t("noAddress")}</p>}
      {first && rows.length < AT_MOST && (
        <Button
          size="sm"
          className="self-start"
          icon={<Plus aria-hidden size={15} />}
          onClick={() =>
            write([
              ...rows,
              { key: nextKey(rows), name: "", addressId: first.id, categories: "", reasons: [], min: "", max: "" },
            ])
          }
        >
          {t("add")}
        </Button>
      )}
    </div>
  );
}
