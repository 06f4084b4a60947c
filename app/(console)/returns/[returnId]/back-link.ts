import type { Tab } from "@/lib/returns/shared/filter";
import { listHref, paramsOf, readView } from "@/lib/returns/shared/list-view";

/**
 * The list as it was, and its tab: `from` is that list's query string. It is read by the list's own parser and
 * written anew, so that nothing but a list of ours can come out of it.
 */
export function backLink(from: string | string[] | undefined): { href: string; tab: Tab } {
  const query = typeof from === "string" && from.length <= 2000 ? from : "";
  const { filter, per, viewId, after, before } = readView(paramsOf(query));
  const href = listHref(filter, { per, viewId, ...(after ? { after } : {}), ...(before ? { before } : {}) });
  return { href, tab: filter.tab };
}
