import { NextIntlClientProvider } from "next-intl";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import en from "@/lib/i18n/messages/en.json" with { type: "json" };
import { LineList } from "./line-list";

it("a page shows a stranger's title so that it neither reorders nor overdraws", () => {
  const line = {
    ...{
      id: "1",
      orderLineId: "2",
      sku: "SKU-1",
      asin: null,
      category: null,
      reason: "CR-DEFECTIVE",
      reasonLabels: null,
    },
    ...{ ordered: 1, closed: 0, requested: 1, received: 0, refunded: 0, amountMinor: 100, reportedRefundedMinor: null },
    title: `Lamp \u202e00.5 now o${"\u0301".repeat(300)}`,
  };
  const list = createElement(LineList, {
    lines: [line],
    units: [],
    currency: "USD",
    isCurrencyAssumed: false,
    marketplace: "amazon",
  });
  const reading = { locale: "en" as const, messages: en, timeZone: "UTC", children: list };
  const page = renderToStaticMarkup(createElement(NextIntlClientProvider, reading));
  expect(page).toContain("Lamp 00.5 now o");
  expect(page).not.toMatch(/\u202e|\p{M}{5}/u);
});
