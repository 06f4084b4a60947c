import { expect, test } from "vitest";
import { newId } from "@/lib/kernel/ids";
import { groupHref, insightsHref } from "./insights-href";
import { readInsightsView } from "./insights-view";

const TODAY = "2026-11-20";
const channel = newId();
const read = (raw: Record<string, string>) => readInsightsView(raw, TODAY);

test.each([
  [{}, "2026-10-22", TODAY, "30"],
  [{ days: "90" }, "2026-08-23", TODAY, "90"],
  [{ days: "31", from: "2026-02-30" }, "2026-10-22", TODAY, "30"],
  [{ from: "2026-02-01", to: "2026-02-28" }, "2026-02-01", "2026-02-28", null],
  [{ from: "2026-02-28", to: "2026-02-01" }, "2026-02-01", "2026-02-28", null],
  [{ from: "2026-11-01" }, "2026-11-01", TODAY, null],
])("%j means the days from %s to %s", (raw, from, to, days) => {
  expect(read(raw)).toMatchObject({ from, to, days, isCut: false });
});

test("a period of many years is cut to its latest one, and says so", () => {
  expect(read({ from: "2001-01-01", to: "2026-11-20" })).toMatchObject({ from: "2025-11-20", to: TODAY, isCut: true });
});

test("an address is read back as it was written", () => {
  const addresses: Record<string, string>[] = [
    { by: "reason", days: "90", channel },
    { by: "channel", from: "2026-02-01", to: "2026-02-28" },
  ];
  for (const raw of addresses) {
    const view = read(raw);
    expect(read(Object.fromEntries(new URL(insightsHref(view), "http://x").searchParams))).toEqual(view);
  }
});

test("a group leads to its returns, and what no filter can name leads nowhere", () => {
  const view = read({ by: "sku", from: "2026-02-01", to: "2026-02-28", channel });
  const group = { key: "KIT 70", isRest: false } as Parameters<typeof groupHref>[1];
  const href = new URL(String(groupHref(view, group)), "http://x");
  expect(Object.fromEntries(href.searchParams)).toEqual({
    tab: "all",
    from: "2026-02-01",
    to: "2026-02-28",
    channel,
    sku: "KIT 70",
  });
  expect(groupHref(view, { ...group, isRest: true })).toBeNull();
  expect(groupHref(view, { ...group, key: null })).toBeNull();
});
