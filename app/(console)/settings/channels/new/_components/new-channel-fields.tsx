import { useTranslations } from "next-intl";
import { type StoreChoices, StoreFields } from "@/components/channels/store-fields";
import { Card } from "@/components/ui/card";
import { RadioCard, RadioGroup } from "@/components/ui/radio-group";
import type { NewChannel } from "@/lib/channels/channel-facts-input";
import { CHANNEL_MARKETPLACES, MARKETPLACE_KINDS } from "@/lib/channels/marketplace-kinds";

type NewChannelFieldsProps = {
  draft: NewChannel;
  choices: StoreChoices;
  onChange: (change: Partial<NewChannel>) => void;
};

/** On which marketplace, and what the store there is. */
export function NewChannelFields({ draft, choices, onChange }: NewChannelFieldsProps) {
  const t = useTranslations("settings");
  return (
    <div className="flex flex-col gap-4">
      <Card title={t("channel.marketplace")}>
        <RadioGroup legend={t("channel.marketplace")} isLegendHidden>
          {CHANNEL_MARKETPLACES.map((marketplace) => (
            <RadioCard
              key={marketplace}
              name="marketplace"
              value={marketplace}
              checked={draft.marketplace === marketplace}
              onChange={() => onChange({ marketplace, programme: MARKETPLACE_KINDS[marketplace].programme })}
              label={t(`marketplaces.${marketplace}`)}
              description={t(`newChannel.hints.${marketplace}`)}
            />
          ))}
        </RadioGroup>
      </Card>
      <Card title={t("parts.facts")}>
        <StoreFields
          prefix=""
          facts={draft}
          choices={choices}
          isAmazon={draft.marketplace === "amazon"}
          isNew
          onChange={onChange}
        />
      </Card>
    </div>
  );
}
