import "server-only";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { readPrintSizes } from "@/lib/platform/print-sizes";
import { readTogether } from "@/lib/platform/read-together";
import { requireSeller } from "@/lib/platform/session";
import { BULK_OFFERS, isDecision, returnMachine } from "@/lib/policy/machines/return/return-machine";
import { AWAITED, RECEIVED, TAB_OF_STATUS } from "@/lib/policy/machines/return/statuses";
import type { SavedView } from "@/lib/returns/kept-views";
import { findListFrame } from "@/lib/returns/returns-frame";
import { listReturns, placeIn } from "@/lib/returns/returns-list";
import { type Sort, seenBy, type Tab } from "@/lib/returns/shared/filter";
import { listHref, paramsOf, readView } from "@/lib/returns/shared/list-view";
import { toListRow } from "./list-row";
import { sentRows } from "./sent-rows";

/** A list as its page shows it, in two statements. The head of the document and the page share one reading. */
const loadQuery = cache(async (query: string) => {
  const { seller, user, permissions } = await requireSeller("returns:read");
  const view = readView(paramsOf(query));
  const { per, after, before } = view;
  const filter = seenBy(view.filter, user.id);
  const now = new Date();
  const [printSizes, words] = await Promise.all([readPrintSizes(), getTranslations("returns.why")]);
  const [frame, page] = await readTogether(seller.id, (tx) =>
    Promise.all([
      findListFrame(tx, seller.id, filter, now, user.id),
      listReturns(tx, seller.id, filter, { now, per: Number(per), after, before }),
    ]),
  );
  const counts: Partial<Record<Tab, number>> = frame.counts;
  return {
    view: isViewKnown(view, frame.views) ? view : { ...view, viewId: null, ignored: [...view.ignored, "view"] },
    frame,
    /** The filter as the queries had it: with the one who looks by their id. */
    matched: filter,
    /** Of the filter as it stands; over a thousand means more. */
    matching: frame.matching ?? counts[filter.tab] ?? 0,
    sent: sentRows(page.rows.map((row) => toListRow(row, { now, viewerId: user.id, words }))),
    places: placesOf(view, page),
    user: { id: user.id, name: user.name },
    canAssign: permissions.includes("returns:assign"),
    canDecide: permissions.includes("returns:decide"),
    canRefund: permissions.includes("refunds:make") && filter.tab === TAB_OF_STATUS[RECEIVED],
    canImport: permissions.includes("imports:run"),
    ...standsIn(filter.tab),
    printSizes,
    sellerId: seller.id,
    now,
  };
});

/** What can be done with what stands in a tab; where all stand together, that is to decide. */
function standsIn(tab: Tab) {
  const { moves } = returnMachine;
  const isMixed = !Object.values(TAB_OF_STATUS).some((one) => one === tab);
  const offers = BULK_OFFERS.filter(({ move }) =>
    isMixed ? isDecision(move) : moves[move].from.some((from) => TAB_OF_STATUS[from] === tab),
  );
  return {
    offers,
    isDecidedHere: offers.length > 0,
    isPrintedHere: isMixed || tab === TAB_OF_STATUS[AWAITED],
  };
}

/** A view that was deleted, or is shared no more, leaves a list that began as none. */
const isViewKnown = ({ viewId }: View, views: readonly SavedView[]): boolean =>
  viewId === null || views.some(({ id }) => id === viewId);

type View = ReturnType<typeof readView>;
type Page = Awaited<ReturnType<typeof listReturns>>;

/** The neighbouring pages, each by the key of the row it starts beyond. */
function placesOf({ filter, per, viewId, after, before }: View, { rows, hasNext, hasPrevious }: Page) {
  const kept = { per, viewId };
  const keyOf = (row: Page["rows"][number] | undefined, position: number) =>
    row && {
      at: pageKey(filter.sort, row),
      id: row.id,
      position: Math.max(0, position),
    };
  const first = after ? after.position : before ? Math.max(0, before.position - rows.length) : 0;
  const previous = hasPrevious ? keyOf(rows.at(0), first) : undefined;
  const next = hasNext ? keyOf(rows.at(-1), first + rows.length) : undefined;
  return {
    first: first + 1,
    last: first + rows.length,
    previousHref: previous ? listHref(filter, { ...kept, before: previous }) : null,
    nextHref: next ? listHref(filter, { ...kept, after: next }) : null,
  };
}

const pageKey = (sort: Sort, row: Page["rows"][number]): string =>
  sort.endsWith("due") ? pageInstant(row.dueSort) : placeIn(sort, row);

/** Postgres writes an instant its own way; the address carries ours. */
const pageInstant = (text: string): string =>
  text === "infinity" ? text : new Date(text.replace(" ", "T").replace(/([+-]\d\d)$/, "$1:00")).toISOString();

export type LoadedList = Awaited<ReturnType<typeof loadQuery>>;

export function loadList(raw: Record<string, string | string[] | undefined>): Promise<LoadedList> {
  const pairs = Object.entries(raw).flatMap(([name, texts]) =>
    [texts ?? []].flat().map((text): [string, string] => [name, text]),
  );
  return loadQuery(new URLSearchParams(pairs).toString());
}
