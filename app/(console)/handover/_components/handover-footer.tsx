import { useTranslations } from "next-intl";
import { Pagination } from "@/components/ui/pagination";
import type { HandoverList } from "../read-handovers";
import { type HandoverView, handoverHref } from "../search-params";

/** The ways to the neighbouring pages, where one page does not hold all. */
export function HandoverFooter({ list, view }: { list: HandoverList; view: HandoverView }) {
  const t = useTranslations("handover");
  const { channel, entries, next, previous } = list;
  if (!next && !previous) return null;
  const place = { code: channel.code, sort: view.sort, per: view.per };
  return (
    <Pagination
      summary={t("shown", { count: entries.length, total: channel.open })}
      previousHref={previous && handoverHref({ ...place, before: previous })}
      nextHref={next && handoverHref({ ...place, after: next })}
    />
  );
}
