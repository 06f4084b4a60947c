"use client";

import { useTranslations } from "next-intl";
import { Fragment, type ReactNode } from "react";
import { useReasonName } from "@/components/returns/reason-name";
import type { TermRow } from "@/lib/policy/terms/rows";
import { CategoryDays } from "./category-days";
import { FaultDefault, FaultTable } from "./fault-table";
import { HolidayRows } from "./holiday-rows";
import { ReturnlessRules } from "./returnless-rules";
import { AmountField, LinesField, NumberField, ReasonsField } from "./row-fields";
import { SkuDays } from "./sku-days";
import { TermsSection } from "./terms-section";
import { type PartProps, rowsOf, type Section } from "./typed-terms";
import { useRowWords } from "./use-row-words";

type TermsPartProps = PartProps & { section: Section; isFreeReturn: boolean };

/** A part of the terms as its rows in the table say; what stands in few words stands side by side. */
export function TermsPart({ section, isFreeReturn, ...part }: TermsPartProps) {
  const t = useTranslations("terms");
  const floor = useSectionFloor(part);
  const rows = rowsOf(section, isFreeReturn);
  const groups: TermRow[][] = [];
  for (const row of rows) {
    const last = groups.at(-1);
    if (last && isNarrow(row) && last.every(isNarrow)) last.push(row);
    else groups.push([row]);
  }
  return (
    <TermsSection
      name={section}
      title={t(`${section}.title`)}
      about={t(section === "window" && isFreeReturn ? "window.aboutFree" : `${section}.about`)}
      floor={floor(section, rows)}
    >
      {groups.map((group) => {
        const fields = group.map((row) => (
          <Fragment key={row.path}>
            <TermField row={row} {...part} />
          </Fragment>
        ));
        return group.some(isNarrow) ? (
          <div key={group[0]?.path} className="grid gap-4 md:grid-cols-2">
            {fields}
          </div>
        ) : (
          fields
        );
      })}
    </TermsSection>
  );
}

const isNarrow = ({ widget }: TermRow): boolean => widget === "number" || widget === "lines";

function TermField({ row, ...part }: PartProps & { row: TermRow }): ReactNode {
  switch (row.widget) {
    case "number":
      return row.section !== null && <NumberField row={row} {...part} />;
    case "amount":
      return <AmountField row={row} {...part} />;
    case "lines":
      return <LinesField row={row} {...part} />;
    case "reasons":
      return <ReasonsField row={row} {...part} />;
    case "category_days":
      return <CategoryDays {...part} />;
    case "sku_days":
      return <SkuDays {...part} />;
    case "holidays":
      return <HolidayRows {...part} />;
    case "fault":
      return <FaultDefault {...part} />;
    case "faults":
      return <FaultTable {...part} />;
    case "rules":
      return <ReturnlessRules {...part} />;
    case null:
      return null;
  }
}

/** What the marketplace asks for at least in this part, a sentence for each number that is bound. */
function useSectionFloor({ floor, marketplace }: PartProps) {
  const t = useTranslations("terms.fault");
  const nameOf = useReasonName();
  const { floorOf } = useRowWords();
  return (section: Section, rows: readonly TermRow[]): string => {
    const never = floor?.neverBuyersFault ?? [];
    if (section === "fault" && never.length > 0)
      return t("floor", { marketplace, reasons: never.map((reason) => nameOf(reason)).join(t("comma")) });
    const said = rows.flatMap((row) =>
      row.kind === "number" && row.section !== null ? floorOf(row, floor, { marketplace, say: String }) : [],
    );
    return said.join(" ");
  };
}
