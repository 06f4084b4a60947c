import { CircleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { paths } from "@/lib/i18n/paths";
import { CARRIER_AT_MOST, TRACKING_AT_MOST } from "@/lib/policy/limits";
import type { BuyerParcel } from "@/lib/portal/find-buyer-return";
import { PORTAL_FIELD, PortalBlock, portalButton } from "../../_components/portal-frame";

/** What of a number can be wrong, each with its words. */
const WRONG = ["check_digit", "shape", "no_tracking", "parcel_scanned", "wrong_status"] as const;
export type Typed = { why?: string; tracking?: string; carrier?: string; said?: string };

type TrackingBlockProps = {
  portal: string;
  number: number;
  /** The one whose number can still be corrected; null: another one is announced. */
  parcel: BuyerParcel | null;
  typed: Typed;
  isNext: boolean;
};

/** Asks for the number on the receipt; it can be corrected until the carrier has scanned the parcel. */
export function TrackingBlock({ portal, number, parcel, typed, isNext }: TrackingBlockProps) {
  const t = useTranslations("portal.tracking");
  const wrong = WRONG.find((why) => why === typed.why);
  const isDoubted = wrong === "check_digit" || wrong === "shape";
  const given = wrong ? typed : { tracking: parcel?.tracking, carrier: parcel?.carrier };
  return (
    <PortalBlock title={parcel ? t("correct") : t("title")}>
      {typed.said === "yes" && !wrong && (
        <p role="status" className="mb-1 text-tone-success-fg">
          {t("saved")}
        </p>
      )}
      <form method="post" action={paths.portalTracking(portal, number)} className="mt-1 flex flex-col gap-2.5">
        <div className="flex flex-col gap-1">
          <label htmlFor="tracking" className="text-body text-muted">
            {t("number")}
          </label>
          <div className="flex gap-2">
            <input
              id="tracking"
              name="tracking"
              dir="ltr"
              required
              autoComplete="off"
              autoCapitalize="characters"
              spellCheck={false}
              maxLength={TRACKING_AT_MOST}
              defaultValue={given.tracking ?? ""}
              aria-invalid={wrong ? true : undefined}
              aria-describedby={wrong ? "tracking-wrong tracking-hint" : "tracking-hint"}
              className={PORTAL_FIELD}
            />
            <button type="submit" className={portalButton(isNext, "shrink-0")}>
              {t("save")}
            </button>
          </div>
          {wrong && (
            <p id="tracking-wrong" className="flex items-start gap-1.5 text-body text-danger">
              <CircleAlert aria-hidden size={16} className="mt-0.5 shrink-0" />
              {t(`wrong.${wrong}`)}
            </p>
          )}
          <p id="tracking-hint" className="text-body text-subtle">
            {t("hint")}
          </p>
        </div>
        <label className="flex flex-col gap-1">
          <span className="text-body text-muted">{t("carrier")}</span>
          <input
            name="carrier"
            autoComplete="off"
            maxLength={CARRIER_AT_MOST}
            defaultValue={given.carrier ?? ""}
            className={PORTAL_FIELD}
          />
        </label>
        {isDoubted && (
          <label className="flex min-h-11 items-center gap-2.5">
            <input type="checkbox" name="isSure" value="yes" className="size-5 accent-accent" />
            {t("isSure")}
          </label>
        )}
      </form>
    </PortalBlock>
  );
}
