import { describe, expect, test } from "vitest";
import { newId } from "@/lib/kernel/ids";
import { emptyFilter, TABS } from "@/lib/returns/shared/filter";
import { listHref, paramsOf, readView } from "./list-view";

const id = newId();

const viewOf = (href: string) => readView(paramsOf(new URL(href, "http://x").search));

describe("the address of the list", () => {
  test("says nothing that goes without saying", () => {
    expect(listHref(emptyFilter("authorization_required"))).toBe("/returns");
    expect(listHref(emptyFilter("closed"), { per: "50" })).toBe("/returns?tab=closed");
    expect(viewOf("/returns")).toMatchObject({ filter: emptyFilter("authorization_required"), per: "50", ignored: [] });
  });

  test.each(TABS)("of tab %s is read back as it was written", (tab) => {
    const filter = {
      tab,
      sort: "-due",
      reason: ["AMZ-PG & Ü~1", "defective"],
      verdict: ["out_of_policy", "exempt"],
      channel: [id],
      assignee: ["me", "nobody", id],
      tag: [id],
      sku: "KIT 70/ü",
      due: "24h",
      from: "2026-02-01",
      to: "2026-02-28",
      isHandoverOpen: true,
      isHighValue: true,
      goods: "delivered",
      refund: "overdue",
      isStatusUnknown: true,
      isSnoozed: true,
      notDoneBy: id,
      q: "114-7628937 8876142 李娜",
    } as const;
    const after = { at: "2026-02-20T07:30:00.123Z", id, position: 50 };
    const view = viewOf(listHref(filter, { per: "25", viewId: id, after, isSubmitted: true }));
    expect(view).toEqual({ filter, per: "25", viewId: id, after, before: null, isSubmitted: true, ignored: [] });
  });

  test("keeps a page that begins where nothing is due any more", () => {
    const before = { at: "infinity", id, position: 100 };
    expect(viewOf(listHref({ ...emptyFilter("all"), sort: "due" }, { before })).before).toEqual(before);
  });

  test("leaves out what it cannot read, and names it", () => {
    const view = readView({
      tab: "nonsense",
      channel: "1; drop table",
      from: "2026-02-30",
      after: `2026~${id}~x`,
      due: ["overdue", "24h"],
      utm_source: "mail",
      q: "",
    });
    expect(view.filter).toEqual({ ...emptyFilter("authorization_required"), due: "overdue" });
    expect(view).toMatchObject({ after: null, ignored: ["tab", "channel", "from", "after", "utm_source"] });
  });
});
