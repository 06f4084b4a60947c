import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import { Radio, RadioGroup } from "@/components/ui/radio-group";
import { paths } from "@/lib/i18n/paths";
import type { Operation } from "@/lib/policy/terms/terms";
import type { AutomatedChannel } from "./automation-draft";

const CHOICES = ["manual", "automatic"] as const;
type Exempt = Operation["automation"]["exempt"];
type ExemptFieldsProps = { channel: AutomatedChannel; value: Exempt; onChange: (exempt: Exempt) => void };

/** S1-19: how requests for SKUs are answered that are exempt from the prepaid programme. */
export function ExemptFields({ channel, value, onChange }: ExemptFieldsProps) {
  const t = useTranslations("automation.exempt");
  return (
    <>
      {!channel.hasPrepaid && <p className="mb-3 text-muted">{t("noPrepaid")}</p>}
      <RadioGroup legend={t("legend")}>
        {CHOICES.map((choice) => (
          <Radio
            key={choice}
            name="automation.exempt"
            value={choice}
            checked={value === choice}
            onChange={() => onChange(choice)}
            label={t(choice)}
            description={t(`${choice}Hint`)}
          />
        ))}
      </RadioGroup>
      <p className="mt-3 text-small">
        <Link href={paths.channelSkus(channel.id)} className="prose-link">
          {t("skus")}
        </Link>
      </p>
    </>
  );
}
