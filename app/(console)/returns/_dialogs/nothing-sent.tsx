import { ExternalLink } from "lucide-react";
import { useTranslations } from "next-intl";
import { Banner } from "@/components/ui/banner";
import { buttonClass } from "@/components/ui/button-class";
import { marketplacePages } from "@/lib/policy/machines/return/marketplace-pages";
import type { MessageOptions } from "@/lib/returns/message-options";

/** Why nothing can be sent from here, with the way to where it can be; nothing where it can (P-19). */
export function NothingSent({ options }: { options: MessageOptions }) {
  const t = useTranslations("message");
  const { refusal, channel, orderNumber } = options;
  if (refusal === null) return null;
  const { marketplace, country } = channel;
  if (refusal.code === "no_buyer_address")
    return (
      <Banner tone="attention" title={t("noAddress.title")} className="mb-5">
        {t("noAddress.body")}
      </Banner>
    );
  const [page] = marketplacePages(marketplace, country, orderNumber);
  return (
    <Banner
      tone="info"
      title={t("mirrored.title", { marketplace })}
      actions={
        page && (
          <a href={page.href} target="_blank" rel="noreferrer" className={buttonClass("secondary", "sm")}>
            {t("mirrored.open", { marketplace, kind: page.kind })}
            <ExternalLink aria-hidden size={14} />
          </a>
        )
      }
      className="mb-5"
    >
      {t("mirrored.body")}
    </Banner>
  );
}
