"use client";

import { useTranslations } from "next-intl";
import { floorAt } from "@/lib/policy/terms/kinds";
import type { Floor, TermRow } from "@/lib/policy/terms/rows";

type Worded = Extract<TermRow, { what: string; section: string }>;
type Key = Parameters<ReturnType<typeof useTranslations<"terms.rows">>>[0];

/** A term's own words: its name, what it means, and what the marketplace asks of it. */
export function useRowWords() {
  const t = useTranslations("terms.rows");
  const ifSaid = (key: string, values: Record<string, string | number>): string =>
    t.has(key as Key) ? t(key as Key, values as never) : "";
  return {
    labelOf: ({ what }: Worded, currency: string): string => t(`${what}.label`, { currency }),
    hintOf: ({ what }: Worded): string => ifSaid(`${what}.hint`, {}),
    /** `say` puts the number into words where it is an amount. */
    floorOf: (
      row: Worded,
      floor: Floor | null,
      { marketplace, say }: { marketplace: string; say: (least: number) => string },
    ): string[] => {
      const least = floor && "floor" in row && row.floor ? floorAt(floor, row.floor.at) : undefined;
      const values = { marketplace, least: least ?? 0, amount: say(least ?? 0) };
      return least === undefined ? [] : [ifSaid(`${row.what}.floor`, values)];
    },
  };
}
