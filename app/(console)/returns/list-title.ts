import "server-only";
import { getTranslations } from "next-intl/server";
import type { Tab } from "@/lib/returns/shared/filter";
import type { LoadedList } from "./load-list";

/** The title of the window, with what is late first: "3 overdue · Authorization Required – Manage Returns". */
export async function listTitle({ view, frame }: LoadedList): Promise<string> {
  const t = await getTranslations("returns");
  const { tab } = view.filter;
  const overdue: Partial<Record<Tab, number>> = frame.overdue;
  const late = overdue[tab] ?? 0;
  const count = t("count", { count: Math.min(late, 1000), isMore: String(late > 1000) });
  const title = t("pageTitle", { tab: t(`tabs.${tab}`) });
  return late > 0 ? `${t("overdue", { count })} · ${title}` : title;
}
