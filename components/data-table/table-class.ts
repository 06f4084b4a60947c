import type { CardPlace } from "./column";

export const CELL = "align-top lg:px-1.5 lg:py-(--cell-y) xl:px-2 first:lg:ps-4 last:lg:pe-3";

export const CARD_ROW =
  "group/row border-line border-b last:border-b-0 transition-colors duration-150 hover:bg-sunken/60 " +
  "max-lg:relative max-lg:grid max-lg:grid-cols-[minmax(0,1fr)_auto] max-lg:gap-x-3 max-lg:gap-y-1 max-lg:p-3";

export const CARD_CELL: Record<CardPlace, string> = {
  head: "max-lg:order-1 max-lg:min-w-0",
  badge: "max-lg:order-2 max-lg:col-start-2 max-lg:text-end",
  line: "max-lg:order-3 max-lg:col-span-2 max-lg:min-w-0",
  action: "max-lg:order-6 max-lg:col-span-2 max-lg:mt-2",
};
