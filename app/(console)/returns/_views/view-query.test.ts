import { expect, test } from "vitest";
import { newId } from "@/lib/kernel/ids";
import { emptyFilter } from "@/lib/returns/shared/filter";
import { paramsOf, readView } from "@/lib/returns/shared/list-view";
import { isChanged, queryOf, viewHref, viewQuery } from "./view-query";

const id = newId();
const aView = (query: string) => ({ id, name: "Late", query, isShared: false, isOwn: true, owner: "Mei" });
const viewOf = (href: string) => readView(paramsOf(new URL(href, "http://x").search));

test("a view keeps tab, filters and sort, and neither page nor selection nor what means nothing", () => {
  expect(viewQuery(`tab=closed&assignee=me&per=100&view=${id}&after=x&utm=1&go=1&sort=-due`)).toBe(
    "tab=closed&assignee=me&sort=-due",
  );
  expect(viewQuery("tab=authorization_required&sort=due")).toBe("");
});

test("a view opens as the list it keeps, and is changed as soon as one filter is", () => {
  const filter = { ...emptyFilter("all"), assignee: ["nobody"], sku: "KIT 70" } as const;
  const view = aView(queryOf(filter));
  const opened = viewOf(viewHref(view));
  expect(opened).toMatchObject({ filter, viewId: id, ignored: [] });
  expect(isChanged(view, opened.filter)).toBe(false);
  expect(isChanged(view, { ...filter, assignee: [] })).toBe(true);
  expect(viewOf(viewHref(aView(""))).viewId).toBe(id);
});

test("a damaged view opens with what can be read of it, and the list names the rest", () => {
  const opened = viewOf(viewHref(aView("policy=generous&tab=closed")));
  expect(opened).toMatchObject({ filter: emptyFilter("closed"), ignored: ["policy"] });
});
