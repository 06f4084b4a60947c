import { useTranslations } from "next-intl";
import { paths } from "@/lib/i18n/paths";
import { PORTAL_FIELD, PortalBlock, portalButton } from "./portal-frame";

/** Asks for the link by what only the buyer knows; it goes to the address of the order and to no other. */
export function AgainForm({ portal }: { portal: string }) {
  const t = useTranslations("portal.again");
  return (
    <PortalBlock>
      <form method="post" action={paths.portalAgain(portal)} className="flex flex-col gap-3">
        <label className="flex flex-col gap-1">
          <span className="text-body text-muted">{t("order")}</span>
          <input
            name="order"
            required
            maxLength={100}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            dir="ltr"
            className={PORTAL_FIELD}
          />
        </label>
        <label className="flex flex-col gap-1">
          <span className="text-body text-muted">{t("email")}</span>
          <input
            name="email"
            type="email"
            required
            maxLength={254}
            autoComplete="email"
            dir="ltr"
            className={PORTAL_FIELD}
          />
        </label>
        <button type="submit" className={portalButton(true)}>
          {t("send")}
        </button>
      </form>
    </PortalBlock>
  );
}
