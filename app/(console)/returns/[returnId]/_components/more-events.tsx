import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import { paths } from "@/lib/i18n/paths";
import { EVENTS_SHOWN } from "../read-return";

/** Says that older events were left out, and leads to them. */
export function MoreEvents({ returnId }: { returnId: string }) {
  const t = useTranslations("timeline");
  return (
    <p className="text-muted text-small">
      {t("cut", { count: EVENTS_SHOWN })}{" "}
      <Link href={`${paths.returnDetail(returnId)}?events=all#timeline`} className="prose-link">
        {t("all")}
      </Link>
    </p>
  );
}
